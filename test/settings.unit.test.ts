/** Settings: read once, faults said together, and the table that operators read is the one the program keeps. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSettings, SETTINGS } from '#bin/settings';

describe('settings', () => {
  it('stand in README.ru.md row by row', () => {
    const readme = readFileSync(new URL('../README.ru.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');
    for (const { name, meaning, byDefault } of SETTINGS) {
      expect(readme).toContain(`| \`${name}\` | ${meaning} | ${byDefault} |`);
    }
  });

  it('name every faulty variable at once', () => {
    const faulty = { DATABASE_URL: 'mysql://x', SMTP_URL: 'http://x', MAILS_PER_SECOND: 'много' };
    expect(() => readSettings(faulty)).toThrow(/DATABASE_URL.*MAILS_PER_SECOND|MAILS_PER_SECOND.*DATABASE_URL/s);
    expect(() => readSettings(faulty)).toThrow(/SMTP_URL/);
  });

  it('take the address, key and namespace of another Temporal from its own variables', () => {
    const { temporal } = readSettings({
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_NAMESPACE: 'body',
      TEMPORAL_API_KEY: 'secret',
    });
    expect(temporal?.connection).toMatchObject({ address: 'temporal.example:7233', apiKey: 'secret' });
    expect(temporal?.namespace).toBe('body');
  });
});
