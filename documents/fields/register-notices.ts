/** Register of procurement notices: rows, what failed and was announced again, sums. */
import { numberInWords } from '#domain/number-words';
import { plural } from '#domain/plural';
import { type CatalogueRows, catalogueOf, fromRegister, optional } from './catalogue-rows.js';
import { COMPILED_ROWS, compiled } from './compiled.js';
import * as common from './common.js';
import { verbForCount } from './counted-things.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { purchased, registered } from './measure-words.js';
import { rowsValue, sortedRows, textValue, totalOf, type TypedRow, wholeValue } from './typed-values.js';

export function gatherNotices(facts: DocumentFacts): GatheredFields {
  const rows = sortedRows(rowsValue(facts.values, 'извещения') ?? [], byPlacedOn);
  const of = subject(facts);
  const data = common.together(compiled(facts), {
    реестр: { чего: of },
    извещения: rows,
    итоги: rows.length === 0 ? undefined : totals(rows, wholeValue(facts.values, 'планКомплектов')),
  });
  return { data, catalogue: CATALOGUE, title: `Реестр ${of}` };
}

/** «извещений об осуществлении закупок оборудования для …»: the result's words, the measure says of what. */
function subject(facts: DocumentFacts): string {
  const named = registered(facts, 'register-notices') ?? 'извещений';
  if (named.includes(' ')) return named;
  const what = purchased(facts);
  return `${named} об осуществлении закупок${what === null ? '' : ` ${what}`}`;
}

function totals(rows: readonly TypedRow[], planned: number | undefined): Record<string, unknown> {
  const valid = rows.filter((row) => !isFailed(row) && !isWithdrawn(row));
  const sets = valid.map(setsOf);
  const announced = sets.includes(undefined) ? undefined : sets.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const n = rows.length;
  return {
    всего: n,
    слово: plural(n, 'извещение', 'извещения', 'извещений'),
    сумма: totalOf(rows, 'нмцк'),
    неСостоялось: failures(rows),
    действующих: valid.length,
    суммаДействующих: totalOf(valid, 'нмцк'),
    безКого: without(rows, false),
    безКогоМн: without(rows, true),
    исключено: valid.length < n,
    комплектов: announced,
    комплектовСлово: announced === undefined ? undefined : plural(announced, 'комплект', 'комплекта', 'комплектов'),
    план: planned,
    доля: announced === undefined || planned === undefined || planned === 0 ? undefined : (announced / planned) * 100,
  };
}

/** «одна закупка не состоялась и объявлена повторно»; undefined when all went well. */
function failures(rows: readonly TypedRow[]): string | undefined {
  const failed = rows.filter(isFailed);
  const repeated = failed.filter((row) => /см\.\s*строку/iu.test(textValue(row, 'статус') ?? '')).length;
  const withdrawn = rows.filter(isWithdrawn).length;
  const said: string[] = [];
  if (failed.length > 0) {
    const whole = `${procurements(failed.length)} ${verbForCount(failed.length, 'f', NOT_HELD)}`;
    if (repeated === 0) said.push(whole);
    else if (repeated === failed.length)
      said.push(`${whole} и ${verbForCount(failed.length, 'f', ANNOUNCED)} повторно`);
    else
      said.push(
        `${whole}, повторно ${verbForCount(repeated, 'f', ANNOUNCED)} ${procurements(repeated).split(' ')[0] ?? ''}`,
      );
  }
  if (withdrawn > 0) said.push(`${procurements(withdrawn)} ${verbForCount(withdrawn, 'f', WITHDRAWN)}`);
  return said.length === 0 ? undefined : said.join('; ');
}

const NOT_HELD = { m: '', f: 'не состоялась', n: 'не состоялось', pl: 'не состоялись' };
const ANNOUNCED = { m: '', f: 'объявлена', n: 'объявлено', pl: 'объявлены' };
const WITHDRAWN = { m: '', f: 'отменена', n: 'отменено', pl: 'отменены' };

/** «одна закупка», «две закупки» */
function procurements(n: number): string {
  return `${numberInWords(n, 'f', 'nominative')} ${plural(n, 'закупка', 'закупки', 'закупок')}`;
}

/** «несостоявшейся закупки», «несостоявшихся и отменённых закупок»; of a count (`always`) «несостоявшихся». */
function without(rows: readonly TypedRow[], always: boolean): string {
  const [failed, withdrawn] = [rows.filter(isFailed).length, rows.filter(isWithdrawn).length];
  const one = !always && failed + withdrawn === 1;
  const words = [
    ...(failed > 0 ? [one ? 'несостоявшейся' : 'несостоявшихся'] : []),
    ...(withdrawn > 0 ? [one ? 'отменённой' : 'отменённых'] : []),
  ];
  return words.join(' и ') + (always ? '' : one ? ' закупки' : ' закупок');
}

function isFailed(row: TypedRow): boolean {
  return /^не состоялась/iu.test(textValue(row, 'статус') ?? '');
}

function isWithdrawn(row: TypedRow): boolean {
  return /^отменена/iu.test(textValue(row, 'статус') ?? '');
}

/** The column, else the subject of the purchase: «…, 11 компл.». */
function setsOf(row: TypedRow): number | undefined {
  const inSubject = /(\d+)\s*компл/iu.exec(textValue(row, 'предмет') ?? '')?.[1];
  return wholeValue(row, 'комплектов') ?? (inSubject === undefined ? undefined : Number(inSubject));
}

function byPlacedOn(a: TypedRow, b: TypedRow): number {
  const [left, right] = [textValue(a, 'размещено') ?? '', textValue(b, 'размещено') ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

const ROWS: CatalogueRows = {
  'реестр.чего': optional.fromOrder('чего реестр'),
  извещения: fromRegister('реестр извещений'),
  'извещения[].заказчик': fromRegister('заказчик'),
  'извещения[].инн': fromRegister('ИНН заказчика'),
  'извещения[].предмет': fromRegister('предмет закупки'),
  'извещения[].номер': fromRegister('номер извещения'),
  'извещения[].размещено': fromRegister('дата размещения'),
  'извещения[].способ': fromRegister('способ закупки'),
  'извещения[].нмцк': fromRegister('НМЦК'),
  'извещения[].окончание': fromRegister('окончание подачи заявок'),
  'извещения[].статус': fromRegister('статус закупки'),
  итоги: optional.fromRegister('итоги реестра'),
  'итоги.всего': fromRegister('число извещений'),
  'итоги.слово': fromRegister('слово «извещения» при числе'),
  'итоги.сумма': fromRegister('сумма НМЦК'),
  'итоги.неСостоялось': optional.fromRegister('несостоявшиеся закупки'),
  'итоги.исключено': optional.fromRegister('есть несостоявшиеся закупки'),
  'итоги.безКого': optional.fromRegister('слово «несостоявшихся»'),
  'итоги.безКогоМн': optional.fromRegister('слово «несостоявшихся»'),
  'итоги.действующих': fromRegister('число действующих закупок'),
  'итоги.суммаДействующих': fromRegister('сумма НМЦК действующих закупок'),
  'итоги.комплектов': optional.fromRegister('на сколько комплектов объявлены закупки'),
  'итоги.комплектовСлово': optional.fromRegister('слово «комплекта» при числе'),
  'итоги.план': optional.fromRegister('план комплектов'),
  'итоги.доля': optional.fromRegister('доля плана, %'),
};

const CATALOGUE = catalogueOf(COMPILED_ROWS, ROWS);
