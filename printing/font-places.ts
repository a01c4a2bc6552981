/** Whether the faces of our PDF are on this machine: the fonts of the system and those that LibreOffice brings. */
import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param office the program of LibreOffice
 * @returns null when Liberation Serif is here, else a Russian sentence that says how to get it
 */
export function missingFonts(office: string): string | null {
  const here = fontFolders(office).some((folder) => namesIn(folder).some((name) => SERIF.test(name)));
  return here ? null : `Шрифты Liberation не найдены, без них PDF разойдётся с Word: ${FONTS_CURE}.`;
}

const SERIF = /(?:^|[\\/])LiberationSerif-Regular\.ttf$/iu;

export const FONTS_CURE = 'поставьте шрифты Liberation (в Debian и Ubuntu – пакет fonts-liberation)';

/** Debian keeps them with the system; builds of the LibreOffice project bring them along. */
function fontFolders(office: string): readonly string[] {
  const program = dirname(realpathSync(office));
  return [
    join(program, '..', 'share', 'fonts'),
    join(program, '..', 'Resources', 'fonts'),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    '/Library/Fonts',
    'C:\\Windows\\Fonts',
  ];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
