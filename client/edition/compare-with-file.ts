/** The file of a new edition beside the roadmap as it stands: what changes, what must be asked, what exactly is confirmed. Changes nothing. */
import { partyNames } from '#domain/assignment';
import { dayOf } from '#domain/body-time';
import { actCited } from '#domain/edition/amending-act';
import { compareEditions, type EditionDifference } from '#domain/edition/compare';
import type { EditionPlan } from '#domain/edition/plan';
import { VekhaError } from '#domain/errors';
import type { Official } from '#domain/official';
import type { ReadOptions } from '#importer';
import type { OrderHead } from '#domain/order';
import {
  documentsOfRoadmap,
  editionsOf,
  itemCards,
  officials,
  orderHeadOf,
  parties,
  type RoadmapCard,
  type StoredEdition,
} from '#store';
import type { ClientDeps } from '../deps.js';
import type { EditionAnswers, EditionCard } from '../edition-cards.js';
import { requireRoadmap } from '../find.js';
import { partyMembers, personNamed } from '../launch-people.js';
import { understand, type UnderstoodOrder } from '../reading.js';
import { editionRows, keptItems } from './compared.js';
import { changesOf, questionTold } from './edition-card.js';
import { openEdition } from './open-edition.js';
import { planEdition } from './plan-edition.js';

/** All that a confirmation rests on. */
export interface Compared {
  readonly roadmap: RoadmapCard;
  readonly no: number;
  readonly understood: UnderstoodOrder;
  readonly inForce: boolean;
  readonly plan: EditionPlan;
  readonly card: EditionCard;
}

/** @throws VekhaError everything of `readOrder`; 'edition.*', 'roadmap.not_ready', 'usage.invalid', 'act.invalid' */
export async function compareWithFile(
  deps: ClientDeps,
  code: string,
  bytes: Uint8Array,
  fileName: string,
  answers: EditionAnswers,
): Promise<Compared> {
  const { db } = deps.store;
  const roadmap = requireRunning(await requireRoadmap(db, code));
  const last = (await editionsOf(db, code)).at(-1);
  if (last?.adopted === false) throw unfinished(last);
  const order = await orderHeadOf(db, code);
  if (order === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет.`);
  const understood = understand(await readPlan(deps, bytes, { fileName, plan: answers.plan }, order), deps);
  const { act, inForce } = openEdition(understood.reading, order, answers.act);
  if (last !== undefined && act.date < last.act.date) {
    throw new VekhaError(
      'edition.known',
      `Файл старше действующей редакции: его изменил ${actCited(act)}, а действует ${actCited(last.act)}.`,
    );
  }
  const cards = await itemCards(db, code);
  const difference = compareEditions(editionRows(understood, answers.days ?? {}, deps), keptItems(cards), {
    same: answers.same ?? {},
    fresh: answers.fresh ?? [],
  });
  const { items, scopeAsked } = scoped(difference, inForce ? 'whole' : answers.scope);
  const directory = { officials: await officials(db), parties: await parties(db) };
  const controller = inForce ? newController(order, understood, directory.officials) : { to: null, barred: [] };
  const { plan, barred } = planEdition({
    code,
    difference: { ...difference, items },
    partial: !inForce && answers.scope === 'partial',
    cards,
    read: understood.reading.items,
    officials: directory.officials,
    members: partyMembers({ code, ...directory }),
    names: partyNames(understood.reading),
    controller: roadmap.controllerId ?? '',
    head: roadmap.headId ?? '',
    newController: controller.to,
  });
  const changes = changesOf({
    items,
    plan,
    cards,
    documents: await documentsOfRoadmap(db, code),
    officials: directory.officials,
    today: dayOf(await deps.now(), deps.zone),
  });
  const questions = [...scopeAsked, ...difference.questions.map(questionTold), ...controller.barred, ...barred];
  const no = (last?.no ?? 0) + 1;
  const shown = {
    code,
    act,
    unchanged: cards.length - changes.filter(({ change }) => change !== 'added').length,
    changes,
    questions,
    problems: understood.reading.problems,
  };
  const nothing = questions.length > 0 || changes.every(({ change }) => change === 'over');
  const mark = nothing ? null : markOf(deps, { no, file: deps.sha256(bytes), shown, plan });
  return { roadmap, no, understood, inForce, plan, card: { ...shown, mark } };
}

/** The same file, compared with the same state and answered in the same way, has the same mark. */
function markOf({ sha256 }: ClientDeps, all: object): string {
  return sha256(new TextEncoder().encode(JSON.stringify(all))).slice(0, 12);
}

/** A bare table is the plan of the order that it is compared with. */
async function readPlan(deps: ClientDeps, bytes: Uint8Array, options: ReadOptions, { kind, number, date }: OrderHead) {
  try {
    return await deps.readOrder(bytes, options);
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    if (error.code === 'input.not_an_order') {
      const act = { kind: kind.value, number: number.value, date: date.value };
      return deps.readOrder(bytes, { ...options, told: { act } });
    }
    if (error.code !== 'order.no_table') throw error;
    throw new VekhaError(
      'order.no_table',
      'В файле нет таблицы мероприятий: изменения словами («слова … заменить словами …») программа не применяет. Загрузите распоряжение целиком, в действующей редакции.',
    );
  }
}

/** An amending act may give the whole plan or a few of its rows: what it leaves out is withdrawn only if a person says so. */
function scoped(
  { items }: EditionDifference,
  scope: EditionAnswers['scope'],
): { readonly items: EditionDifference['items']; readonly scopeAsked: readonly string[] } {
  const leftOut = items.filter(({ change }) => change === 'withdrawn').map(({ no }) => no);
  if (scope === 'whole' || leftOut.length === 0) return { items, scopeAsked: [] };
  const rest = items.filter((item) => item.change !== 'withdrawn' && !(item.change === 'over' && item.leftOut));
  if (scope === 'partial') return { items: rest, scopeAsked: [] };
  const asked =
    `В таблице файла нет пунктов: ${leftOut.join(', ')}. Если карта изложена в файле целиком, они исключаются: добавьте --whole; ` +
    'если в нём только изменённые строки, они остаются: добавьте --partial.';
  return { items: rest, scopeAsked: [asked] };
}

function newController(
  { controller: before }: OrderHead,
  { reading }: UnderstoodOrder,
  directory: readonly Official[],
) {
  const now = reading.order.controller?.value ?? null;
  const was = before?.value ?? null;
  if (now === null || now.name === was?.name) return { to: null, barred: [] };
  const found = personNamed(now, 'контролёр', directory);
  const named = (post: typeof was) => post?.name ?? post?.position ?? '';
  return 'id' in found
    ? { to: { id: found.id, was: named(was), now: named(now) }, barred: [] }
    : { to: null, barred: [`В справочнике: ${found.why}.`] };
}

function requireRunning(roadmap: RoadmapCard): RoadmapCard {
  if (roadmap.state === 'running') return roadmap;
  throw new VekhaError(
    'roadmap.not_ready',
    roadmap.state === 'imported'
      ? `Дорожная карта ${roadmap.code} ещё не запущена: исправьте её пункты командой correct.`
      : `Дорожная карта ${roadmap.code} исполнена: новая редакция к ней не применяется.`,
  );
}

export function unfinished({ code, act }: StoredEdition): VekhaError {
  return new VekhaError(
    'edition.unfinished',
    `Редакция, которую принёс акт (${actCited(act)}), применена не до конца: завершите её командой amend ${code} --finish.`,
  );
}
