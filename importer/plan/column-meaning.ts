/** What a column is for, told by the words of its header: a table of meanings, the first that fits counts. Pure. */
import { folded } from '../plain.js';

/** `period`: a quarter or a month as a column; a mark in it is the deadline. */
export type Role = 'no' | 'title' | 'responsible' | 'co-executors' | 'result' | 'deadline' | 'period';

interface Meaning {
  readonly role: Role | null;
  /** Tested against the folded header: lower case, no punctuation. */
  readonly words: RegExp;
  /** Of two columns of one role the heavier is taken; 1 when absent. */
  readonly weight?: number;
}

/** Order matters: «Ответственный за мероприятие», «Срок исполнения мероприятия» name more than one thing. */
const MEANINGS: readonly Meaning[] = [
  {
    role: 'no',
    words:
      /^(?:№+|n|nn|номер|п\/п|пункт|поз|позиция)(?: ?(?:п\/? ?п|пп|строки|пункта|позиции|мероприятия|меры|точки|раздела|плана))*$/u,
  },
  // Lists of things that are no measures: their tables are not plans.
  {
    role: null,
    words:
      /^(?!.*(?:мероприят|поручен|задач|работ|событи|точк|(?:^|\s)мер(?:[аы]|\s|$)))(?:наименовани\S*|названи\S*|перечень) (?:\S+ ){0,3}(?:показател|индикатор|организац|учрежден|предприят|оборудован|товар|объект|муниципал|район|школ|должност|населенн|услуг|участник|заказчик|поставщик|расход)/u,
  },
  {
    role: null,
    words:
      /^(?!.*(?:результат|документ|подтвержд)).*(?:отметк|статус|примечан|финансир|(?:^|\s)объем|источник|показател|индикатор|(?:^|\s)риск)/u,
  },
  {
    role: null,
    words: /^(?:дата|срок) (?:\S+ )?(?:рождени|регистрац|приказ|письм|документ|договор|контракт|извещени)/u,
  },
  // A beginning, what has come about, how often: read as the deadline only where nothing else is.
  {
    role: 'deadline',
    words: /^(?:дата|срок\S*|время) начала|(?:^|\s)начал[оа]$|^фактич\S* (?:срок|дат)|^периодичност/u,
    weight: 0,
  },
  {
    role: 'deadline',
    words: /(?:^|\s)(?:срок|дат[аы](?=\s|$)).*(?:оконч|заверш|исполн|реализ|выполн|достиж)/u,
    weight: 2,
  },
  {
    role: 'deadline',
    words:
      /(?:^|\s)(?:срок|дат[аы](?:\s|$)|когда(?:\s|$)|дедлайн)|^(?:планов\S* )?период(?: реализац| исполн| провед| выполн|$)|^время (?:провед|исполн|реализ|выполн)|^(?:месяц|квартал)$|^(?:планируем\S* )?(?:оконч|заверш)ани\S*(?: работ| мероприят| реализац|$)|^план\S* (?:окончани|завершени)/u,
  },
  { role: 'co-executors', words: /^(?!.*ответствен)(?!исполнител)(?:\S+ )?со ?-?исполнител/u },
  { role: 'responsible', words: /ответствен/u, weight: 2 },
  { role: 'responsible', words: /исполнител|^кто (?:исполн|выполн|отвеча|провод)|^кто$|^кому поручено/u },
  {
    role: 'result',
    words: /(?:документ|форма (?:завершения|отчет|представления|реализации|подтвержд)|подтвержд|отчетност)/u,
    weight: 2,
  },
  { role: 'result', words: /результат|^итог|продукт|^выход$/u },
  {
    role: 'title',
    words:
      /мероприяти|контрольн\S* (?:точк|событи)|ключев\S* событи|поручени|действи[ея]|(?:^|\s)задач|содержани\S* (?:работ|дел)|(?:вид|перечень|наименовани\S*|состав)(?: и \S+)? работ|^работ|^мер[аы](?:\s|$)|^этап|^вех[аи]$|^шаг|^что (?:сделать|делается|нужно)|^пункт (?:плана|решения|протокола)|^решени[ея]$/u,
    weight: 2,
  },
  { role: 'title', words: /^(?:наименовани|содержани|названи)/u },
];

export interface ReadHeader {
  readonly role: Role | null;
  readonly weight: number;
}

export function meaningOf(header: string): ReadHeader {
  const words = folded(header);
  const found = words === '' ? undefined : MEANINGS.find((meaning) => meaning.words.test(words));
  return { role: found?.role ?? null, weight: found?.weight ?? 1 };
}
