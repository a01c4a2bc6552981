/** Who may do what: the page for people is the specification, every cell of it is asked of the rules. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ItemPeople } from '#domain/item';
import {
  canOnDocument,
  canOnItem,
  canOnRoadmap,
  documentPeopleOf,
  type DocumentAction,
  type ItemAction,
  type RoadmapAction,
} from '#domain/permissions';

const PAGE = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');

const ITEM: Readonly<Record<ItemAction, string>> = {
  submitReport: 'Сдать отчёт',
  acceptReport: 'Принять отчёт (снять с контроля)',
  returnReport: 'Вернуть отчёт',
  nameDeadline: 'Назвать дату',
  moveDeadline: 'Перенести срок',
  askExtension: 'Попросить о переносе срока',
  adviseExtension: 'Высказать мнение о переносе',
  grantExtension: 'Разрешить перенос',
  refuseExtension: 'Отказать в переносе',
  recallExtension: 'Отозвать просьбу о переносе',
  reassign: 'Сменить ответственного',
  amend: 'Изменить пункт новой редакцией',
  withdraw: 'Исключить пункт новой редакцией',
};
const DOCUMENT: Readonly<Record<DocumentAction, string>> = {
  fill: 'Заполнить проект',
  upload: 'Загрузить правленый проект',
  decide: 'Согласовать или вернуть проект',
  register: 'Зарегистрировать документ',
};
const ROADMAP: Readonly<Record<RoadmapAction, string>> = { changeEdition: 'Применить новую редакцию распоряжения' };

const ROLES = {
  responsible: 'Ответственный',
  coExecutor: 'Соисполнитель',
  controller: 'Контролёр',
  head: 'Подписант',
  dateOwner: 'Кто называет дату',
  stranger: 'Другой',
} as const;
const IDS = Object.keys(ROLES) as (keyof typeof ROLES)[];

const ALL_DIFFERENT: ItemPeople = {
  responsible: 'responsible',
  coExecutors: ['coExecutor'],
  controller: 'controller',
  head: 'head',
  dateOwner: 'dateOwner',
};

describe('the page of permissions', () => {
  const expected = [
    ...rowsOf(ITEM, (id, action) => canOnItem(id, action, ALL_DIFFERENT).ok),
    ...rowsOf(DOCUMENT, (id, action) => canOnDocument(id, action, documentPeopleOf(ALL_DIFFERENT)).ok),
    ...rowsOf(ROADMAP, (id, action) => canOnRoadmap(id, action, ALL_DIFFERENT).ok),
  ];

  it.each(expected)('says of «%s» what the rules say', (name, cells) => {
    const line = PAGE.split('\n').find((each) => each.startsWith(`| ${name} `));
    expect(
      line
        ?.split('|')
        .slice(2, -1)
        .map((cell) => cell.trim()),
    ).toEqual(cells);
  });

  it('names its roles in the order of its columns, and nothing that the rules do not know', () => {
    const rows = PAGE.split('\n').filter((line) => line.startsWith('| '));
    const heads = rows.filter((line) => line.startsWith('| Действие'));
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) {
      expect(
        head
          .split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      ).toEqual(Object.values(ROLES));
    }
    const told = rows.filter((line) => !/^\| (?:Действие|-)/u.test(line)).map((line) => line.split('|')[1]?.trim());
    expect(told).toEqual(expected.map(([name]) => name));
  });
});

describe('nobody decides on what is one’s own', () => {
  it.each(['acceptReport', 'returnReport'] as const)(
    'a controller who is responsible: %s is the signatory’s',
    (action) => {
      const people = { ...ALL_DIFFERENT, controller: 'responsible' };
      expect(canOnItem('responsible', action, people)).toMatchObject({
        ok: false,
        reason: expect.stringContaining('Свой отчёт'),
      });
      expect(canOnItem('head', action, people).ok).toBe(true);
    },
  );

  it('a controller who is the author does not approve the draft', () => {
    const document = documentPeopleOf({ ...ALL_DIFFERENT, controller: 'responsible' });
    expect(canOnDocument('responsible', 'decide', document).ok).toBe(false);
    expect(canOnDocument('head', 'decide', document).ok).toBe(true);
  });

  it('a controller who asks for a later deadline does not advise on it', () => {
    const people = { ...ALL_DIFFERENT, controller: 'responsible' };
    expect(canOnItem('responsible', 'adviseExtension', people)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('своей просьбе'),
    });
  });

  it('a signatory who is responsible moves the deadline and asks nobody', () => {
    const people = { ...ALL_DIFFERENT, head: 'responsible' };
    expect(canOnItem('responsible', 'askExtension', people)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('move-deadline'),
    });
    expect(canOnItem('responsible', 'moveDeadline', people).ok).toBe(true);
  });
});

it.each(Object.keys(ITEM) as ItemAction[])('a refusal says who may, in one sentence: %s', (action) => {
  const decision = canOnItem('stranger', action, ALL_DIFFERENT);
  expect(decision.ok ? '' : decision.reason).toMatch(/^[А-ЯЁ][^.]*\.$/u);
});

function rowsOf<Action extends string>(
  names: Readonly<Record<Action, string>>,
  may: (id: string, action: Action) => boolean,
): readonly (readonly [string, readonly string[]])[] {
  return (Object.keys(names) as Action[]).map((action) => [
    names[action],
    IDS.map((id) => (may(id, action) ? 'да' : '–')),
  ]);
}
