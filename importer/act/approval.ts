/** The approval stamp and the name of the plan under it. Pure. */
import type { LocalDate } from '#domain/local-date';
import type { Field, OrderKind } from '#domain/order';
import type { Line } from '../blocks.js';
import { findDate, findNumber } from './dates.js';
import { kindOfInstrumental } from './kind.js';
import { fieldOf, slicePassage, trimPassage } from '../passage.js';
import { continueText, folded, plain } from '../plain.js';

export interface Approval {
  readonly kind: Field<OrderKind> | null;
  readonly date: Field<LocalDate> | null;
  readonly number: Field<string> | null;
  /** The body as the stamp names it, genitive: «комитета общего и профессионального образования …». */
  readonly bodyGenitive: Field<string> | null;
  readonly planTitle: Field<string> | null;
  /** Russian: what looks wrong in the stamp itself. */
  readonly remarks: readonly string[];
}

const PLAN = /^(?:комплекс(?:ный)?|план|дорожн|перечень|программ|график|мероприяти|мер[ыа]\s|сетевой|«дорожн|\()/iu;

const STAMP = /^[\s*]*(?:утвержд|приложени|приказ|распоряжен|постановлен|форма(?:$|\s))/iu;

/** Grammatical gender of what may be approved, by its first noun (folded). */
const APPROVED: readonly (readonly [RegExp, string])[] = [
  [/^(?:комплекс|план|перечень|график|порядок|проект|комплексный|сетевой|сводный)/u, 'УТВЕРЖДЁН'],
  [/^(?:дорожная карта|программа|схема|концепция|стратегия)/u, 'УТВЕРЖДЕНА'],
  [/^(?:положение|расписание)/u, 'УТВЕРЖДЕНО'],
  [/^(?:мероприятия|меры|планы|дорожные карты)/u, 'УТВЕРЖДЕНЫ'],
];

/** @param lines from the stamp (or «Приложение») to the table of measures */
export function approvalOf(lines: readonly Line[], words: ReadonlySet<string>): Approval {
  const titleAt = planStart(lines);
  const stamp = lines.slice(0, titleAt);
  const planTitle = planField(lines.slice(titleAt), words);
  return { ...stampFields(stamp, words), planTitle, remarks: remarksOf(stamp, planTitle) };
}

/** The plan's name begins after the line with date and number, as a rule at a word that names a plan. */
function planStart(lines: readonly Line[]): number {
  const dated = lines.findIndex(({ text }) => findNumber(text.text) !== null && findDate(text.text) !== null);
  const from = dated < 0 ? 0 : dated + 1;
  const named = lines.findIndex(
    ({ text }, i) => i >= from && PLAN.test(plain(text.text)) && !plain(text.text).startsWith('('),
  );
  if (named >= 0) return named;
  // A name in other words stands below the date, with a capital.
  const below = lines.findIndex(
    ({ text }, i) => dated >= 0 && i >= from && /^\p{Lu}/u.test(plain(text.text)) && !STAMP.test(text.text),
  );
  return below < 0 ? lines.length : below;
}

function planField(lines: readonly Line[], words: ReadonlySet<string>): Field<string> | null {
  const end = lines.findIndex(({ gapBefore }, i) => i > 0 && gapBefore);
  const title = lines.slice(0, end < 0 ? lines.length : end);
  const passage = continueText(
    title.map(({ text }) => trimPassage(text)),
    words,
  );
  return passage.text === '' ? null : fieldOf(passage, plain(passage.text));
}

function stampFields(
  stamp: readonly Line[],
  words: ReadonlySet<string>,
): Pick<Approval, 'kind' | 'date' | 'number' | 'bodyGenitive'> {
  const passage = continueText(
    stamp.map(({ text }) => trimPassage(text)),
    words,
  );
  const whole = /(\p{L}+(?:ем|ом))\s+(?=\S)/u;
  const day = findDate(passage.text);
  const no = findNumber(passage.text.slice(day?.to ?? 0));
  const noFrom = day?.to ?? 0;
  const instrumental = [...passage.text.matchAll(new RegExp(whole, 'gu'))].find(
    (match) => kindOfInstrumental(match[1] ?? '') !== null,
  );
  const kind = kindOfInstrumental(instrumental?.[1] ?? '');
  const kindEnd = (instrumental?.index ?? 0) + (instrumental?.[1]?.length ?? 0);
  const bodyEnd = passage.text.slice(kindEnd).search(/\sот\s|\s(?:«_|\d{1,2}\.)|№/u);
  const body = kind === null || bodyEnd < 0 ? null : trimPassage(slicePassage(passage, kindEnd, kindEnd + bodyEnd));
  return {
    kind:
      kind === null || instrumental === undefined
        ? null
        : fieldOf(slicePassage(passage, instrumental.index, kindEnd), kind),
    date: day?.value == null ? null : fieldOf(slicePassage(passage, day.from, day.to), day.value),
    number: no === null ? null : fieldOf(slicePassage(passage, noFrom + no.from, noFrom + no.to), no.value),
    bodyGenitive: body === null || body.text === '' ? null : fieldOf(body, plain(body.text)),
  };
}

function remarksOf(stamp: readonly Line[], planTitle: Field<string> | null): string[] {
  const remarks: string[] = [];
  const text = plain(stamp.map((line) => line.text.text).join(' '));
  const printed = /(?:^|\s)(утвержд[её]н[аоы]?)(?=$|[\s:])/iu.exec(text)?.[1];
  const plan = folded(planTitle?.value ?? '');
  const right = APPROVED.find(([noun]) => noun.test(plan))?.[1];
  if (printed !== undefined && right !== undefined && folded(printed) !== folded(right)) {
    const noun = (planTitle?.value ?? '').split(/\s+/u).slice(0, 2).join(' ');
    remarks.push(`«${printed}» не согласовано с «${noun}»: по правилам – «${right}»; на исполнение это не влияет.`);
  }
  if (/[«"]\s*_+\s*[»"]/u.test(text)) remarks.push('в дате оставлен пустой день «___»: проверьте дату.');
  return remarks;
}
