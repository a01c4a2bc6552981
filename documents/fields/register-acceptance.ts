/** Register of acceptance papers: one row a recipient, what was accepted of the plan. */
import { plural } from '#domain/plural';
import { type CatalogueRows, catalogueOf, fromRegister, optional } from './catalogue-rows.js';
import { COMPILED_ROWS, compiled } from './compiled.js';
import * as common from './common.js';
import { verbForCount } from './counted-things.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { registered } from './measure-words.js';
import { namedPerson } from './named-person.js';
import { signer } from './person-words.js';
import { rowsValue, sortedRows, textValue, totalOf, type TypedRow, wholeValue } from './typed-values.js';

export function gatherAcceptance(facts: DocumentFacts): GatheredFields {
  const { values } = facts;
  const rows = sortedRows(rowsValue(values, 'приёмка') ?? [], byPaper);
  const of = registered(facts, 'register-acceptance') ?? 'документов о приёмке';
  const accountant = namedPerson(values['бухгалтер'], facts);
  const data = common.together(compiled(facts), {
    реестр: { чего: of },
    приёмка: rows,
    бухгалтер: accountant === null ? undefined : signer(accountant),
    пояснение: textValue(values, 'пояснение'),
    итоги: rows.length === 0 ? undefined : totals(rows, wholeValue(values, 'планКомплектов')),
  });
  return { data, catalogue: CATALOGUE, title: `Реестр ${of}` };
}

function totals(rows: readonly TypedRow[], planned: number | undefined): Record<string, unknown> {
  const accepted = totalOf(rows, 'количество');
  const left = accepted === undefined || planned === undefined ? undefined : planned - accepted;
  return {
    количество: accepted,
    принят: accepted === undefined ? undefined : verbForCount(accepted, 'm', ACCEPTED),
    комплектов: accepted === undefined ? undefined : plural(accepted, 'комплект', 'комплекта', 'комплектов'),
    сумма: totalOf(rows, 'сумма'),
    план: planned,
    доля: accepted === undefined || planned === undefined || planned === 0 ? undefined : (accepted / planned) * 100,
    осталось:
      left === undefined || left <= 0
        ? undefined
        : {
            число: left,
            принято: verbForCount(left, 'm', NOT_ACCEPTED),
            комплектов: plural(left, 'комплект', 'комплекта', 'комплектов'),
          },
  };
}

const ACCEPTED = { m: 'Принят', f: '', n: 'Принято', pl: 'Приняты' };
const NOT_ACCEPTED = { m: 'Не принят', f: '', n: 'Не принято', pl: 'Не приняты' };

function byPaper(a: TypedRow, b: TypedRow): number {
  const [left, right] = [textValue(a, 'документДата') ?? '', textValue(b, 'документДата') ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

const ROWS: CatalogueRows = {
  'реестр.чего': optional.fromOrder('чего реестр'),
  приёмка: fromRegister('реестр документов о приёмке'),
  'приёмка[].контракт': fromRegister('реестровый номер контракта'),
  'приёмка[].контрактДата': fromRegister('дата контракта'),
  'приёмка[].поставщик': fromRegister('поставщик'),
  'приёмка[].инн': fromRegister('ИНН поставщика'),
  'приёмка[].получатель': fromRegister('получатель'),
  'приёмка[].наименование': fromRegister('наименование'),
  'приёмка[].количество': fromRegister('количество'),
  'приёмка[].сумма': fromRegister('сумма'),
  'приёмка[].документ': fromRegister('вид документа о приёмке'),
  'приёмка[].документНомер': fromRegister('номер документа о приёмке'),
  'приёмка[].документДата': fromRegister('дата документа о приёмке'),
  'приёмка[].наладка': optional.fromRegister('дата наладки'),
  бухгалтер: optional.typed('начальник бухгалтерии'),
  'бухгалтер.должность': optional.fromDirectory('должность бухгалтера'),
  'бухгалтер.ИОФамилия': optional.fromDirectory('фамилия бухгалтера'),
  пояснение: optional.typed('почему принято не всё'),
  итоги: optional.fromRegister('итоги реестра'),
  'итоги.количество': fromRegister('принято комплектов'),
  'итоги.принят': fromRegister('слово «принят» при числе'),
  'итоги.комплектов': fromRegister('слово «комплект» при числе'),
  'итоги.сумма': fromRegister('сумма принятого'),
  'итоги.план': optional.fromRegister('план комплектов'),
  'итоги.доля': optional.fromRegister('доля плана, %'),
  'итоги.осталось': optional.fromRegister('не принято комплектов'),
  'итоги.осталось.число': optional.fromRegister('не принято комплектов'),
  'итоги.осталось.принято': optional.fromRegister('слово «не принято» при числе'),
  'итоги.осталось.комплектов': optional.fromRegister('слово «комплектов» при числе'),
};

const CATALOGUE = catalogueOf(COMPILED_ROWS, ROWS);
