/** Run by `npm run build`: bundles the compiled workflows beside themselves. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildBundle, bundlePath } from './bundle.js';

await writeFile(bundlePath(), await buildBundle(fileURLToPath(new URL('../workflows/index.js', import.meta.url))));
