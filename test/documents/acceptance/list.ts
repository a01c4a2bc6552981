/** The acceptance list of a clerk, as far as a machine can decide it; its numbers are those of the list. */
import { APPENDIX } from './appendix.js';
import type { Check } from './check.js';
import { FILE } from './file.js';
import { GEOMETRY } from './geometry.js';
import { HEAD } from './head.js';
import { NUMBERS } from './numbers.js';
import { PEOPLE } from './people.js';
import { POINTS } from './points.js';
import { SIGNATURE } from './signature.js';
import { TABLES } from './tables.js';
import { TYPOGRAPHY } from './typography.js';

export const CHECKS: readonly Check[] = [
  ...GEOMETRY,
  ...HEAD,
  ...POINTS,
  ...PEOPLE,
  ...TYPOGRAPHY,
  ...SIGNATURE,
  ...APPENDIX,
  ...TABLES,
  ...NUMBERS,
  ...FILE,
].sort((a, b) => a.row - b.row);
