/**
 * The workflow bundle: built once by `npm run build`, read by every worker. It must be built with the very SDK version that
 * runs it, so the version is part of its name.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { VekhaError } from '#domain/errors';

/** Exactly the processes that the bundle must export; a renamed one would strand every running item. */
export const WORKFLOW_NAMES = ['document', 'item', 'mailroom', 'roadmap'] as const;

/** `dist/workflow-bundle-<SDK version>.js`, wherever this file runs from. */
export function bundlePath(): string {
  return join(packageRoot(), 'dist', `workflow-bundle-${sdkVersion()}.js`);
}

export async function buildBundle(workflowsPath: string): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: silentLogger });
  return code;
}

/** @throws VekhaError 'engine.unavailable' when the project has not been built */
export async function readBundle(): Promise<string> {
  try {
    return await readFile(bundlePath(), 'utf8');
  } catch {
    throw new VekhaError('engine.unavailable', 'Нет собранных процессов: выполните npm run build и повторите.');
  }
}

function sdkVersion(): string {
  const manifest = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };
  return manifest.version;
}

/** The sources lie in `worker/`, the compiled files in `dist/worker/`. */
function packageRoot(): string {
  const parent = dirname(dirname(fileURLToPath(import.meta.url)));
  return parent.endsWith('dist') ? dirname(parent) : parent;
}

const silent = () => undefined;
const silentLogger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
