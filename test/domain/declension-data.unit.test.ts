import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { declineName, declinePost, genderOfPost, type GrammaticalCase } from '#domain/declension';

const CASES: readonly GrammaticalCase[] = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
];

type Row = { readonly nominative: string; readonly gender: 'm' | 'f' } & Readonly<
  Partial<Record<GrammaticalCase, string>>
>;

const rows = (file: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')) as readonly Row[];
const dotless = (text: string | undefined): string => (text ?? '').replaceAll('ё', 'е');

/** Each case that the file settles, as rows of a table. */
function settled(file: string): readonly (readonly [string, GrammaticalCase, Row])[] {
  return rows(file).flatMap((row) =>
    CASES.filter((grammaticalCase) => row[grammaticalCase] !== undefined).map(
      (grammaticalCase) => [row.nominative, grammaticalCase, row] as const,
    ),
  );
}

describe('names of the sample data', () => {
  it.each(settled('names.json'))('«%s» has its %s', (nominative, grammaticalCase, row) => {
    const [surname = '', second = '', ...rest] = nominative.split(' ');
    const short = second.includes('.');
    const person = {
      surname,
      name: short ? null : second,
      patronymic: short ? null : rest.join(' '),
      initials: short ? second : '',
      gender: row.gender,
    };
    const form = declineName(person, grammaticalCase, short ? 'short' : 'full');
    expect(dotless(form)).toBe(dotless(row[grammaticalCase]));
  });
});

describe('posts of the sample data', () => {
  it.each(settled('positions.json'))('«%s» has its %s', (nominative, grammaticalCase, row) => {
    expect(dotless(declinePost(nominative, grammaticalCase))).toBe(dotless(row[grammaticalCase]));
  });

  it.each(rows('positions.json').map((row) => [row.nominative, row.gender]))('«%s» is %s', (post, gender) => {
    expect(genderOfPost(post)).toBe(gender);
  });
});
