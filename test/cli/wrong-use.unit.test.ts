import { describe, expect, it } from '@jest/globals';
import { VekhaError } from '#domain/errors';
import { ITEM } from '../fixtures/client-in-memory.js';
import { jsonOf, run } from './world.js';

describe('a wrong command line', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['names the nearest command', ['stats'], 'Команды «stats» нет: возможно, имелась в виду «status».'],
    ['completes a shortened command', ['move', ITEM], 'Команды «move» нет: возможно, имелась в виду «move-deadline».'],
    ['lists where nothing is near', ['xyzzyxyzzy'], 'Команды «xyzzyxyzzy» нет: список показывает vekha --help.'],
    [
      'names the nearest command of a group',
      ['officials', 'lsit'],
      'Команды «lsit» нет: возможно, имелась в виду «list».',
    ],
    [
      'names the nearest option',
      ['show', ITEM, '--uot=1'],
      'Ключа «--uot» у vekha show нет: возможно, имелся в виду «--out».',
    ],
    ['names a missing argument with an example', ['show'], 'Не указано: <что>, образец: vekha show ЦОС-2024/5.'],
    [
      'names all missing options at once',
      ['accept', ITEM],
      'Не указано: --by <кто>; образец: vekha accept ЦОС-2024/1 --by "Глевицкая Е.И.".',
    ],
    ['names an option left without a value', ['mail', '--to'], 'После ключа нужно значение: --to <кто>.'],
    [
      'asks for quotation marks round words with spaces',
      ['deadline', 'до', '25', 'августа', '--order-date', '26.12.2023'],
      'Лишнее в команде vekha deadline: «25 августа»; значение с пробелами возьмите в кавычки, образец: vekha deadline "не позднее 25 августа 2024 года" --order-date 26.12.2023.',
    ],
    [
      'says which number an option takes',
      ['approve', 'а/1/б', '--by', 'а', '--version', 'два'],
      'Ключ --version: «два» не подходит, нужно целое число от 1 до 999999.',
    ],
    ['says that a value is empty', ['accept', ITEM, '--by', ' '], 'Ключ --by: значение пустое.'],
  ];

  it.each(cases)('%s', async (_, argv, sentence) => {
    const heard = await run(argv);
    expect(heard).toMatchObject({ code: 2, out: '', said: sentence, acts: [] });
    const json = await run([...argv, '--json']);
    // After an option without its value `--json` would be that value.
    if (argv.at(-1) !== '--to') expect(jsonOf(json)).toEqual({ error: { code: 'usage.invalid', message: sentence } });
    expect(json.said).toBe('');
  });

  it('names every missing option of a command that needs several', async () => {
    const { said } = await run(['register', 'а/1/б']);
    expect(said).toContain('--by <кто>, --version <номер>, --number <номер>, --date <дата>');
  });

  it('shows the help and ends with 2 when no command is given', async () => {
    const heard = await run([]);
    expect(heard).toMatchObject({ code: 2, out: '' });
    expect(heard.said).toContain('Команды:');
    expect(jsonOf(await run(['--json']))).toMatchObject({ error: { code: 'usage.invalid' } });
    expect((await run(['officials'])).code).toBe(2);
  });

  it('takes --json before the command too', async () => {
    expect(jsonOf(await run(['--json', 'status']))).toHaveProperty('roadmaps');
  });
});

describe('a failure', () => {
  it('ends with 1 and one sentence when nothing runs, as text and as JSON', async () => {
    const connect = () => Promise.reject(new VekhaError('engine.unavailable', '«Веха» не запущена: выполните start.'));
    expect(await run(['status'], { doors: { connect } })).toMatchObject({
      code: 1,
      out: '',
      said: '«Веха» не запущена: выполните start.',
    });
    expect(jsonOf(await run(['status', '--json'], { doors: { connect } }))).toEqual({
      error: { code: 'engine.unavailable', message: '«Веха» не запущена: выполните start.' },
    });
  });

  it('that nobody foresaw is one sentence with a mark, equal for equal failures, and no stack', async () => {
    const doctor = () => Promise.reject(new TypeError('x is not a function'));
    const heard = await run(['doctor'], { doors: { doctor } });
    expect(heard.code).toBe(1);
    expect(heard.said).toMatch(/^Команда не выполнена[^\n]*метка [0-9a-f]{8}[^\n]*\.$/u);
    expect(heard.said).not.toMatch(/TypeError|not a function|\.ts/u);
    expect(heard.said).toContain(heard.unexpected[0] ?? 'no mark');
    const again = await run(['doctor', '--json'], { doors: { doctor } });
    expect(again.unexpected).toEqual(heard.unexpected);
    expect(jsonOf(again)).toMatchObject({ error: { code: 'unexpected' } });
  });

  it('lets go of the installation when a command is refused', async () => {
    expect((await run(['show', 'ЦОС-2024/99'])).open).toBe(0);
  });
});
