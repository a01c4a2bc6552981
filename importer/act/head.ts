/**
 * The act's own words, above and below its points: letterhead, kind, date, number, heading, preamble, points, who
 * signed and who controls. Lines come in; what is missing is taken from the approval stamp, or told as a problem. Pure.
 */
import { VekhaError } from '#domain/errors';
import { dotted, type LocalDate } from '#domain/local-date';
import type { Field, NamedPost, OrderHead, Problem, ToldHead } from '#domain/order';
import type { Line } from '../blocks.js';
import { approvalOf, type Approval } from './approval.js';
import { controllerOf } from './controller.js';
import { findDate, findNumber } from './dates.js';
import { issuerOf } from './issuer.js';
import { findKind, type KindLine } from './kind.js';
import { emptyPassage, fieldOf, slicePassage, trimPassage } from '../passage.js';
import { continueText, folded, plain } from '../plain.js';
import { pointsOf } from './points.js';
import { signatureOf } from './signatory.js';
import { fieldOrTold, personWords } from './told-head.js';

const PREAMBLE =
  /^(?:в целях|в соответствии|в связи|во исполнение|на основании|руководствуясь|с целью|учитывая|согласно|в рамках|для |по итогам|по результатам|рассмотрев)/iu;
const HEADING = /^(?:о|об|обо)\s/iu;

/**
 * @param lines everything above the first table of measures
 * @param allTexts texts of the whole document: how its words are capitalised
 * @param told by a person, where the file says nothing
 * @throws VekhaError 'input.not_an_order', 'date.unreadable'; 'usage.invalid' when what was told is not what the file says
 */
export function readHead(
  lines: readonly Line[],
  allTexts: readonly string[],
  words: ReadonlySet<string>,
  problems: Problem[],
  told: ToldHead = {},
): OrderHead {
  const stampAt = stampStart(lines);
  const act = lines.slice(0, stampAt);
  const approval = approvalOf(lines.slice(stampAt), words);
  const kindLine = findKind(act);
  const after = kindLine === null ? 0 : kindLine.index + 1;
  const titleAt = headingAt(act, after);
  const bodyAt = headingEnd(act, titleAt ?? after, titleAt !== null);
  const signature = signatureOf(act.slice(bodyAt), words);
  const bodyEnd = signature === null ? act.length : bodyAt + signature.from;
  const { preamble, points } = pointsOf(act.slice(bodyAt, bodyEnd), words);
  const kind = fieldOrTold(kindLine?.kind ?? approval.kind, told.act?.kind, { what: 'Вид акта', words: String });
  if (kind === null) {
    throw new VekhaError(
      'input.not_an_order',
      'В файле не найдено, что это за акт (распоряжение, приказ, постановление): загрузите распоряжение целиком, вместе с приложением; ' +
        'если есть только таблица, назовите акт ключом --act "распоряжение от 26.12.2023 № 15-р".',
    );
  }
  // A record of a meeting is called by the meeting.
  const named = titleAt === null && kind.value === 'протокол' ? linesBelow(act, kindLine, titleAt) : [];
  const heading = headingField(titleAt === null ? named : act.slice(titleAt, bodyAt), words);
  const title = fieldOrTold(heading, told.title, { what: 'Заголовок', words: String }) ?? heading;
  if (title.value === '') {
    problems.push({
      severity: 'warning',
      where: 'заголовок',
      message: 'заголовок «О …» не найден.',
      fix: 'впишите его в файл и загрузите снова или назовите ключом --title',
    });
  }
  const dateLines = act.slice(kindLine?.index ?? 0, titleAt ?? Math.min(bodyAt, after + 6));
  const nobody = fieldOf<NamedPost>(emptyPassage, { name: null, position: '' });
  const signatory = fieldOrTold(signature?.field ?? null, told.signatory, {
    what: 'Подписавший',
    words: personWords(told.signatory),
  });
  const head = {
    kind,
    ...dateAndNumber(dateLines, kindLine, approval, problems, told),
    title,
    ...issuerOf(
      letterhead(act, kindLine),
      linesBelow(act, kindLine, titleAt),
      approval,
      allTexts,
      problems,
      told.issuer,
    ),
    preamble,
    points,
    signatory: signatory ?? nobody,
    planTitle: approval.planTitle,
  };
  if (signatory === null) {
    problems.push({
      severity: 'warning',
      where: 'подпись',
      message:
        'не найдено, кто подписал: строка вида «Председатель комитета И.О. Фамилия»; назначьте руководителя перед запуском.',
      fix: 'впишите строку в файл или назовите подписавшего ключом --signatory',
    });
  }
  tellOfStamp(head, approval, problems);
  const controls = controllerOf(points, act, head.signatory, problems);
  return {
    ...head,
    controller: fieldOrTold(controls, told.controller, { what: 'Контролёр', words: personWords(told.controller) }),
  };
}

/** «УКАЗ | ГУБЕРНАТОРА ОЗЁРНОЙ ОБЛАСТИ», «ПРОТОКОЛ | заседания рабочей группы …»: lines from the kind to date or heading. */
function linesBelow(act: readonly Line[], kindLine: KindLine | null, titleAt: number | null): readonly Line[] {
  if (kindLine === null) return [];
  const line = act[kindLine.index];
  const rest = line === undefined ? [] : [{ ...line, text: slicePassage(line.text, kindLine.to) }];
  const lines = [...rest, ...act.slice(kindLine.index + 1, titleAt ?? kindLine.index + 8)].filter(
    ({ text }) => plain(text.text) !== '',
  );
  const end = lines.findIndex(
    ({ text, gapBefore }, i) =>
      (i > 0 && gapBefore && i > rest.length) || findDate(text.text) !== null || findNumber(text.text) !== null,
  );
  return end < 0 ? [] : lines.slice(0, end);
}

/** Lines over the kind, and what stands before it in its own line: «ПРАВИТЕЛЬСТВО ОБЛАСТИ РАСПОРЯЖЕНИЕ». */
function letterhead(act: readonly Line[], kindLine: KindLine | null): readonly Line[] {
  const line = kindLine === null ? undefined : act[kindLine.index];
  if (kindLine === null || line === undefined) return [];
  return [...act.slice(0, kindLine.index), { ...line, text: slicePassage(line.text, 0, kindLine.from) }];
}

/** First line of the approval stamp or of an appendix; the number of lines when there is none. */
function stampStart(lines: readonly Line[]): number {
  const found = lines.findIndex(({ text }) => {
    const line = plain(text.text);
    return (
      /^УТВЕРЖД[ЕЁ]Н[АОЫ]?(?=$|[\s:])/u.test(line) ||
      /^утвержд[её]н[аоы]?$/iu.test(line) ||
      /^приложение(?:\s+(?:№\s*)?\d+)?(?:$|\s+к\s)/iu.test(line)
    );
  });
  return found < 0 ? lines.length : found;
}

function headingAt(act: readonly Line[], from: number): number | null {
  const found = act.findIndex(({ text }, i) => i >= from && i < from + 12 && HEADING.test(plain(text.text)));
  return found < 0 ? null : found;
}

/** The heading ends at an empty line, a preamble or the first point; without a heading the date lines are passed over. */
function headingEnd(act: readonly Line[], from: number, heading: boolean): number {
  for (let i = heading ? from + 1 : from; i < act.length; i += 1) {
    const line = act[i];
    const text = plain(line?.text.text ?? '');
    if (PREAMBLE.test(text) || /^1[.)]\s/u.test(text)) return i;
    if (heading && (line?.gapBefore === true || /:$|^[А-ЯЁ][^.]{0,200}(?:ПРИКАЗЫВАЮ|ПОСТАНОВЛЯ(?:ЕТ|Ю))/u.test(text)))
      return i;
  }
  return heading ? act.length : from;
}

function headingField(lines: readonly Line[], words: ReadonlySet<string>): Field<string> {
  const passage = continueText(
    lines.map(({ text }) => trimPassage(text)),
    words,
  );
  return fieldOf(passage, plain(passage.text).replace(/[.;,]+$/u, ''));
}

function dateAndNumber(
  lines: readonly Line[],
  kindLine: KindLine | null,
  approval: Approval,
  problems: Problem[],
  { act: toldAct }: ToldHead,
): { date: Field<LocalDate>; number: Field<string> } {
  let date: Field<LocalDate> | null = null;
  let number: Field<string> | null = null;
  for (const [i, { text }] of lines.entries()) {
    // In the line of the kind only what stands after the word counts.
    const line = i === 0 && kindLine !== null ? slicePassage(text, kindLine.to) : text;
    const day = findDate(line.text);
    if (day !== null && day.value === null) throw unreadableDate(line.text.slice(day.from, day.to));
    if (day?.value != null) date ??= fieldOf(slicePassage(line, day.from, day.to), day.value);
    const no = findNumber(line.text);
    if (no !== null) number ??= fieldOf(slicePassage(line, no.from, no.to), no.value);
  }
  const inHead = date !== null;
  date = fieldOrTold(date ?? approval.date, toldAct?.date, { what: 'Дата акта', words: dotted });
  number = fieldOrTold(number ?? approval.number, toldAct?.number, { what: 'Номер акта', words: String });
  if (date === null) {
    throw new VekhaError(
      'date.unreadable',
      'Не найдена дата распоряжения: под названием вида акта нужна строка вида «26.12.2023 № 15-р» или ключ --act.',
    );
  }
  if (!inHead && date.sources.length > 0) {
    problems.push({
      severity: 'warning',
      where: 'дата и номер',
      message: 'под названием вида акта даты нет: она взята из грифа утверждения, проверьте её.',
    });
  }
  if (number === null) {
    problems.push({
      severity: 'warning',
      where: 'дата и номер',
      message: 'номер не найден: впишите его в файл после регистрации и загрузите снова.',
    });
  }
  return { date, number: number ?? emptyField() };
}

function unreadableDate(printed: string): VekhaError {
  return new VekhaError(
    'date.unreadable',
    `Дата распоряжения «${plain(printed)}» не существует: исправьте её в файле и загрузите снова.`,
  );
}

function tellOfStamp(head: Pick<OrderHead, 'date' | 'number' | 'kind'>, approval: Approval, problems: Problem[]): void {
  const where = 'гриф утверждения';
  const tell = (severity: Problem['severity'], message: string) => problems.push({ severity, where, message });
  if (approval.date !== null && approval.date.value !== head.date.value) {
    tell(
      'warning',
      `дата «${approval.date.verbatim}» расходится с датой акта «${head.date.verbatim}»: проверьте, к этому ли акту приложение.`,
    );
  }
  if (approval.number !== null && folded(approval.number.value) !== folded(head.number.value)) {
    tell(
      'warning',
      `номер ${approval.number.value} расходится с номером акта ${head.number.value}: проверьте, к этому ли акту приложение.`,
    );
  }
  if (approval.kind !== null && approval.kind.value !== head.kind.value) {
    tell('warning', `назван другой вид акта («${approval.kind.verbatim}»): проверьте, к этому ли акту приложение.`);
  }
  for (const remark of approval.remarks) tell('note', remark);
}

function emptyField(): Field<string> {
  return fieldOf(emptyPassage, '');
}
