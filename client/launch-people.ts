/** Who answers for what, found in the directory for every party the order names; all that is missing is said at once. Pure. */
import { needsPerson } from '#domain/deadline';
import { assign, namesakes, partyNames, type PartyMember } from '#domain/assignment';
import { VekhaError, type ErrorCode } from '#domain/errors';
import type { ItemPeople } from '#domain/item';
import type { Official, OfficialId } from '#domain/official';
import { shortName } from '#domain/official';
import type { NamedPost } from '#domain/order';
import type { ItemCard, PartyEntry, StoredOrder } from '#store';
import { awaitsDate } from './launch-items.js';

export interface LaunchPeople {
  readonly controller: OfficialId;
  readonly head: OfficialId;
  ofItem(no: string): ItemPeople;
}

/** @throws VekhaError 'roadmap.not_ready', 'party.unassigned', 'official.unknown', 'official.no_address' */
export function findPeople(given: {
  readonly code: string;
  readonly items: readonly ItemCard[];
  readonly order: StoredOrder;
  readonly officials: readonly Official[];
  readonly parties: readonly PartyEntry[];
}): LaunchPeople {
  const { items, order, officials } = given;
  const unclear = items.filter(({ deadline, workingDueOn }) => workingDueOn === null && needsPerson(deadline));
  if (unclear.length > 0) {
    throw new VekhaError(
      'roadmap.not_ready',
      `Дорожная карта не запущена: не понятен срок у пунктов ${unclear.map(({ no }) => no).join(', ')}. ` +
        'Назовите даты командой name-deadline и повторите запуск.',
    );
  }
  const { signatory, controller } = order.reading.order;
  const head = personNamed(signatory.value, 'подписант', officials);
  const control = controller === null ? head : personNamed(controller.value, 'контролёр', officials);
  const members = partyMembers(given);
  const names = partyNames(order.reading);
  // Who is not known yet counts as nobody here, so that parties without a person are told in the same breath.
  const people = { controller: idOf(control), head: idOf(head) };
  const assigned = items.map((item) => ({
    no: item.no,
    ...assign({ no: item.no, parties: item.parties, awaitsDate: awaitsDate(item) }, members, names, people),
  }));
  refuseMissing(given.code, [head, ...(controller === null ? [] : [control])], {
    unassigned: assigned.flatMap(({ unassigned }) => unassigned),
    disputed: assigned.flatMap(({ disputed }) => disputed),
  });
  const byNo = new Map(assigned.map(({ no, people }) => [no, people]));
  refuseWithoutAddress([...byNo.values()], officials);
  return {
    ...people,
    ofItem(no) {
      const people = byNo.get(no);
      if (people == null) {
        throw new VekhaError(
          'party.unassigned',
          `У пункта ${no} не назван ответственный: впишите сторону в справочник.`,
        );
      }
      return people;
    },
  };
}

export function partyMembers({
  code,
  officials,
  parties,
}: Pick<Parameters<typeof findPeople>[0], 'code' | 'officials' | 'parties'>): readonly PartyMember[] {
  const known = new Map(officials.map((official) => [official.id, official]));
  return parties
    .filter(({ roadmapCode }) => roadmapCode === null || roadmapCode === code)
    .flatMap(({ name, officialId, itemNos, roadmapCode }) => {
      const official = known.get(officialId);
      return official === undefined ? [] : [{ party: name, official, itemNos, here: roadmapCode !== null }];
    });
}

/** The person, or why nobody can be taken. */
type Found = Official | { readonly code: 'official.unknown' | 'official.ambiguous'; readonly why: string };

export function personNamed(post: NamedPost, role: string, officials: readonly Official[]): Found {
  const [found, ...more] = post.name === null ? [] : namesakes(post.name, officials);
  const who = post.name ?? post.position;
  if (found === undefined) return { code: 'official.unknown', why: `${role} ${who} не найден` };
  if (more.length > 0) return { code: 'official.ambiguous', why: `${role} ${who} – не один человек` };
  return found;
}

function idOf(found: Found): OfficialId {
  return 'id' in found ? found.id : '';
}

/** @throws VekhaError with the code of the first that is missing and the words of all */
function refuseMissing(
  code: string,
  named: readonly Found[],
  { unassigned, disputed }: { readonly unassigned: readonly string[]; readonly disputed: readonly string[] },
): void {
  const missing = [
    ...named.flatMap((found) => ('id' in found ? [] : [found])),
    ...ofParties('party.unassigned', unassigned, (list) => `никто не назван за ${list} (графа «сторона»)`),
    ...ofParties(
      'official.ambiguous',
      disputed,
      (list) => `за ${list} под кратким и полным именем названы разные люди`,
    ),
  ];
  const [first] = missing;
  if (first === undefined) return;
  const parties = unassigned.length + disputed.length > 0;
  throw new VekhaError(
    first.code,
    `Дорожная карта не запущена, в справочнике: ${missing.map(({ why }) => why).join('; ')}. ` +
      `Исправьте справочник, загрузите его командой officials import${parties ? ` или ответьте за стороны командой officials match ${code}` : ''} и повторите запуск.`,
  );
}

function ofParties<Code extends ErrorCode>(code: Code, parties: readonly string[], why: (list: string) => string) {
  const names = [...new Set(parties)].map((name) => `«${name}»`);
  return names.length === 0 ? [] : [{ code, why: why(names.join(', ')) }];
}

function refuseWithoutAddress(all: readonly (ItemPeople | null)[], officials: readonly Official[]): void {
  const ids = new Set(all.flatMap((p) => (p === null ? [] : [p.responsible, ...p.coExecutors, p.controller, p.head])));
  const silent = officials.filter(({ id, email }) => ids.has(id) && email === null);
  if (silent.length === 0) return;
  throw new VekhaError(
    'official.no_address',
    `Дорожная карта не запущена: нет адреса почты у ${silent.map((person) => shortName(person)).join(', ')}. ` +
      'Впишите адреса в справочник и загрузите его снова.',
  );
}
