/** The list of organisations, the same in the letter and in the act: rows in order, totals, counts agreeing with nouns. Pure. */
import { plural } from '#domain/plural';
import { type CatalogueRows, fromRegister, optional, typed } from './catalogue-rows.js';
import { countedForms, verbForCount } from './counted-things.js';
import type { DocumentFacts } from './facts.js';
import type { ListSubject } from './measure-words.js';
import { byText, rowsValue, sortedRows, textValue, totalOf, type TypedRow } from './typed-values.js';

export function listOfOrganisations({ values }: DocumentFacts, subject: ListSubject | null): Record<string, unknown> {
  const rows = sortedRows(rowsValue(values, 'организации') ?? [], byKindPlaceAndName);
  return {
    перечень:
      subject === null
        ? undefined
        : { чего: { род: subject.core, полностью: subject.scoped, вТексте: subject.inText } },
    организации: rows,
    таблица: { числа: rows.some((row) => row['обучающихся'] !== undefined || row['комплектов'] !== undefined) },
    итоги: rows.length === 0 ? undefined : totals(rows, subject),
  };
}

function totals(rows: readonly TypedRow[], subject: ListSubject | null): Record<string, unknown> {
  const n = rows.length;
  const forms = subject === null ? null : countedForms(subject.core);
  const one = forms?.noun ?? { one: 'позиция', few: 'позиции', many: 'позиций', gender: 'f' };
  return {
    всего: n,
    включено: verbForCount(n, forms?.gender ?? 'f', { m: 'включён', f: 'включена', n: 'включено', pl: 'включены' }),
    чего: forms === null ? plural(n, one.one, one.few, one.many) : plural(n, forms.one, forms.few, forms.many),
    существительное: plural(n, one.one, one.few, one.many),
    поВидам: byKinds(rows),
    обучающихся: totalOf(rows, 'обучающихся'),
    комплектов: totalOf(rows, 'комплектов'),
  };
}

/** «41 общеобразовательная и 11 профессиональных»; only when every name says its kind and there are both. */
function byKinds(rows: readonly TypedRow[]): string | undefined {
  const professional = rows.filter(isProfessional).length;
  const general = rows.filter(
    (row) => !isProfessional(row) && /общеобразовательн/iu.test(textValue(row, 'наименование') ?? ''),
  ).length;
  if (professional === 0 || general === 0 || professional + general !== rows.length) return undefined;
  return (
    `${general} ${plural(general, 'общеобразовательная', 'общеобразовательные', 'общеобразовательных')} и ` +
    `${professional} ${plural(professional, 'профессиональная', 'профессиональные', 'профессиональных')}`
  );
}

function isProfessional(row: TypedRow): boolean {
  return /профессиональн\p{L}*\s+образовательн/iu.test(textValue(row, 'наименование') ?? '');
}

/** By municipality, then by name; professional organisations last. */
function byKindPlaceAndName(a: TypedRow, b: TypedRow): number {
  const kinds = Number(isProfessional(a)) - Number(isProfessional(b));
  return kinds || byText('муниципалитет')(a, b) || byText('наименование')(a, b);
}

export const ORGANISATION_ROWS: CatalogueRows = {
  'перечень.чего.полностью': typed('чего перечень'),
  организации: fromRegister('перечень организаций'),
  'организации[].муниципалитет': fromRegister('муниципальное образование'),
  'организации[].наименование': fromRegister('наименование организации'),
  'организации[].инн': fromRegister('ИНН организации'),
  'организации[].адрес': fromRegister('адрес организации'),
  'организации[].обучающихся': fromRegister('число обучающихся'),
  'организации[].комплектов': fromRegister('число комплектов'),
  'таблица.числа': optional.fromRegister('в перечне есть числа'),
  'итоги.всего': fromRegister('число организаций'),
  'итоги.существительное': fromRegister('слово «организации» при числе'),
  'итоги.обучающихся': fromRegister('всего обучающихся'),
  'итоги.комплектов': fromRegister('всего комплектов'),
};

/** What only the letter says about the list. */
export const ORGANISATION_SUMMARY_ROWS: CatalogueRows = {
  'перечень.чего.род': typed('чего перечень'),
  'перечень.чего.вТексте': typed('чего перечень'),
  'итоги.включено': fromRegister('слово «включены» при числе'),
  'итоги.чего': fromRegister('каких организаций'),
  'итоги.поВидам': optional.fromRegister('организаций по видам'),
};
