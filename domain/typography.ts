/**
 * No-break spaces, dashes and small letters of Russian documents. Pure and idempotent: only spaces, hyphens and dashes
 * are ever exchanged, no letter or figure is touched, no space is added or lost, line breaks and tabs stay.
 */

/**
 * `text` is justified (binding prepositions would make holes); `title` stands for titles, signatures and headings;
 * `table` for cells. `mail` keeps plain hyphens, so that a number copied from a letter can be searched for.
 */
export type Zone = 'text' | 'title' | 'table' | 'mail';

const NBSP = '\u00A0';
const NB_HYPHEN = '\u2011';
/** One gap within a line: it is exchanged, never a line break or a tab. */
const GAP = '[ \u00A0]';
const NOT_AFTER_LETTER = '(?<![\\p{L}\\p{N}])';
const NOT_BEFORE_LETTER = '(?![\\p{L}\\p{N}])';

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const UNITS = [
  'л|экз|шт|чел|ед|руб|коп|тыс|млн|млрд|трлн|компл|лиц|пач|стр|кв|куб|га|кг|г|т|м|см|мм|км|мин|сек|ч|с',
  'В|А|Вт|кВт|Гц|Б|КБ|МБ|ГБ|ТБ|Мп|Мбит|Гбит',
  'рабоч(?:ий|его|ему|им|ем|их|ие|ими)|календарн(?:ый|ого|ому|ым|ом|ых|ые|ыми)',
  'день|дня|дню|днём|днем|дне|дней|дням|днями|днях|сутки|суток|недел(?:я|и|ю|ей|е|ь|ям|ями|ях)',
  'месяц(?:а|у|ем|е|ев|ы|ам|ами|ах)?|год(?:а|у|ом|ы|ам|ами|ах)?|лет|час(?:а|у|ом|е|ов|ы|ам|ами|ах)?|минут[аыу]?',
  'рубл(?:ь|я|ю|ём|ем|е|и|ей|ям|ями|ях)|копе(?:йка|йки|йке|йку|йкой|ек)|раз(?:а|у)?|процент(?:а|ов)?',
  'человек(?:а)?|лист(?:а|ов|ах)?|экземпляр(?:а|ов|ах)?|комплект(?:а|ов)?|позици(?:я|и|й|ю)|страниц[аыу]?',
].join('|');

interface Rule {
  /** What a text must hold for the rule to find anything: cheap to ask, and most texts of a table hold none. */
  readonly mark: RegExp;
  readonly find: RegExp;
  readonly put: string | ((found: string, ...groups: string[]) => string);
}

const DASH = /[-–—]/;
const HYPHEN = /-/;
const NUMERO = /№/;
const STOP = /\./;
const INITIAL = /\p{Lu}\./u;
const FIGURE = /\p{N}/u;
const ANY_GAP = /[ \u00A0]/;

/**
 * In this order: dashes first, because later rules look at the spaces round them. An expression names the gap first and
 * only then what stands before it: the engine skips to the gaps instead of trying every letter.
 */
const EVERYWHERE: readonly Rule[] = [
  { mark: DASH, find: /(?<=\S)[ \u00A0][-–—](?=[ \u00A0]\S)/gu, put: `${NBSP}–` },
  { mark: NUMERO, find: rule(`${GAP}(?<=№${GAP})(?=\\S)`), put: NBSP },
  {
    mark: STOP,
    find: rule(
      `${GAP}(?<=${NOT_AFTER_LETTER}(?:пп?|стт?|чч?|гл|д|кв|ул|пер|пос|дер|обл|корп|стр|рис|табл)\\.${GAP})(?=[\\p{L}\\p{N}«])`,
    ),
    put: NBSP,
  },
  // «г. Волосово», but not «2024 г. Новый»: there the space ends a date.
  { mark: STOP, find: rule(`${GAP}(?<=(?<!\\p{N}${GAP}?)${NOT_AFTER_LETTER}г\\.${GAP})(?=\\p{Lu})`), put: NBSP },
  { mark: FIGURE, find: rule(`${GAP}(?<=${NOT_AFTER_LETTER}\\p{N}+${GAP}л\\.${GAP})(?=в${GAP})`), put: NBSP },
  { mark: FIGURE, find: rule(`${GAP}(?<=${NOT_AFTER_LETTER}[вВ]${GAP})(?=\\p{N}+${GAP}экз)`), put: NBSP },
  {
    mark: FIGURE,
    find: rule(`${GAP}(?<=(?<!\\p{N})\\p{N}{1,2}»?${GAP})(?=(?:${MONTHS})${NOT_BEFORE_LETTER})`, 'giu'),
    put: NBSP,
  },
  {
    mark: FIGURE,
    find: rule(`${GAP}(?<=(?<!\\p{N})\\p{N}{4}${GAP})(?=(?:года|году|годом|годе|год|годов|годы|гг?\\.)(?!\\p{L}))`),
    put: NBSP,
  },
  {
    mark: FIGURE,
    find: rule(`(?<![\\p{N}.,-]|\\p{N}${GAP})(\\p{N}{1,3}(?:${GAP}\\p{N}{3})+)(?![\\p{N}-]|${GAP}\\p{N})`),
    put: (found) => found.replaceAll(' ', NBSP),
  },
  { mark: FIGURE, find: rule(`${GAP}(?<=\\p{N}${GAP})(?=(?:${UNITS})${NOT_BEFORE_LETTER})`), put: NBSP },
  { mark: /руб\.|[%‰°]/, find: rule(`${GAP}(?<=\\S${GAP})(?=(?:руб\\.|%|‰|°))`), put: NBSP },
  // «Голубев И.А.» and «И.А. Голубев»; parts «И. А.» written apart hold together too.
  {
    mark: INITIAL,
    find: rule(`${GAP}(?<=\\p{Lu}[\\p{L}'’-]*\\p{Ll}${GAP})(?=\\p{Lu}\\.(?:${GAP}?\\p{Lu}\\.)?(?!\\p{L}))`),
    put: NBSP,
  },
  { mark: INITIAL, find: rule(`${GAP}(?<=${NOT_AFTER_LETTER}\\p{Lu}\\.${GAP})(?=\\p{Lu}(?:\\.|\\p{Ll}))`), put: NBSP },
];

/** A number after «№», and figures with a letter or two behind («3509-р», «5-й»), stay on one line. */
const NUMBERS: readonly Rule[] = [
  {
    mark: NUMERO,
    find: rule(`(?<=№${GAP}?)[\\p{L}\\p{N}/.\\-\u2011]*\\p{N}[\\p{L}\\p{N}/.\\-\u2011]*`),
    put: (found) => found.replaceAll('-', NB_HYPHEN),
  },
  { mark: HYPHEN, find: rule(`(?<=\\p{N})-(?=\\p{Ll}{1,3}(?![\\p{L}-]))`), put: NB_HYPHEN },
];

/** One- and two-letter words hang on the next word where lines are short and ragged. */
const SHORT_WORDS: readonly Rule[] = [
  { mark: ANY_GAP, find: rule(`${GAP}(?<=${NOT_AFTER_LETTER}\\p{L}{1,2}${GAP})(?=[\\p{L}\\p{N}«(№])`), put: NBSP },
];

const ZONES: Readonly<Record<Zone, readonly Rule[]>> = {
  text: [...EVERYWHERE, ...NUMBERS],
  title: [...EVERYWHERE, ...NUMBERS, ...SHORT_WORDS],
  table: [...EVERYWHERE, ...NUMBERS, ...SHORT_WORDS],
  mail: EVERYWHERE,
};

/** Every rule exchanges a gap, or a hyphen within a number. */
const EXCHANGED = /[ \u00A0-]/;

/** Puts the no-break spaces of the zone; running it again changes nothing. The length stays the same. */
export function bindSpaces(text: string, zone: Zone): string {
  if (!EXCHANGED.test(text)) return text;
  return ZONES[zone].reduce((current, { mark, find, put }) => {
    if (!mark.test(current)) return current;
    return typeof put === 'string' ? current.replace(find, put) : current.replace(find, put);
  }, text);
}

/** Plain spaces and hyphens in place of those that do not break: for comparing and searching. */
export function unbound(text: string): string {
  return text.replaceAll(NBSP, ' ').replaceAll(NB_HYPHEN, '-');
}

/** «проект» → «Проект» */
export function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «О» or «Об» before a title or a noun: «Об утверждении», «О назначении»; letters read by name count by their sound. */
export function about(title: string): 'О' | 'Об' {
  const word = /[\p{L}\p{N}]+/u.exec(title)?.[0] ?? '';
  // «ФНС» is read «эф-эн-эс»; «МОУ» has a vowel and is read as a word.
  if (/^[ЛМНРСФ][БВГДЖЗКЛМНПРСТФХЦЧШЩ]+$/u.test(word)) return 'Об';
  if (/^(?:1|11)$/u.test(word)) return 'Об';
  return /^[аиоуэ]/iu.test(word) ? 'Об' : 'О';
}

/**
 * A measure as it stands inside a sentence: the first letter is small unless the first word is an abbreviation or a name
 * («ЦОС», «Минпросвещения», «Ленинградской областью», «Глевицкая Е.И.»).
 */
export function lowerMeasure(title: string): string {
  const first = /^\p{Lu}[\p{L}\p{N}\u2011-]*/u.exec(title)?.[0];
  if (first === undefined || isName(first, title.slice(first.length))) return title;
  return first.charAt(0).toLowerCase() + title.slice(1);
}

function isName(word: string, rest: string): boolean {
  const alone = word.length === 1 && !PREPOSITION.test(word);
  if (alone || /\p{N}/u.test(word) || /^.+\p{Lu}/u.test(word)) return true;
  if (/^[ \u00A0]\p{Lu}\.[ \u00A0]?\p{Lu}\./u.test(rest)) return true;
  return NAMES.test(word) || AGENCIES.test(word);
}

const PREPOSITION = /^[ВИКОСУА]$/u;
const AGENCIES =
  /^(?:Мин(?:просвещени|обрнаук|цифр|здрав|фин|юст|труд|эконом|пром|строй|культур|спорт|сельхоз|транс|энерго|природ|обороны)|Рос(?:обр|стат|реестр|потреб|комнадзор|финмон|имущ|архив|молод|труд|гвард|транснадзор|технадзор|здрав|авто|авиа|рыб|лес|вод|недр|патент|аккред|казна|сети|атом|космос|тех)|Гос(?:дум|услуг|авто|технадзор|строй|комстат)|Соцфонд|Пенсфонд|Рунет|Интернет)/u;
/** Stems of lands and cities; «российский» as an adjective stays small, «Российская Федерация» does not. */
const NAMES =
  /^(?:Росси(?:я|и|ю|ей|йск(?:ая|ой|ую)$)|Москв|Московск|Петербург|Санкт|Севастопол|Крым(?!ин)|Ленинградск|Адыге|Алта[йея]|Амурск|Архангельск|Астрахан|Башк|Белгород|Брянск|Бурят|Владимирск|Волгоград|Вологод|Воронеж|Дагестан|Еврейск|Забайкал|Запорож|Иванов(?:ск|о$)|Ингуш|Иркутск|Кабардин|Калининград|Калмык|Калужск|Камчат|Карача|Карел|Кемеров|Киров(?:ск|е?$)|Костромск|Краснодар|Краснояр|Кубан|Кузбасс|Курган|Курск|Липецк|Луганск|Донецк|Магадан|Мари(?:й$|йск)|Мордов|Мурманск|Ненецк|Нижегород|Новгород|Новосибир|Омск|Оренбург|Орловск|Пензен|Пермск|Приморск|Псков|Ростов(?:ск|$)|Рязан|Самарск|Саратов|Сахалин|Свердлов|Смоленск|Ставропол|Тамбов|Татарстан|Тверск|Томск|Тульск|Тыв[аыеу]|Тюмен|Удмурт|Ульяновск|Хабаров|Хакас|Херсон|Ханты|Челябин|Чечен|Чечн|Чуваш|Чукот|Якут|Ямал|Ярослав|Сибир|Урал|Арктик|Арктическ|Балти|Кавказ)/u;

function rule(source: string, flags = 'gu'): RegExp {
  return new RegExp(source, flags);
}
