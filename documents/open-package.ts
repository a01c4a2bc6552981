/** The parts of a .docx, opened with the caps that any file from outside gets. Knows nothing of what is in them. */
import { strFromU8, unzipSync } from 'fflate';

const MOST_PARTS = 2_000;
const MOST_UNPACKED = 200 * 1024 * 1024;

/** Names and texts of the XML parts, in the order of the package; null when this is not a readable zip within the caps. */
export function openPackage(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  let parts = 0;
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) throw new RangeError('too large');
        return /\.(?:xml|rels)$/u.test(name);
      },
    });
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return null;
  }
}
