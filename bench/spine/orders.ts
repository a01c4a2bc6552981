/** Orders of any length, and the people for them, as files a clerk could have uploaded. Pure. */
import { dotted, type LocalDate } from '#domain/local-date';

export interface MadeOrder {
  /** Tells the order from others; becomes its number and its roadmap's code. */
  readonly number: string;
  readonly date: LocalDate;
  readonly due: LocalDate;
  /** Numbers of its items. */
  readonly nos: readonly number[];
  /** The responsible party of an item, by its number. */
  readonly party?: (no: number) => string;
}

const PARTY = 'Региональный координатор';

export function orderText({ number, date, due, nos, party = () => PARTY }: MadeOrder): Uint8Array {
  const row = (no: number) =>
    [`${no}.`, `Подготовлена площадка № ${no}`, party(no), `Информация о площадке № ${no}`, dotted(due)].join('\t');
  const lines = [
    'Администрация Ленинградской области',
    'КОМИТЕТ',
    'ОБЩЕГО И ПРОФЕССИОНАЛЬНОГО ОБРАЗОВАНИЯ',
    'ЛЕНИНГРАДСКОЙ ОБЛАСТИ',
    '',
    'РАСПОРЯЖЕНИЕ',
    '',
    `${dotted(date)} № ${number}`,
    '',
    '**Об утверждении Комплекса мер (дорожная карта) по подготовке площадок**',
    '',
    'В целях подготовки площадок:',
    '',
    '1. Утвердить Комплекс мер (дорожную карту) в соответствии с приложением к настоящему распоряжению.',
    '',
    '2. Контроль за исполнением настоящего распоряжения возложить на начальника отдела Глевицкую Е.И.',
    '',
    'Первый заместитель',
    'председателя комитета',
    '',
    'И.А.Голубев',
    '',
    'УТВЕРЖДЕН',
    'распоряжением комитета общего',
    'и профессионального образования',
    'Ленинградской области',
    `от ${dotted(date)} года № ${number}`,
    '(приложение)',
    '',
    'Комплекс мер (Дорожная карта)',
    '**по подготовке площадок**',
    '',
    '№\tНаименование мероприятия\tОтветственный\tРезультат\tСрок',
    ...nos.map(row),
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

export interface Person {
  readonly surname: string;
  readonly initials: string;
  readonly email: string;
  readonly party: string;
}

/** The controller and the signatory of the orders above, and whoever answers for their items. */
export function directoryCsv(responsible: readonly Person[] = [COORDINATOR]): Uint8Array {
  const rows = [
    'фамилия;инициалы;должность;почта;сторона',
    'Голубев;И.А.;первый заместитель председателя комитета;golubev@example.test;',
    'Глевицкая;Е.И.;начальник отдела;glevitskaya@example.test;',
    ...responsible.map(({ surname, initials, email, party }) => `${surname};${initials};специалист;${email};${party}`),
  ];
  return new TextEncoder().encode(`${rows.join('\n')}\n`);
}

const COORDINATOR: Person = { surname: 'Соколова', initials: 'М.А.', email: 'sokolova@example.test', party: PARTY };
