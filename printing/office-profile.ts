/**
 * Settings of the LibreOffice that prints: PDF/A-2b, no macros, no links to other places. Written into a profile of our
 * own, so that nothing of the user's LibreOffice is read or changed and any version understands it.
 * Names: the schemas `org.openoffice.Office.Common` and `org.openoffice.Inet` of LibreOffice.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMON = '/org.openoffice.Office.Common';

const SETTINGS: readonly (readonly [path: string, name: string, value: string])[] = [
  [`${COMMON}/Filter/PDF/Export`, 'SelectPdfVersion', '2'],
  [`${COMMON}/Security/Scripting`, 'MacroSecurityLevel', '3'],
  [`${COMMON}/Security/Scripting`, 'DisableMacrosExecution', 'true'],
  [`${COMMON}/Security/Scripting`, 'BlockUntrustedRefererLinks', 'true'],
  [`${COMMON}/Misc`, 'FirstRun', 'false'],
  // A proxy that nobody serves: what a document points to is not fetched.
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
];

/** @param folder becomes the profile; made when absent */
export function writeOfficeProfile(folder: string): void {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  mkdirSync(join(folder, 'user'), { recursive: true, mode: 0o700 });
  writeFileSync(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items ${NAMESPACES}>\n${items.join('\n')}\n</oor:items>\n`,
  );
}

const NAMESPACES =
  'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
