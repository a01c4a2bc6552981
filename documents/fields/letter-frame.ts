/** What every letter has: letterhead, addressee, the point that it cites, signature, executor. Pure. */
import { ADDRESSEE_ROWS, addressee } from './addressee.js';
import type { CatalogueRows } from './catalogue-rows.js';
import * as common from './common.js';
import type { DocumentFacts } from './facts.js';
import { type PlanWords, planWords } from './plan-words.js';

export function letterFrame(facts: DocumentFacts, plan: PlanWords = planWords(facts.order)): Record<string, unknown> {
  return common.together(
    common.properties(facts),
    common.letterHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    common.executor(facts),
    addressee(facts),
  );
}

export const LETTER_FRAME_ROWS: readonly CatalogueRows[] = [
  common.PROPERTY_ROWS,
  common.LETTER_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  common.EXECUTOR_ROWS,
  ADDRESSEE_ROWS,
];
