/** Files of the example order and of the product, from wherever the compiled bench lies. */
import { join } from 'node:path';
import { compiled, templatesDir } from '#bin/package-root';

const root = join(templatesDir(), '..');

export const EXAMPLE = {
  docx: join(root, 'examples', 'order-3509-r.docx'),
  txt: join(root, 'examples', 'order-3509-r.txt'),
  officials: join(root, 'examples', 'officials.csv'),
};

export const VEKHA = compiled('bin/vekha.js');
