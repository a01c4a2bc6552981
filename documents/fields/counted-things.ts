/** Things that are counted in our sentences: «включена 41 образовательная организация», «налажено 39 комплектов». Pure. */

/** Forms of a thing that is counted, with the adjectives before it: 41, 42 and 45 of them. */
interface CountedForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  /** Of the singular: «включена», «включён», «включено». */
  readonly gender: 'm' | 'f' | 'n';
}

/** Only these head nouns are turned from the genitive plural: guessing a noun would print a wrong word. */
const COUNTED: Readonly<Record<string, CountedForms>> = Object.fromEntries([
  ...entries('f', [
    'организация организации организаций, школа школы школ, гимназия гимназии гимназий, больница больницы больниц',
    'поликлиника поликлиники поликлиник, библиотека библиотеки библиотек, лаборатория лаборатории лабораторий',
    'площадка площадки площадок, территория территории территорий, мастерская мастерские мастерских',
  ]),
  ...entries('n', [
    'учреждение учреждения учреждений, предприятие предприятия предприятий, поселение поселения поселений',
    'мероприятие мероприятия мероприятий, образование образования образований, отделение отделения отделений',
  ]),
  ...entries('m', [
    'лицей лицея лицеев, колледж колледжа колледжей, техникум техникума техникумов, центр центра центров',
    'объект объекта объектов, район района районов, округ округа округов, сад сада садов, музей музея музеев',
    'институт института институтов, университет университета университетов, театр театра театров, клуб клуба клубов',
  ]),
]);

/** «образовательных организаций» → «образовательная организация …»; null when the noun is none of the known ones. */
export function countedForms(genitivePlural: string): (CountedForms & { readonly noun: CountedForms }) | null {
  const words = genitivePlural.trim().split(/\s+/u);
  const noun = COUNTED[words.at(-1)?.toLowerCase() ?? ''];
  const adjectives = words.slice(0, -1);
  if (noun === undefined || !adjectives.every((word) => /[ыи]х$/u.test(word))) return null;
  const phrase = (turn: (adjective: string) => string, last: string): string =>
    [...adjectives.map(turn), last].join(' ');
  return {
    one: phrase((word) => singular(word, noun.gender), noun.one),
    // After two, three and four only feminine adjectives stand in the nominative.
    few: phrase((word) => (noun.gender === 'f' ? word.slice(0, -1) + 'е' : word), noun.few),
    many: phrase((word) => word, noun.many),
    gender: noun.gender,
    noun,
  };
}

function singular(adjective: string, gender: 'm' | 'f' | 'n'): string {
  const stem = adjective.slice(0, -2);
  const soft = adjective.endsWith('их') && !/[кгхжшщч]$/u.test(stem);
  if (gender === 'f') return `${stem}${soft ? 'яя' : 'ая'}`;
  const sibilant = /[жшщч]$/u.test(stem);
  if (gender === 'n') return `${stem}${soft || sibilant ? 'ее' : 'ое'}`;
  return `${stem}${soft || /[кгхжшщч]$/u.test(stem) ? 'ий' : 'ый'}`;
}

/** «включена 41», «включены 42», «включено 45»: how a predicate agrees with a counted subject. */
export function verbForCount(
  n: number,
  gender: 'm' | 'f' | 'n',
  forms: { readonly m: string; readonly f: string; readonly n: string; readonly pl: string },
): string {
  const lastTwo = n % 100;
  const last = n % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return forms.n;
  if (last === 1) return forms[gender];
  return last >= 2 && last <= 4 ? forms.pl : forms.n;
}

/** @param rows «школа школы школ, …»: 41, 42 and 45 of them */
function entries(
  gender: CountedForms['gender'],
  rows: readonly string[],
): readonly (readonly [string, CountedForms])[] {
  return rows
    .flatMap((row) => row.split(', '))
    .map((row) => {
      const [one = '', few = '', many = ''] = row.split(' ');
      return [many, { one, few, many, gender }] as const;
    });
}
