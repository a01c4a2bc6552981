/** The last lines of a mail: which plan, why this person was written to, whether anybody reads an answer. */
import { orderCited, orderInPrepositional } from './fields/common.js';
import type { Matter, PersonBrief, RoadmapBrief, WeeklySummary } from './matter.js';
import { itemsOfPlans, type PlanItem } from './wording.js';

type Reason = Pick<Matter | WeeklySummary, 'role' | 'roadmap'> & { readonly item: PlanItem | null };

const ABOUT_DEADLINES: ReadonlySet<Matter['kind']> = new Set<Matter['kind']>([
  'assignment',
  'reminder',
  'due-today',
  'overdue',
]);

export function footerLines(
  recipient: PersonBrief,
  matters: readonly Matter[],
  weekly: readonly WeeklySummary[],
  baseUrl: string | null,
): readonly string[] {
  const roadmaps = distinctRoadmaps([...matters, ...weekly].map(({ roadmap }) => roadmap));
  const plans = roadmaps.map((roadmap) => `${roadmap.code} · ${orderCited(roadmap)}`).join('; ');
  const reasons: readonly Reason[] = [
    ...matters.map(({ role, roadmap, item }) => ({ role, roadmap, item: { code: roadmap.code, no: item.no } })),
    ...weekly.map(({ role, roadmap }) => ({ role, roadmap, item: null })),
  ];
  if (recipient.external) return [`Веха · ${plans}.`, externalReason(roadmaps, baseUrl)];
  const compulsory = matters.some(({ kind }) => ABOUT_DEADLINES.has(kind)) ? ' Письма о сроках отключить нельзя.' : '';
  return [
    `Веха · ${plans}.`,
    `Вы получили письмо, потому что ${whyThisPerson(reasons)}.${compulsory} Отвечать на письмо не нужно.`,
  ];
}

function externalReason(roadmaps: readonly RoadmapBrief[], baseUrl: string | null): string {
  const acts = roadmaps.map(orderInPrepositional).join(' и в ');
  const answer = baseUrl === null ? 'Ответить можно на это письмо.' : 'Ответить можно на это письмо или по ссылке.';
  return `Вы получили письмо, потому что ваша организация указана в ${acts}. ${answer}`;
}

function whyThisPerson(reasons: readonly Reason[]): string {
  const said = reasons.map((reason) =>
    whyInRole(
      reason.role,
      reasons.filter(({ role }) => role === reason.role),
    ),
  );
  return [...new Set(said)].join(', ');
}

function whyInRole(role: Reason['role'], reasons: readonly Reason[]): string {
  const items = reasons.flatMap(({ item }) => (item === null ? [] : [item]));
  switch (role) {
    case 'responsible':
      return `отвечаете за ${itemsOfPlans(items, 'пункт', 'пункты')}`;
    case 'coExecutor':
      return `участвуете в исполнении ${itemsOfPlans(items, 'пункта', 'пунктов')}`;
    case 'controller':
      return 'контролируете исполнение';
    case 'head':
      return `подписали ${[...new Set(reasons.map(({ roadmap }) => roadmap.orderKind))].join(' и ')}`;
    case 'dateOwner':
      return `назначаете срок ${itemsOfPlans(items, 'пункта', 'пунктов')}`;
    case 'author':
      return `готовите документ к ${itemsOfPlans(items, 'пункту', 'пунктам')}`;
    case 'approver':
      return 'согласуете документ';
    case 'formerResponsible':
      return `отвечали за ${itemsOfPlans(items, 'пункт', 'пункты')}`;
  }
}

function distinctRoadmaps(roadmaps: readonly RoadmapBrief[]): readonly RoadmapBrief[] {
  return [...new Map(roadmaps.map((roadmap) => [roadmap.code, roadmap])).values()];
}
