/** The directory: officials, and who acts for the parties that orders name. */
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Official, OfficialId } from '#domain/official';
import type { ReadDb, WriteTx } from './database.js';
import { asJson } from './json.js';
import type { OfficialTable } from './schema.js';

/** Who acts for a party: for every item that names it (`itemNos` null), or only for the items listed. */
export interface PartyEntry {
  /** As the order prints it, nominative: «Региональный координатор». */
  readonly name: string;
  /** Null: in every roadmap. */
  readonly roadmapCode: string | null;
  readonly officialId: OfficialId;
  readonly itemNos: readonly string[] | null;
  /** Order among those who act for the party: the first is the responsible one. */
  readonly position: number;
}

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000;

/**
 * Adds officials or replaces those with the same id; the last of two with one id wins. Corrected forms that are not given
 * (`forms` absent) stay as stored, but for those of a word that has changed; an empty `forms` takes them away.
 */
export async function saveOfficials(tx: WriteTx, officials: readonly Official[]): Promise<void> {
  const rows = [...new Map(officials.map((official) => [official.id, toRow(official)])).values()];
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insertInto('official')
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          surname: ref('excluded.surname'),
          name: ref('excluded.name'),
          patronymic: ref('excluded.patronymic'),
          initials: ref('excluded.initials'),
          gender: ref('excluded.gender'),
          post: ref('excluded.post'),
          unit: ref('excluded.unit'),
          email: ref('excluded.email'),
          phone: ref('excluded.phone'),
          external: ref('excluded.external'),
          forms: KEPT_FORMS,
          active: true,
        })),
      )
      .execute();
  }
}

/** All who are in office, by surname. */
export async function officials(db: ReadDb): Promise<readonly Official[]> {
  const rows = await db
    .selectFrom('official')
    .selectAll()
    .where('active', '=', true)
    .orderBy('surname')
    .orderBy('initials')
    .orderBy('id')
    .execute();
  return rows.map(toOfficial);
}

export async function officialById(db: ReadDb, id: OfficialId): Promise<Official | null> {
  const row = await db.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toOfficial(row);
}

/** Also those no longer in office: old documents and mails name them. Unknown ids are absent from the map. */
export async function officialsByIds(
  db: ReadDb,
  ids: readonly OfficialId[],
): Promise<ReadonlyMap<OfficialId, Official>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('official')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toOfficial(row)]));
}

/** Replaces the entries of every party named here, roadmap by roadmap; parties not named stay. */
export async function saveParties(tx: WriteTx, entries: readonly PartyEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const named = new Map(
    entries.map(({ name, roadmapCode }) => [`${name}\n${roadmapCode ?? ''}`, { name, roadmapCode }]),
  );
  for (const { name, roadmapCode } of named.values()) {
    await tx
      .deleteFrom('party')
      .where('name', '=', name)
      .where('roadmap_code', 'is not distinct from', roadmapCode)
      .execute();
  }
  const rows = entries.map(({ name, roadmapCode, officialId, itemNos, position }) => ({
    name,
    roadmap_code: roadmapCode,
    official_id: officialId,
    item_nos: itemNos === null ? null : [...itemNos],
    position,
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insertInto('party')
      .values(rows.slice(from, from + BATCH))
      .execute();
  }
}

/** All entries, party by party, those for every roadmap first, each in its order. */
export async function parties(db: ReadDb): Promise<readonly PartyEntry[]> {
  const rows = await db
    .selectFrom('party')
    .selectAll()
    .orderBy('name')
    .orderBy('roadmap_code', (order) => order.asc().nullsFirst())
    .orderBy('position')
    .orderBy('official_id')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    roadmapCode: row.roadmap_code,
    officialId: row.official_id,
    itemNos: row.item_nos,
    position: row.position,
  }));
}

/** People in office outside the body who act for a party of this roadmap, or of every roadmap. */
export async function outsideContacts(db: ReadDb, roadmapCode: string): Promise<readonly Official[]> {
  const rows = await db
    .selectFrom('official')
    .selectAll()
    .where('active', '=', true)
    .where('external', '=', true)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('party')
          .select('party.name')
          .whereRef('party.official_id', '=', 'official.id')
          .where((eb) => eb.or([eb('party.roadmap_code', 'is', null), eb('party.roadmap_code', '=', roadmapCode)])),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map(toOfficial);
}

/** The party that an official acts for, the first by name; null when none. */
export async function partyNameOf(db: ReadDb, officialId: OfficialId): Promise<string | null> {
  const row = await db
    .selectFrom('party')
    .select('name')
    .where('official_id', '=', officialId)
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}

const KEPT_FORMS = sql<null>`coalesce(excluded.forms, official.forms - array_remove(array[
  case when excluded.surname is distinct from official.surname then 'surname' end,
  case when excluded.name is distinct from official.name then 'name' end,
  case when excluded.patronymic is distinct from official.patronymic then 'patronymic' end,
  case when excluded.post is distinct from official.post then 'post' end], null))`;

function toRow({ forms, ...official }: Official): Insertable<OfficialTable> {
  const { id, surname, name, patronymic, initials, gender, post, unit, email, phone, external } = official;
  const words = { id, surname, name, patronymic, initials, gender, post, unit, email, phone, external };
  return { ...words, forms: forms === undefined ? null : asJson(forms) };
}

function toOfficial(row: Selectable<OfficialTable>): Official {
  const { id, surname, name, patronymic, initials, gender, post, unit, email, phone, external, forms } = row;
  const official = { id, surname, name, patronymic, initials, gender, post, unit, email, phone, external };
  return forms === null || Object.keys(forms).length === 0 ? official : { ...official, forms };
}
