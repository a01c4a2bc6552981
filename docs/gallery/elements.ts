/** The examples of docs/templates.md: which tag each belongs to, and the template that it becomes. Pure. */

export interface Element {
  readonly tag: string;
  /** Markup of the example; null: the tag is explained in words. */
  readonly markup: string | null;
}

/** @param page the text of docs/templates.md */
export function elementsOf(page: string): readonly Element[] {
  return page
    .split(/^### /mu)
    .slice(1)
    .map((part) => ({
      tag: /^`([^`]+)`/u.exec(part)?.[1] ?? '',
      markup: /^```xml\n([\s\S]*?)^```/mu.exec(part.split(/^## /mu)[0] ?? '')?.[1] ?? null,
    }));
}

/** A template of one part, on a sheet without a page number. */
export function templateOf(markup: string): string {
  return `<document title="Пример" left-margin="30"><section page-numbers="none">${markup}</section></document>`;
}

/** What the examples of the page speak of. */
export const EXAMPLE_DATA = {
  регистрация: { дата: '2024-01-12', номер: '14-р' },
  приложение: { листов: 8 },
  строки: [
    { наименование: 'Ноутбук педагога', сумма: 6_250_000 },
    { наименование: 'Точка доступа беспроводной сети', сумма: 985_000 },
  ],
  итого: 7_235_000,
};
