import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nominativeName, nominativePost } from '#domain/nominative';

interface Cases {
  readonly nominative: string;
  readonly gender: 'm' | 'f';
  readonly accusative: string;
}

const casesOf = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')) as readonly Cases[];
const bare = (text: string) => text.replaceAll('ё', 'е');

describe('names', () => {
  it.each(casesOf('names.json').map((c) => [c.accusative, c] as const))(
    '%s comes back to the nominative',
    (accusative, c) => {
      const found = nominativeName(accusative);
      expect(bare(found.name)).toBe(bare(c.nominative));
      expect([null, c.gender]).toContain(found.gender);
    },
  );

  it.each([
    ['Глевицкую Е.И.', 'f'],
    ['Смирнову Л.И.', 'f'],
    ['Кравец О.П.', 'f'],
    ['Голубева И.А.', 'm'],
    ['Берегового П.Н.', 'm'],
    ['Шевченко В.И.', null],
    ['Лозу В.З.', null],
    ['Черных П.В.', null],
  ])('%s tells the gender only when the form settles it', (accusative, gender) => {
    expect(nominativeName(accusative).gender).toBe(gender);
  });

  it.each([
    ['Светлого А.А.', 'Светлый А.А.'],
    ['Волка А.А.', 'Волк А.А.'],
  ])('%s is given its likeliest reading and marked uncertain', (accusative, name) => {
    expect(nominativeName(accusative)).toMatchObject({ name, certain: false });
  });

  it.each(['Глевицкую Е.И.', 'Невского А.Я.', 'Соловья Д.О.', 'Пастернака Б.Л.', 'Кравец О.П.'])(
    '%s is certain',
    (accusative) => {
      expect(nominativeName(accusative).certain).toBe(true);
    },
  );
});

describe('posts', () => {
  it.each(casesOf('positions.json').map((c) => [c.accusative, c.nominative] as const))(
    '%s → %s',
    (accusative, nominative) => {
      expect(bare(nominativePost(accusative))).toBe(bare(nominative));
    },
  );

  it.each([
    ['комиссию по делам несовершеннолетних', 'комиссия по делам несовершеннолетних'],
    ['контрольное управление', 'контрольное управление'],
    [
      'заместителя министра, начальника управления финансов, кадров',
      'заместитель министра, начальник управления финансов, кадров',
    ],
    ['исполняющую обязанности директора', 'исполняющая обязанности директора'],
    ['первого вице-губернатора области', 'первый вице-губернатор области'],
    ['городского голову', 'городской голова'],
  ])('%s → %s', (accusative, nominative) => {
    expect(nominativePost(accusative)).toBe(nominative);
  });
});
