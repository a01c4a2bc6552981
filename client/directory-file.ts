/** The directory as a CSV file that an office can keep in a spreadsheet; every fault at once, with its line. Pure. */
import { parse, type Info } from 'csv-parse/sync';
import { VekhaError } from '#domain/errors';
import { shortName, type Gender, type Official } from '#domain/official';
import { correctedForms, faultsOfForms, readFormColumns, type FormColumn } from './directory-forms.js';

export interface DirectoryFile {
  readonly officials: readonly Official[];
  readonly parties: readonly {
    readonly name: string;
    readonly officialId: string;
    readonly roadmapCode: string | null;
    readonly itemNos: readonly string[] | null;
    readonly position: number;
  }[];
}

const COLUMNS = [
  'фамилия',
  'имя',
  'отчество',
  'инициалы',
  'пол',
  'должность',
  'подразделение',
  'почта',
  'телефон',
  'внешний',
  'сторона',
  'карта',
  'пункты',
] as const;
const REQUIRED = ['фамилия', 'должность', 'почта'] as const;

type Row = Readonly<Record<string, string>>;

/**
 * @param csv UTF-8 (with or without BOM) or Windows-1251, divided by «;» or «,», the first line names the columns
 * @param idOf an id that says nothing of the person: it goes into event histories, an address must not
 * @throws VekhaError 'officials.unreadable' with every fault
 */
export function readDirectory(csv: Uint8Array, idOf: (email: string) => string): DirectoryFile {
  const { rows, formColumns } = readRows(decode(csv));
  const faults: string[] = [];
  const officials = new Map<string, Official>();
  const parties: DirectoryFile['parties'][number][] = [];
  for (const { row, line } of rows) {
    faults.push(...faultsOf(row).map((fault) => `строка ${line}: ${fault}`));
    faults.push(...faultsOfForms(formColumns, (title) => cell(row, title)).map((fault) => `строка ${line}, ${fault}`));
    const official = toOfficial(row, formColumns, idOf);
    const known = officials.get(official.id);
    if (known?.email != null && shortName(known) !== shortName(official)) {
      // Taken for one person, the second would get the mail of the first.
      faults.push(`строка ${line}: адрес уже стоит у другого человека – ${shortName(known)}`);
    }
    // One person may stand in several lines, for several parties; a correction in any of them counts.
    officials.set(official.id, { ...official, ...mergedForms(known, official) });
    const party = cell(row, 'сторона');
    if (party === null) continue;
    const itemNos = cell(row, 'пункты');
    parties.push({
      name: party,
      officialId: official.id,
      roadmapCode: cell(row, 'карта'),
      itemNos: itemNos === null ? null : itemNos.split(/[\s,;]+/u).filter((no) => no !== ''),
      position: parties.length,
    });
  }
  if (rows.length === 0) faults.push('нет ни одной строки с людьми');
  if (faults.length > 0) {
    throw new VekhaError('officials.unreadable', `Справочник не загружен: ${faults.join('; ')}.`);
  }
  return { officials: [...officials.values()], parties };
}

/** Rows with the line each ends on: an editor shows it, whatever blank lines are between. */
function readRows(text: string): { rows: readonly { row: Row; line: number }[]; formColumns: readonly FormColumn[] } {
  const header = text.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
  const delimiter = header.split(';').length >= header.split(',').length ? ';' : ',';
  let names: readonly string[] = [];
  let rows: readonly { row: Row; line: number }[];
  try {
    const parsed = parse<{ info: Info; record: Row }>(text, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      info: true,
      columns: (titles: string[]) => (names = titles.map((title) => title.trim().toLowerCase())).slice(),
    });
    rows = parsed.map(({ info, record }) => ({ row: record, line: info.lines }));
  } catch {
    throw new VekhaError(
      'officials.unreadable',
      'Справочник не загружен: это не таблица CSV. Сохраните её как CSV с разделителем «;», первая строка – названия граф.',
    );
  }
  const known = new Set<string>(COLUMNS);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  const { columns: formColumns, faults } = readFormColumns(names);
  if (faults.length > 0) {
    throw new VekhaError('officials.unreadable', `Справочник не загружен: ${faults.join('; ')}.`);
  }
  const strange = names.filter(
    (name) => name !== '' && !known.has(name) && !formColumns.some(({ title }) => title === name),
  );
  if (missing.length > 0 || strange.length > 0) {
    throw new VekhaError(
      'officials.unreadable',
      'Справочник не загружен: ' +
        [
          ...(missing.length > 0 ? [`нет граф ${missing.map((name) => `«${name}»`).join(', ')}`] : []),
          ...(strange.length > 0 ? [`неизвестны графы ${strange.map((name) => `«${name}»`).join(', ')}`] : []),
        ].join('; ') +
        `. Возможные графы: ${COLUMNS.join(', ')}; исправленные формы: «фамилия, род. падеж», «должность, дат. падеж» и так далее.`,
    );
  }
  return { rows, formColumns };
}

function faultsOf(row: Row): readonly string[] {
  const faults: string[] = [];
  for (const name of REQUIRED) if (cell(row, name) === null) faults.push(`не заполнена графа «${name}»`);
  const email = cell(row, 'почта');
  if (email !== null && !/^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(email)) faults.push(`«${email}» – не один адрес почты`);
  const gender = cell(row, 'пол');
  if (gender !== null && !['м', 'ж'].includes(gender.toLowerCase())) faults.push(`пол «${gender}»: нужно «м» или «ж»`);
  return faults;
}

function toOfficial(row: Row, formColumns: readonly FormColumn[], idOf: (email: string) => string): Official {
  const surname = cell(row, 'фамилия') ?? '';
  const name = cell(row, 'имя');
  const patronymic = cell(row, 'отчество');
  const email = cell(row, 'почта');
  const gender = cell(row, 'пол')?.toLowerCase();
  const forms = correctedForms(formColumns, (title) => cell(row, title));
  return {
    id: idOf((email ?? surname).toLowerCase()),
    surname,
    name: fullWord(name),
    patronymic: fullWord(patronymic),
    initials: cell(row, 'инициалы')?.replaceAll(' ', '') ?? initialsOf(name, patronymic),
    gender: gender === 'м' ? 'm' : gender === 'ж' ? 'f' : (null satisfies Gender | null),
    post: cell(row, 'должность') ?? '',
    unit: cell(row, 'подразделение'),
    email,
    phone: cell(row, 'телефон'),
    external: ['да', 'внешний', '1'].includes(cell(row, 'внешний')?.toLowerCase() ?? ''),
    ...(forms === null ? {} : { forms }),
  };
}

function mergedForms(known: Official | undefined, { forms }: Official): Pick<Official, 'forms'> {
  if (forms === undefined || known?.forms === undefined) return forms === undefined ? {} : { forms };
  const parts = [...Object.entries(known.forms), ...Object.entries(forms)].map(([part]) => part as keyof typeof forms);
  return { forms: Object.fromEntries(parts.map((part) => [part, { ...known.forms?.[part], ...forms[part] }])) };
}

/** «И.» is an initial, not a name to greet by; «Ван Тханг» is one name. */
function fullWord(name: string | null): string | null {
  return name !== null && /^\p{L}[\p{L}'’-]+(?:\s\p{L}[\p{L}'’-]+)*$/u.test(name) ? name : null;
}

function initialsOf(...names: readonly (string | null)[]): string {
  return names.map((name) => (name === null || name === '' ? '' : `${name.slice(0, 1).toUpperCase()}.`)).join('');
}

function cell(row: Row, name: string): string | null {
  const value = row[name]?.replaceAll(/\s+/gu, ' ').trim();
  return value === undefined || value === '' ? null : value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
