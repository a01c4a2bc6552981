/** A new edition in words: what the journal and an item's card say of it. Pure. */
import { capitalFirst } from '../typography.js';
import { actCited } from './amending-act.js';
import type { WordChange } from './compare.js';
import type { EditionNote } from './plan.js';

export const FIELD_WORDS: Readonly<Record<WordChange['field'], string>> = {
  title: 'Мероприятие',
  parties: 'Ответственные',
  results: 'Результаты',
  deadline: 'Срок',
  controller: 'Контролёр',
};

/** «Распоряжение от 22.08.2024 № 2214-р. Срок: «30 сентября 2024 года» вместо «25 августа 2024 года».» */
export function toldOf({ act, changes }: Pick<EditionNote, 'act' | 'changes'>): string {
  return [capitalFirst(actCited(act)), ...changes.map(changeTold)].join('. ').concat('.');
}

function changeTold({ field, was, now }: WordChange): string {
  return `${FIELD_WORDS[field]}: «${now}» вместо «${was}»`;
}
