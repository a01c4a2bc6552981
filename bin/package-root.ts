/** Where the package lies: templates and examples stand beside `dist/`, wherever this file runs from. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function packageRoot(): string {
  const parent = dirname(dirname(fileURLToPath(import.meta.url)));
  return parent.endsWith('dist') ? dirname(parent) : parent;
}

export function templatesDir(): string {
  return join(packageRoot(), 'templates');
}

export function compiled(file: string): string {
  return join(packageRoot(), 'dist', file);
}

export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
