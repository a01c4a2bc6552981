/** `--evidence 1=документ:ID`: what shows that a named result is there. Pure. */
import type { ReportInput } from '#client';
import { wrong } from './arguments.js';

type Evidence = ReportInput['evidence'][number];

const FORM = /^([^=\s]+)\s*=\s*([^:]+?)\s*:\s*(\S.*)$/su;
const SAMPLES = '1=документ:order-appointment, 1=бумага:СЛОВА или "1=не требуется:ПРИЧИНА"';

/**
 * @param itemId a document of the item may be named by its kind alone: `order-appointment`
 * @throws VekhaError 'usage.invalid' that shows how it is written
 */
export function readEvidence(words: readonly string[], itemId: string): readonly Evidence[] {
  const read = words.map((each) => readOne(each, itemId));
  const twice = read.find(({ result }, i) => read.findIndex((other) => other.result === result) !== i);
  if (twice !== undefined) {
    throw wrong(`Ключ --evidence: результат ${twice.result} назван дважды, оставьте одно подтверждение.`);
  }
  return read;
}

function readOne(words: string, itemId: string): Evidence {
  const [, result = '', means = '', said = ''] = FORM.exec(words.trim()) ?? [];
  switch (means.toLowerCase()) {
    case 'документ':
      return { result, by: 'document', documentId: said.includes('/') ? said : `${itemId}/${said}` };
    case 'бумага':
      return { result, by: 'paper', words: said };
    case 'не требуется':
      return { result, by: 'waiver', words: said };
    default:
      throw wrong(`Ключ --evidence: «${words}» не понято, пишите ${SAMPLES}.`);
  }
}
