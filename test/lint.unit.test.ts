/** The rules that keep workflows deterministic and promises awaited: each has been seen red here. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

async function rulesBroken(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}${file}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe('lint', () => {
  it.each([
    ['Intl', 'export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;\n'],
    ['toLocale*', "export const day = (at: Date) => at.toLocaleDateString('ru');\n"],
    ['local date getters', 'export const hour = (at: Date) => at.getHours();\n'],
  ])('refuses %s in workflows and in the domain they run', async (_what, text) => {
    expect(await rulesBroken('workflows/item.ts', text)).toContain('no-restricted-syntax');
    expect(await rulesBroken('domain/item-life.ts', text)).toContain('no-restricted-syntax');
  });

  it('refuses Node built-ins and values of the activities in workflows', async () => {
    const rule = '@typescript-eslint/no-restricted-imports';
    expect(await rulesBroken('workflows/item.ts', "import 'node:fs';\n")).toContain(rule);
    expect(
      await rulesBroken(
        'workflows/item.ts',
        "import { createActivities } from '#activities';\nvoid createActivities;\n",
      ),
    ).toContain(rule);
    expect(await rulesBroken('workflows/item.ts', "import { openStore } from '#store';\nvoid openStore;\n")).toContain(
      rule,
    );
  });

  it('refuses a promise that nobody awaits', async () => {
    const text = 'declare function send(): Promise<void>;\nexport function go(): void {\n  send();\n}\n';
    expect(await rulesBroken('activities/mails.ts', text)).toContain('@typescript-eslint/no-floating-promises');
  });

  it('lets bin/settings.ts and the executables alone read the environment', async () => {
    const text = "export const dir = process.env['VEKHA_DATA'];\n";
    expect(await rulesBroken('client/deps.ts', text)).toContain('no-restricted-properties');
    expect(await rulesBroken('bin/vekha.ts', text)).not.toContain('no-restricted-properties');
  });
});
