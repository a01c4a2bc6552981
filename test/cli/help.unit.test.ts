import { describe, expect, it } from '@jest/globals';
import { CODE, ITEM } from '../fixtures/client-in-memory.js';
import { ORDER_FILE, run } from './world.js';

const COMMANDS = [
  'import',
  'launch',
  'status',
  'show',
  'compare',
  'approve',
  'return',
  'register',
  'fill',
  'rows',
  'rows check',
  'rows form',
  'rows export',
  'upload',
  'report',
  'accept',
  'move-deadline',
  'name-deadline',
  'correct',
  'amend',
  'reassign',
  'mail',
  'deadline',
  'decline',
  'officials',
  'extend',
  'extend request',
  'extend advise',
  'extend grant',
  'extend refuse',
  'extend recall',
  'officials import',
  'officials match',
  'officials list',
  'reports',
  'reports discipline',
  'reports overdue',
  'reports load',
  'journal',
  'journal show',
  'journal export',
  'journal verify',
  'doctor',
  'rehearse',
  'templates',
  'templates check',
  'templates preview',
  'templates fields',
  'render',
  'start',
  'help',
];

/** Names that people type or files are called by; everything else is Russian. */
const KEYS = [
  ...COMMANDS.flatMap((name) => name.split(' ')),
  ...[
    'vekha',
    'data',
    'json',
    'docx',
    'xlsx',
    'txt',
    'csv',
    'eml',
    'ctrl-c',
    'readyz',
    'unclear',
    'on-time',
    'silent',
    'mixed',
    'hbs',
    'word',
    'pdf',
    'html',
    'odt',
    'doc',
    'rtf',
    'libreoffice',
    'png',
    'vekha_templates',
    'name',
    'post',
    'gender',
    'null',
    'm',
    'f',
  ],
  ...['order-appointment', 'letter-organisations', 'register-notices'],
];

describe('help', () => {
  it('lists every command', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of COMMANDS.filter((each) => !each.includes(' ')))
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'mu'));
  });

  it.each(COMMANDS)('of %s has an example that runs it, the exit codes and --json', async (name) => {
    const { code, out, said } = await run([...name.split(' '), '--help']);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^Использование: vekha /u);
    expect(out).toMatch(new RegExp(`Примеры?:\\n {2}vekha ${name}( |$)`, 'mu'));
    expect(out).toMatch(/Коды выхода:\n {2}0 {2}.+\n {2}1 {2}.+\n {2}2 {2}.+\n {2}3 {2}/u);
    expect(out).toContain('--json');
  });

  it.each(['', ...COMMANDS])('of «%s» has no English words beside names and keys', async (name) => {
    const { out } = await run([...name.split(' ').filter((word) => word !== ''), '--help']);
    const words = out.replace(/(?<![a-z])--?[a-z-]+/gu, '').match(/[A-Za-z][A-Za-z-]*/gu) ?? [];
    expect(words.filter((word) => !KEYS.includes(word.toLowerCase()))).toEqual([]);
  });

  it('is shown by the command help too, also of a command in a group', async () => {
    const said = await run(['help', 'officials', 'list']);
    expect(said).toMatchObject({ code: 0, out: (await run(['officials', 'list', '--help'])).out });
    expect((await run(['help'])).out).toBe((await run(['--help'])).out);
    expect((await run(['help', 'improt'])).said).toBe('Команды «improt» нет: возможно, имелась в виду «import».');
  });

  it('shows the version of the product before a command, and takes that of a document after one', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3' });
    expect((await run(['approve', 'а/1/б', '--by', 'Голубев И.А.', '--version', '2'])).out).not.toContain('1.2.3');
  });
});

describe('text for people', () => {
  const lines = [
    ['import', ORDER_FILE, '--check'],
    ['status'],
    ['status', CODE],
    ['show', ITEM],
    ['officials', 'list'],
  ];
  const widths = [40, 60, 80, 100, 160];

  it.each(lines.flatMap((argv) => widths.map((columns) => [columns, argv] as const)))(
    'fits %d columns: %j',
    async (columns, argv) => {
      const { out } = await run(argv, { columns });
      expect(out.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
    },
  );

  it('cuts off nothing: every title and id is there whatever the width', async () => {
    for (const columns of [40, 80, 160]) {
      const { out } = await run(['status', CODE], { columns });
      const letters = out.replaceAll(/\s/gu, '');
      expect(letters).toContain('ЦОС-2024/1/order-appointment');
      for (const word of ['Назначение', 'должностного', 'ответственного', 'образовательной'])
        expect(letters).toContain(word);
    }
  });

  it('has no exclamation marks and no English words', async () => {
    for (const argv of lines) {
      const { out } = await run(argv);
      expect(out).not.toContain('!');
      const words = out.replaceAll(/\S*[@/]\S*/gu, '').match(/\b[A-Za-z]{2,}\b/gu) ?? [];
      expect(words).toEqual([]);
    }
  });
});
