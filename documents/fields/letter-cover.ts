/** Covering letter of a register or a form: what goes with it, as of which day, what its figures say. */
import { plural } from '#domain/plural';
import type { DocumentKind } from '#domain/document-kind';
import { documentKindFor } from '#domain/document-plan';
import { isRecord } from '#domain/json-source';
import { type CatalogueRows, catalogueOf, fromProcess, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import { verbForCount } from './counted-things.js';
import { ENCLOSURE_ROWS, enclosure } from './enclosure.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { gatherMonitoring } from './form-monitoring.js';
import { LETTER_FRAME_ROWS, letterFrame } from './letter-frame.js';
import { monitored } from './measure-words.js';
import { planWords } from './plan-words.js';
import { gatherAcceptance } from './register-acceptance.js';
import { gatherNotices } from './register-notices.js';
import { dateValue, linesValue, textValue, wholeValue } from './typed-values.js';

interface EnclosureWords {
  /** «реестр извещений …», accusative. */
  readonly what: string | undefined;
  readonly title: string | undefined;
  /** Said of a register in the same paragraph, of a form in the next. */
  readonly figures: string | undefined;
  readonly isForm: boolean;
}

export function gatherCover(facts: DocumentFacts): GatheredFields {
  const { values, process, today, item } = facts;
  const words = enclosureWords(facts);
  const title = textValue(values, 'заголовок') ?? words.title;
  const said = linesValue(values, 'выводы') ?? [];
  const data = common.together(letterFrame(facts), enclosure(facts), {
    вложение: {
      что: textValue(values, 'вложение') ?? words.what,
      заголовок: title,
      итог: words.isForm ? undefined : words.figures,
    },
    наДату: dateValue(values, 'наДату') ?? dateValue(process?.enclosed?.values ?? {}, 'наДату') ?? today,
    выводы: words.isForm && words.figures !== undefined ? joinedFirst(words.figures, said) : said,
  });
  return { data, catalogue: CATALOGUE, title: title ?? `Сопроводительное письмо (пункт ${item.no})` };
}

function joinedFirst(figures: string, [first, ...rest]: readonly string[]): readonly string[] {
  return [first === undefined ? figures : `${figures} ${first}`, ...rest];
}

/** The enclosure as the process hands it over, else the one that the result of the point asks for. */
function enclosureWords(facts: DocumentFacts): EnclosureWords {
  const { process, item } = facts;
  const kinds = item.results.map((result) => result.documentKind ?? documentKindFor(item.title, result));
  const kind: DocumentKind | null =
    process?.enclosed?.kind ?? kinds.find((each) => each !== null && each in WORDS) ?? null;
  const words = kind === null ? undefined : WORDS[kind];
  if (words === undefined) return { what: undefined, title: undefined, figures: undefined, isForm: false };
  return words({ ...facts, values: process?.enclosed?.values ?? {} });
}

const WORDS: Partial<Readonly<Record<DocumentKind, (enclosed: DocumentFacts) => EnclosureWords>>> = {
  'register-notices': (facts) => {
    const { what, totals } = registerData(gatherNotices(facts).data);
    const [n, sets, planned] = ['всего', 'комплектов', 'план'].map((name) => wholeValue(totals, name));
    const placed =
      n === undefined
        ? undefined
        : `${verbForCount(n, 'n', PLACED)} ${String(n)} ${plural(n, 'извещение', 'извещения', 'извещений')}`;
    const announced = sets === undefined ? '' : `, закупки объявлены на ${setsOf(sets, planned)}`;
    return {
      what,
      title: 'О направлении реестра извещений',
      figures: placed === undefined ? undefined : `${placed}${announced}.`,
      isForm: false,
    };
  },
  'register-acceptance': (facts) => {
    const { what, totals } = registerData(gatherAcceptance(facts).data);
    const [sets, planned] = ['количество', 'план'].map((name) => wholeValue(totals, name));
    return {
      what: what?.includes(',') === true ? `${what},` : what,
      title: 'О направлении реестра документов о приёмке',
      figures: sets === undefined ? undefined : `${verbForCount(sets, 'm', ACCEPTED)} ${setsOf(sets, planned)}.`,
      isForm: false,
    };
  },
  'form-monitoring': (facts) => {
    const { data } = gatherMonitoring(facts);
    const stage = isRecord(data['этап']) ? ` (этап ${textValue(data['этап'], 'номер') ?? ''})` : '';
    return {
      what: `сведения ${monitored(facts, planWords(facts.order))}`,
      title: `О результатах мониторинга${stage}`,
      figures: monitoringFigures(isRecord(data['итого']) ? data['итого'] : {}),
      isForm: true,
    };
  },
};

/** «Законтрактованы 52 комплекта из 52, поставлен 41, налажено 39.» */
function monitoringFigures(totals: Readonly<Record<string, unknown>>): string | undefined {
  const [planned, contracted, delivered, setUp] = ['план', 'законтрактовано', 'поставлено', 'налажено'].map((name) =>
    wholeValue(totals, name),
  );
  if (contracted === undefined || delivered === undefined || setUp === undefined) return undefined;
  return (
    `${verbForCount(contracted, 'm', CONTRACTED)} ${setsOf(contracted, planned)}, ` +
    `${verbForCount(delivered, 'm', DELIVERED)} ${String(delivered)}, ${verbForCount(setUp, 'm', SET_UP)} ${String(setUp)}.`
  );
}

const PLACED = { m: '', f: '', n: 'Размещено', pl: 'Размещено' };
const ACCEPTED = { m: 'Принят', f: '', n: 'Принято', pl: 'Приняты' };
const CONTRACTED = { m: 'Законтрактован', f: '', n: 'Законтрактовано', pl: 'Законтрактованы' };
const DELIVERED = { m: 'поставлен', f: '', n: 'поставлено', pl: 'поставлены' };
const SET_UP = { m: 'налажен', f: '', n: 'налажено', pl: 'налажены' };

/** «52 комплекта из 52» */
function setsOf(n: number, planned: number | undefined): string {
  return `${String(n)} ${plural(n, 'комплект', 'комплекта', 'комплектов')}${planned === undefined ? '' : ` из ${String(planned)}`}`;
}

function registerData(data: Readonly<Record<string, unknown>>): {
  readonly what: string | undefined;
  readonly totals: Readonly<Record<string, unknown>>;
} {
  const of = isRecord(data['реестр']) ? textValue(data['реестр'], 'чего') : undefined;
  return { what: of === undefined ? undefined : `реестр ${of}`, totals: isRecord(data['итоги']) ? data['итоги'] : {} };
}

const ROWS: CatalogueRows = {
  'вложение.что': typed('что направляется'),
  'вложение.заголовок': typed('заголовок письма'),
  'вложение.итог': optional.fromProcess('итог вложения одной фразой'),
  наДату: fromProcess('на какую дату данные'),
  выводы: optional.typed('выводы'),
  'выводы[]': optional.typed('вывод'),
};

const CATALOGUE = catalogueOf(...LETTER_FRAME_ROWS, ENCLOSURE_ROWS, ROWS);
