/** A file named by `--out`: one that is there may be somebody's work and is replaced only when that was asked for. */
import type { Doors } from './doors.js';

/** @throws VekhaError 'usage.invalid' when the file is there and `force` was not given */
export function writeOut(
  doors: Pick<Doors, 'createFile' | 'writeFile'>,
  { out, force = false }: { readonly out: string; readonly force?: boolean },
  bytes: Uint8Array,
): Promise<void> {
  return force ? doors.writeFile(out, bytes) : doors.createFile(out, bytes);
}
