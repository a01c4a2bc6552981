/**
 * A request for a later deadline: asked by whoever answers for the item, advised on by the controller, decided by the signatory of the
 * order. Until it is decided the deadline stands. Runs inside the workflow sandbox: days and plans arrive computed.
 */
import type { ItemLife } from './item-life.js';
import { dotted, type LocalDate } from './local-date.js';
import type { OfficialId } from './official.js';
import type { ItemPeople } from './item.js';
import { refusal, type Refusal } from './refusal.js';

export type ExtensionAction =
  'askExtension' | 'adviseExtension' | 'grantExtension' | 'refuseExtension' | 'recallExtension';

/** Beyond permission: whether there is anything to ask, to advise on, to decide. */
export function whyNotExtension(life: ItemLife, action: ExtensionAction): Refusal | null {
  const asked = life.extension;
  if (action === 'askExtension') {
    if (asked !== null) {
      return refusal(
        'item.wrong_state',
        `Перенос уже запрошен ${dotted(asked.on)} на ${dotted(asked.to)} и ждёт решения. Чтобы просить о другом дне, отзовите его.`,
      );
    }
    if (life.workingDue === null) {
      return refusal('item.wrong_state', 'Переносить нечего: дата ещё не названа. Сначала назовите дату.');
    }
    return life.status === 'reported'
      ? refusal('item.wrong_state', 'Отчёт сдан и ждёт приёмки: перенос просят до отчёта или после его возврата.')
      : null;
  }
  if (asked === null) return refusal('item.wrong_state', 'Перенос срока не запрошен: решать нечего.');
  return action === 'adviseExtension' && asked.opinion !== null
    ? refusal('item.wrong_state', `Мнение о переносе уже высказано ${dotted(asked.opinion.on)}.`)
    : null;
}

/** @param asked working day that is asked for */
export function whyNotLater(life: ItemLife, asked: LocalDate, today: LocalDate): Refusal | null {
  if (asked < today) return refusal('act.invalid', `Перенос не запрошен: ${dotted(asked)} уже прошло.`);
  return life.workingDue !== null && asked <= life.workingDue
    ? refusal(
        'act.invalid',
        `Перенос не запрошен: ${dotted(asked)} не позже действующего срока ${dotted(life.workingDue)}.`,
      )
    : null;
}

/** Who is asked first: the controller for an opinion, or at once whoever decides. */
export function firstAskedOf({ responsible, controller, head }: ItemPeople): {
  readonly id: OfficialId;
  readonly role: 'controller' | 'head';
} {
  return controller === responsible || controller === head
    ? { id: head, role: 'head' }
    : { id: controller, role: 'controller' };
}
