/** Paragraphs and tables → what the order says: head, plans, items, parties, short names. Pure; knows no file format. */
import { VekhaError } from '#domain/errors';
import type { OrderReading, Problem, ReadParty, ReadRoadmap, SourceBlock, ToldHead } from '#domain/order';
import { approvalOf } from './act/approval.js';
import { readHead } from './act/head.js';
import { findKind } from './act/kind.js';
import { linesOf, toSourceBlocks, type Block, type FileText } from './blocks.js';
import { definitionsOf } from './plan/definitions.js';
import { itemsOf } from './plan/items.js';
import { partiesTogether } from './plan/party-names.js';
import { beginsWithParty } from './plan/party-words.js';
import type { DraftRoadmap } from './plan/draft.js';
import { columnNames, headOf, readRoadmaps } from './plan/find-plans.js';
import { wordsOf } from './plain.js';

export interface TracedReading extends OrderReading {
  readonly blocks: readonly SourceBlock[];
}

/**
 * @param plan which of several plans to read, from 1; null reads all of them, and tells that one must be chosen
 * @param told by a person, where the file says nothing
 * @throws VekhaError 'input.not_an_order', 'order.no_table', 'order.no_deadline_column', 'order.no_such_plan', 'date.unreadable'
 */
export function orderOf({ blocks, remarks }: FileText, plan: number | null, told: ToldHead = {}): TracedReading {
  const texts = textsOf(blocks);
  const words = wordsOf(texts);
  const problems: Problem[] = remarks.map((message) => ({ severity: 'note', where: 'файл', message }));
  const drafts = readRoadmaps(blocks, words, problems);
  const first = drafts[0];
  if (first === undefined) throw noTable(blocks);
  const chosen = chosenPlans(drafts, plan);
  const head = readHead(linesOf(blocks, 0, first.block), texts, words, problems, told);
  const roadmaps = roadmapsOf(blocks, drafts, words);
  const order = plan === null ? head : { ...head, planTitle: roadmaps[plan - 1]?.title ?? head.planTitle };
  const several = chosen.length > 1;
  const tables = chosen.map((draft) => {
    const no = drafts.indexOf(draft) + 1;
    const title = roadmaps[no - 1]?.title?.value ?? '';
    const table = itemsOf(draft, { roadmap: several ? no : null, year: yearOf(title) ?? yearOf(head.title.value) });
    const place = (where: string) => (several ? `дорожная карта ${no}: ${where}` : where);
    problems.push(...draft.problems.map((problem) => ({ ...problem, where: place(problem.where) })));
    return table;
  });
  const items = tables.flatMap((table) => table.items);
  if (items.length === 0) {
    throw new VekhaError(
      'order.no_table',
      'В таблице мероприятий нет ни одной строки: проверьте, тот ли файл загружен.',
    );
  }
  const sections = tables.flatMap((table) => table.sections);
  const definitions = definitionsOf(blocks);
  const parties = partiesTogether(items, definitions);
  problems.push(...unknownParties(parties));
  if (several) problems.push(severalPlans(roadmaps));
  return {
    order,
    items,
    problems,
    ...(sections.length > 0 ? { sections } : {}),
    ...(several ? { roadmaps } : {}),
    ...(plan !== null && drafts.length > 1 ? { plan } : {}),
    parties,
    ...(definitions.length > 0 ? { definitions } : {}),
    blocks: toSourceBlocks(blocks),
  };
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  );
}

function chosenPlans(drafts: readonly DraftRoadmap[], plan: number | null): readonly DraftRoadmap[] {
  if (plan === null) return drafts;
  const draft = drafts[plan - 1];
  if (draft !== undefined) return [draft];
  const count = drafts.length === 1 ? 'одна дорожная карта' : `дорожных карт: ${drafts.length}`;
  throw new VekhaError('order.no_such_plan', `В акте ${count}, карты № ${plan} в нём нет: назовите другой номер.`);
}

/** The plan's name stands between the table before it and its own. */
function roadmapsOf(
  blocks: readonly Block[],
  drafts: readonly DraftRoadmap[],
  words: ReadonlySet<string>,
): ReadRoadmap[] {
  return drafts.map(({ block }, i) => {
    const lines = linesOf(blocks, (drafts[i - 1]?.block ?? -1) + 1, block);
    const stamp = lines.findLastIndex(({ text }) => /^[\s*]*(?:утвержд[её]н|приложение\s)/iu.test(text.text));
    return { no: i + 1, title: approvalOf(lines.slice(Math.max(0, stamp)), words).planTitle };
  });
}

/** The only year that a name tells; «в 2024/2025 учебном году», «на 2024–2026 годы» tell none. */
function yearOf(title: string): number | null {
  const years = new Set(title.match(/(?<!\d)20\d\d(?!\d)/gu));
  const [only] = years.size === 1 && !/20\d\d\s*[/–-]\s*\d\d/u.test(title) ? years : [];
  return only === undefined ? null : Number(only);
}

function noTable(blocks: readonly Block[]): VekhaError {
  const heads = blocks.flatMap((block, i) => (block.kind === 'table' ? (headOf(block, i) ?? []) : []));
  const [head] = heads;
  if (head !== undefined) {
    return new VekhaError(
      'order.no_deadline_column',
      `В таблице мероприятий с графами ${columnNames(head)} нет графы со сроком: нужна графа «Срок», «Срок исполнения» или «Дата».`,
    );
  }
  if (findKind(linesOf(blocks, 0, blocks.length)) === null) {
    return new VekhaError(
      'input.not_an_order',
      'Это не распоряжение: в файле нет ни названия вида акта, ни таблицы мероприятий.',
    );
  }
  return new VekhaError(
    'order.no_table',
    'В распоряжении не найдена таблица мероприятий (графы «Мероприятие», «Ответственный», «Срок»): загрузите его вместе с приложением.',
  );
}

/** What does not look like a body, a post or a person is a question: cells may have changed places. */
function unknownParties(parties: readonly ReadParty[]): Problem[] {
  const unknown = parties.filter(({ name, variants }) => ![name, ...variants].some(beginsWithParty));
  return unknown.map(({ name, items }) => ({
    severity: 'note',
    where: `ответственные, пункт ${items[0]?.no ?? ''}`,
    message: `«${name}» не узнано как орган, организация, должность или лицо: проверьте.`,
  }));
}

/** Each plan is carried out under a code of its own: numbers of their items repeat. */
function severalPlans(roadmaps: readonly ReadRoadmap[]): Problem {
  const names = roadmaps.map(({ no, title }) => `${no} – ${title === null ? 'без названия' : `«${title.value}»`}`);
  return {
    severity: 'blocking',
    where: 'приложения',
    message: `акт утверждает несколько дорожных карт (${names.join('; ')}): загружайте их по одной, номер назовите ключом --plan.`,
  };
}
