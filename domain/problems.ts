/** How problems of an order are told: their severities in words, the gravest first. Pure. */
import type { Problem, Severity } from './order.js';

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  blocking: 'остановит запуск',
  warning: 'проверьте',
  note: 'к сведению',
};

const WEIGHTS: Readonly<Record<Severity, number>> = { blocking: 0, warning: 1, note: 2 };

/** Those of one severity stay in their order. */
export function gravestFirst(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => WEIGHTS[a.severity] - WEIGHTS[b.severity]);
}
