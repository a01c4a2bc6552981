/** Acts for tests: invented bodies, a head that is complete, and below it whatever the test is about. */
import { readOrder, type TracedReading } from '#importer';
import { HEAD, wordFile } from './word-file.js';

/** An act in plain text; `title` names the plan above the table. */
export function textAct(table: string, title = 'План мероприятий по озеленению на 2025 год'): string {
  return `ДЕПАРТАМЕНТ БЛАГОУСТРОЙСТВА ГОРОДА ЗЕЛЕНОДОЛА

ПРИКАЗ
от 14.01.2025 № 7-о

Об утверждении плана

В целях озеленения города:
1. Утвердить план мероприятий.
2. Контроль за исполнением настоящего приказа оставляю за собой.

Директор департамента	Л.Л. Клён

УТВЕРЖДЁН
приказом департамента благоустройства
города Зеленодола
от 14.01.2025 № 7-о

${title}

${table}`;
}

export function readText(text: string, plan?: number): Promise<TracedReading> {
  return readOrder(new TextEncoder().encode(text), { fileName: 'act.txt', ...(plan === undefined ? {} : { plan }) });
}

/** A Word file with the head of `word-file.ts` and these tables and paragraphs below it. */
export function readWord(body: string): Promise<TracedReading> {
  return readOrder(wordFile(HEAD + body), { fileName: 'act.docx' });
}

/** What a person would compare with the paper. */
export function measures({ items }: TracedReading) {
  return items.map(({ no, title, responsible, results, deadline }) => ({
    no: no.value,
    title: title.value,
    responsible: responsible.map(({ value }) => value),
    results: results.map(({ kind, text }) => `${kind}: ${text.value}`),
    deadline: deadline.value,
  }));
}

export function told({ problems }: TracedReading): string[] {
  return problems.map(({ severity, where, message }) => `${severity} | ${where} | ${message}`);
}
