/** Monitoring form, stage I and II: plan and fact by rows, per cent, deviation with its reason. A figure nobody gave is a gap. */
import { declineBody } from '#domain/declension';
import { plural } from '#domain/plural';
import {
  type CatalogueRows,
  catalogueOf,
  fromProcess,
  fromRegister,
  optional,
  typed,
  untilRegistration,
} from './catalogue-rows.js';
import * as common from './common.js';
import { dateOfData } from './compiled.js';
import { verbForCount } from './counted-things.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { inScope, monitored } from './measure-words.js';
import { planWords } from './plan-words.js';
import {
  actValue,
  dateValue,
  rowsValue,
  sortedRows,
  textValue,
  totalOf,
  type TypedRow,
  wholeValue,
} from './typed-values.js';

const FIGURES = [
  'план',
  'объявлено',
  'объявленоСумма',
  'законтрактовано',
  'законтрактованоСумма',
  'поставлено',
  'налажено',
  'оплачено',
] as const;

export function gatherMonitoring(facts: DocumentFacts): GatheredFields {
  const { order, item, values } = facts;
  const plan = planWords(order);
  const second = stageOf(facts) === 2;
  const rows = sortedRows(rowsValue(values, 'строки') ?? [], () => 0).map(measured);
  const subject = inScope(monitored(facts, plan), plan.territory, plan);
  const data = common.together(common.properties(facts), common.signatory(facts), common.executor(facts), {
    орган: { полное: { род: declineBody(common.smallBody(order.issuer), 'genitive') } },
    письмо: actValue(values, 'письмо'),
    сведения: { очём: subject },
    этап: stageOf(facts) === null ? undefined : { номер: second ? 'II' : 'I', второй: second },
    наДату: dateOfData(facts),
    строки: rows,
    итого: rows.length === 0 ? undefined : totals(rows),
    пояснение: textValue(values, 'пояснение'),
    прошлый: { дата: dateValue(values, 'прошлаяДата') },
  });
  const stage = stageOf(facts);
  return {
    data,
    catalogue: CATALOGUE,
    title: `Сведения ${subject}${stage === null ? '' : `, этап ${second ? 'II' : 'I'}`} (пункт ${item.no})`,
  };
}

/** Typed wins over the order of dates: «I» or «II». */
export function stageOf({ item, values }: DocumentFacts): 1 | 2 | null {
  const typedStage = textValue(values, 'этап');
  if (typedStage === undefined) return item.stage;
  return typedStage === 'II' ? 2 : 1;
}

function measured(row: TypedRow): Record<string, unknown> {
  const [planned, done, before] = ['план', 'налажено', 'прошлоеНалажено'].map((name) => wholeValue(row, name));
  const behind = planned === undefined || done === undefined ? undefined : planned - done;
  return {
    ...row,
    исполнение: percent(done, planned),
    отстаёт: behind !== undefined && behind > 0,
    отклонение: behind,
    изменение: done === undefined || before === undefined ? undefined : signed(done - before),
  };
}

function totals(rows: readonly Record<string, unknown>[]): Record<string, unknown> {
  const sums = Object.fromEntries(FIGURES.map((name) => [name, totalOf(rows, name)]));
  const [planned, done] = [sums['план'], sums['налажено']];
  const before = totalOf(rows, 'прошлоеНалажено');
  const change = done === undefined || before === undefined ? undefined : done - before;
  const behind = planned === undefined || done === undefined ? undefined : planned - done;
  return {
    ...sums,
    исполнение: percent(done, planned),
    отклонение: behind,
    естьОтклонение: behind !== undefined && behind > 0,
    отклонениеСлово: behind === undefined ? undefined : plural(behind, 'комплект', 'комплекта', 'комплектов'),
    налаженоГлагол: done === undefined ? undefined : verbForCount(done, 'm', SET_UP),
    налаженоСлово: done === undefined ? undefined : plural(done, 'комплект', 'комплекта', 'комплектов'),
    изменение: change === undefined ? undefined : signed(change),
    изменениеЧисло: change,
    изменениеГлагол: change === undefined ? undefined : verbForCount(change, 'm', SET_UP),
    изменениеСлово: change === undefined ? undefined : plural(change, 'комплект', 'комплекта', 'комплектов'),
  };
}

/** «налажен 41 комплект», else «налажено»: beside «из 52» the verb speaks of the number. */
const SET_UP = { m: 'налажен', f: '', n: 'налажено', pl: 'налажено' };

function percent(done: number | undefined, planned: number | undefined): number | undefined {
  return done === undefined || planned === undefined || planned === 0 ? undefined : (done / planned) * 100;
}

function signed(n: number): string {
  return n > 0 ? `+${String(n)}` : String(n).replace('-', '−');
}

const ROWS: CatalogueRows = {
  'орган.полное.род': optional.fromOrder('наименование органа'),
  'письмо.дата': untilRegistration('дата сопроводительного письма', 'date'),
  'письмо.номер': untilRegistration('номер сопроводительного письма', 'number'),
  'сведения.очём': optional.fromOrder('о чём сведения'),
  этап: optional.fromOrder('этап мониторинга'),
  'этап.номер': fromProcess('номер этапа'),
  'этап.второй': optional.fromProcess('этап второй'),
  наДату: typed('на какую дату'),
  строки: fromRegister('строки мониторинга'),
  'строки[].название': fromRegister('муниципальное образование или организация'),
  'строки[].план': fromRegister('план'),
  'строки[].объявлено': fromRegister('объявлено'),
  'строки[].объявленоСумма': fromRegister('объявлено, руб.'),
  'строки[].законтрактовано': fromRegister('законтрактовано'),
  'строки[].законтрактованоСумма': fromRegister('законтрактовано, руб.'),
  'строки[].поставлено': fromRegister('поставлено'),
  'строки[].налажено': fromRegister('налажено'),
  'строки[].оплачено': fromRegister('оплачено'),
  'строки[].исполнение': fromRegister('исполнение, %'),
  'строки[].отстаёт': optional.fromRegister('строка отстаёт от плана'),
  'строки[].отклонение': fromRegister('отклонение'),
  'строки[].причина': typed('причина отклонения'),
  'строки[].изменение': optional.fromRegister('изменение с прошлого этапа'),
  итого: optional.fromRegister('итоги мониторинга'),
  'итого.план': fromRegister('план, всего'),
  'итого.объявлено': fromRegister('объявлено, всего'),
  'итого.объявленоСумма': fromRegister('объявлено, всего, руб.'),
  'итого.законтрактовано': fromRegister('законтрактовано, всего'),
  'итого.законтрактованоСумма': fromRegister('законтрактовано, всего, руб.'),
  'итого.поставлено': fromRegister('поставлено, всего'),
  'итого.налажено': fromRegister('налажено, всего'),
  'итого.оплачено': fromRegister('оплачено, всего'),
  'итого.исполнение': fromRegister('исполнение, всего, %'),
  'итого.отклонение': fromRegister('отклонение, всего'),
  'итого.естьОтклонение': optional.fromRegister('есть отклонение от плана'),
  'итого.отклонениеСлово': fromRegister('слово «комплектов» при отклонении'),
  'итого.налаженоГлагол': fromRegister('слово «налажено» при числе'),
  'итого.налаженоСлово': fromRegister('слово «комплектов» при числе'),
  'итого.изменение': optional.fromRegister('изменение, всего'),
  'итого.изменениеЧисло': optional.fromRegister('изменение, всего'),
  'итого.изменениеГлагол': optional.fromRegister('слово «налажено» при изменении'),
  'итого.изменениеСлово': optional.fromRegister('слово «комплектов» при изменении'),
  пояснение: optional.typed('из чего складывается отклонение'),
  'прошлый.дата': optional.typed('дата прошлого этапа'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, common.SIGNATORY_ROWS, common.EXECUTOR_ROWS, ROWS);
