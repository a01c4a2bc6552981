/** Rows 12–14, 17 and 18: names and posts in their cases, the addressee, the greeting. */
import { type Check, corner, dxa, isLetter, near, paragraphs, plain, signatures } from './check.js';
import { declineName, declinePostOf } from '#domain/declension';
import { nameAndPatronymic, type Official } from '#domain/official';
import { paragraphsIn, paragraphsOf } from './read-document.js';
import type { Sample } from './sample.js';

export const PEOPLE: readonly Check[] = [
  {
    row: 12,
    says: 'a surname with initials stands in a form that the directory knows',
    find: (sample) => {
      const known = people(sample).flatMap((person) => CASES.map((each) => plain(declineName(person, each, 'short'))));
      const stems = people(sample).map(({ surname }) => surname.slice(0, Math.max(3, surname.length - 3)));
      return texts(sample)
        .flatMap((text) => text.match(/\p{Lu}\p{Ll}+ (?:\p{Lu}\.){2}/gu) ?? [])
        .filter((name) => stems.some((stem) => name.startsWith(stem)) && !known.includes(name));
    },
  },
  {
    row: 13,
    says: 'a post inside the text begins with a small letter',
    find: (sample) =>
      body(sample).flatMap((text) =>
        people(sample)
          .flatMap((person) => CASES.map((each) => declinePostOf(person, each)))
          .map((post) => `${post.charAt(0).toUpperCase()}${post.slice(1)}`)
          .filter((post) => new RegExp(`[\\p{Ll},] ${post}`, 'u').test(text)),
      ),
  },
  {
    row: 14,
    says: 'a signature reads «И.О.Фамилия», every other place «Фамилия И.О.»',
    find: (sample) => {
      const signed = signatures(sample).flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.slice(1).map(({ text }) => plain(text))),
      );
      const elsewhere = [...body(sample), ...addressees(sample), ...tableTexts(sample)];
      return [
        ...signed.filter((text) => text !== '' && !/^(?:(?:\p{Lu}\.){1,2}\p{Lu}|\[)/u.test(text)),
        ...elsewhere.filter((text) => /(?<![\p{L}.]|\p{Ll} )(?:\p{Lu}\.){2}\s?\p{Lu}\p{Ll}/u.test(text)),
      ];
    },
  },
  {
    row: 17,
    says: 'a greeting agrees with the gender, and nobody is greeted where nobody is addressed',
    find: (sample) => {
      const greetings = paragraphs(sample).filter(
        ({ text, align }) => /^(?:Уважаем|\[.*обращен)/u.test(text) && align === 'center',
      );
      const { addressee } = sample.facts.people;
      const name = addressee === null ? null : nameAndPatronymic(addressee);
      const expected =
        isLetter(sample.kind) && name !== null
          ? [`${addressee?.gender === 'f' ? 'Уважаемая' : 'Уважаемый'} ${name}!`]
          : [];
      const found = greetings.map(({ text }) => plain(text));
      return JSON.stringify(found) === JSON.stringify(expected)
        ? []
        : [`«${found.join('; ')}», not «${expected.join('; ')}»`];
    },
  },
  {
    row: 18,
    says: 'an addressee stands in the dative at the upper right, a body alone in the nominative, four at most',
    find: (sample) => {
      const table = corner(sample);
      if (table === undefined) return isLetter(sample.kind) ? ['no corner head'] : [];
      const x = (table.grid[0] ?? 0) + (table.grid[1] ?? 0);
      const { addressee, externalParty } = sample.facts.people;
      const last = addressees(sample).at(-1) ?? '';
      const expected = addressee === null ? externalParty : plain(declineName(addressee, 'dative', 'short'));
      return [
        ...(near(x, dxa(90)) ? [] : [`stands at ${x}`]),
        ...(expected === null || last === expected || last === `[${expected}]` ? [] : [`«${last}», not «${expected}»`]),
      ];
    },
  },
];

const CASES = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

function people({ facts }: Sample): readonly Official[] {
  const { responsible, controller, signatory, addressee, directory = [] } = facts.people;
  return [responsible, controller, signatory, addressee, ...directory].flatMap((known) => known ?? []);
}

function texts({ document }: Sample): readonly string[] {
  return document.sheets.flatMap((sheet) => paragraphsOf(sheet).map(({ text }) => plain(text)));
}

function body(sample: Sample): readonly string[] {
  return paragraphs(sample)
    .filter(({ style }) => style === 'Body')
    .map(({ text }) => plain(text));
}

function tableTexts({ document }: Sample): readonly string[] {
  return document.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'table' && block.ruled ? paragraphsIn(block) : []))
    .map(({ text }) => plain(text));
}

function addressees(sample: Sample): readonly string[] {
  const cells = corner(sample)?.rows.flatMap(({ cells: all }) => all[2]?.paragraphs ?? []) ?? [];
  return cells.map(({ text }) => plain(text)).filter((text) => text !== '');
}
