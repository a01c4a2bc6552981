/**
 * Surnames and first names whose stress or origin the letters do not show: closed lists, as grammars give them. Small
 * letters. A name that is missing follows its ending.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** «Орла», «Козла»: the last vowel goes. */
export const FLEETING_L = words('орёл орел козёл козел котёл котел осёл осел');

/** Soft consonant and the stress on the ending: «Королём». */
export const STRESSED_SOFT_SURNAME = words('король конь кобзарь пономарь звонарь');

/** On -а after a sibilant with the stress on it: «Лапшой». */
export const STRESSED_SIBILANT_A = words(`
  лапша каланча левша паша ханжа межа свеча душа парша епанча алыча бахча саранча парча чесуча вожжа госпожа
  праща моча анаша
`);

/** On -а and -я with the stress at the end, foreign: they do not change. */
export const STRESSED_A = words('дюма золя петипа тома гамарра труайя дега бенуа');

/** Foreign surnames on -ин, with «-ом» in the instrumental. */
export const FOREIGN_IN = words(`
  чаплин франклин мартин грин берлин кронин цеппелин кин лин цин мин шин син хин дин вин вельфлин гёльдерлин гельдерлин
  расин
`);
/** Foreign surnames on -ов: «Вирховом», «Бюловом». */
export const FOREIGN_OV = words('бюлов вирхов гуцков');

/** Surnames that only look like «-ова», «-ина», «-ева»: they are nouns and one form serves both genders. */
export const COMMON_NOUNS = words(`
  сова корова голова подкова полова вдова обнова дева слива калина малина щербина былина долина дубина година скотина
  рябина осина судьбина тычина хмарина перина лещина ялына калына лысина пучина лучина былына дружина община
`);

/** First halves of double surnames that never change: «Бонч-Бруевича», «Тер-Петросяна». */
export const FIRST_PARTS = words(`
  бонч тер сен сент ван фон мак ибн эль аль бен кара дель ле де грум мелик тан шолом дос ди да ла сан санта абд
`);

/** French women's names, which do not change; the others on -ь decline: «Гузели», «Адели». */
export const FOREIGN_NAMES_ON_SOFT = words('николь мишель');
