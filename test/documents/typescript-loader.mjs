// Lets a plain Node process import the TypeScript sources, with the same compiler that the tests use.
import { transformFile } from '@swc/core';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

export function resolve(specifier, context, next) {
  const room = /^#(\w+)(?:\/(.+))?$/.exec(specifier);
  if (room !== null) return next(new URL(`${room[1]}/${room[2] ?? 'index'}.ts`, ROOT).href, context);
  const ours = context.parentURL?.startsWith(ROOT.href) && !context.parentURL.includes('/node_modules/');
  return next(ours && specifier.startsWith('.') ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts') || !url.startsWith(pathToFileURL(fileURLToPath(ROOT)).href)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
