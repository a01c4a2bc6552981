/** Roadmaps: one for an order; imported → running → done, each step taken once whoever asks for it. */
import type { Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { OrderKind } from '#domain/order';
import type { ReadDb, WriteTx } from './database.js';
import type { RoadmapState } from './schema.js';

export interface RoadmapCard {
  readonly code: string;
  readonly title: string;
  readonly state: RoadmapState;
  readonly launchedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly controllerId: OfficialId | null;
  readonly headId: OfficialId | null;
  readonly order: {
    readonly id: string;
    readonly kind: OrderKind;
    readonly number: string;
    readonly datedOn: LocalDate;
    readonly title: string;
    readonly issuer: string;
  };
  readonly items: number;
  readonly itemsOffControl: number;
  /** Of `items`, those that a new edition of the order has withdrawn. */
  readonly itemsWithdrawn: number;
  /** Edition in force; 0: as launched. */
  readonly editionNo: number;
}

/** @throws VekhaError 'roadmap.exists' when the code is taken or the order has a roadmap */
export async function createRoadmap(
  tx: WriteTx,
  { code, orderId, title }: { code: string; orderId: string; title: string },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roadmap')
    .values({ code, order_id: orderId, title, state: 'imported' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    throw new VekhaError(
      'roadmap.exists',
      `Дорожная карта ${code} не создана: этот код занят или распоряжение уже загружено.`,
      { code },
    );
  }
}

export async function roadmap(db: ReadDb, code: string): Promise<RoadmapCard | null> {
  const row = await cards(db).where('r.code', '=', code).executeTakeFirst();
  return row === undefined ? null : toCard(row);
}

/** All, the order of the latest date first. */
export async function roadmaps(db: ReadDb): Promise<readonly RoadmapCard[]> {
  const rows = await cards(db).orderBy('o.dated_on', 'desc').orderBy('r.code').execute();
  return rows.map(toCard);
}

/**
 * Imported → running. Of several launches at once exactly one is told `true`.
 * @throws VekhaError 'roadmap.unknown'
 */
export async function markLaunched(
  tx: WriteTx,
  { code, at, controllerId, headId }: { code: string; at: Instant; controllerId: OfficialId; headId: OfficialId },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('roadmap')
    .set({ state: 'running', launched_at: at, controller_id: controllerId, head_id: headId })
    .where('code', '=', code)
    .where('state', '=', 'imported')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await assertKnown(tx, code);
  return numUpdatedRows === 1n;
}

/**
 * Running → done; `false` when it was not running (a repeated call included).
 * @throws VekhaError 'roadmap.unknown'
 */
export async function markDone(tx: WriteTx, code: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('roadmap')
    .set({ state: 'done', closed_at: at })
    .where('code', '=', code)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await assertKnown(tx, code);
  return numUpdatedRows === 1n;
}

async function assertKnown(db: ReadDb, code: string): Promise<void> {
  const known = await db.selectFrom('roadmap').select('code').where('code', '=', code).executeTakeFirst();
  if (known === undefined) {
    throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет: проверьте код.`, { code });
  }
}

function cards(db: ReadDb) {
  return db
    .selectFrom('roadmap as r')
    .innerJoin('source_order as o', 'o.id', 'r.order_id')
    .select(['r.code', 'r.title', 'r.state', 'r.launched_at', 'r.closed_at', 'r.controller_id', 'r.head_id'])
    .select('r.edition_no')
    .select(['o.id', 'o.kind', 'o.number', 'o.dated_on', 'o.title as order_title', 'o.issuer'])
    .select((eb) => [
      eb
        .selectFrom('item as i')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('i.roadmap_code', '=', 'r.code')
        .as('items'),
      eb
        .selectFrom('item as i')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('i.roadmap_code', '=', 'r.code')
        .where('i.status', '=', 'offControl')
        .as('items_off_control'),
      eb
        .selectFrom('item as i')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('i.roadmap_code', '=', 'r.code')
        .where('i.status', '=', 'withdrawn')
        .as('items_withdrawn'),
    ]);
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number];

function toCard(row: CardRow): RoadmapCard {
  return {
    code: row.code,
    title: row.title,
    state: row.state,
    launchedAt: row.launched_at,
    closedAt: row.closed_at,
    controllerId: row.controller_id,
    headId: row.head_id,
    order: {
      id: row.id,
      kind: row.kind,
      number: row.number,
      datedOn: row.dated_on,
      title: row.order_title,
      issuer: row.issuer,
    },
    items: row.items ?? 0,
    itemsOffControl: row.items_off_control ?? 0,
    itemsWithdrawn: row.items_withdrawn ?? 0,
    editionNo: row.edition_no,
  };
}
