/**
 * Reads a body's settings of layout. Everything that is wrong is told at once, with its line and a cure; a file with a fault
 * is not used. Pure; the file and the pictures are read next door.
 */
import { cureOf, guess } from '#domain/nearest';
import { isRecord } from '#domain/json-source';
import type { SourceFile } from '../load-templates.js';
import type { ProfileName } from '../profiles.js';
import { type JsonObject, JsonSource } from '../json-source.js';
import type { Fault } from '../template-tree.js';
import { type BodyLayout, layoutOf, type Overrides } from './body-layout.js';
import { type CoatOfArms, readCoatOfArms } from './coat-of-arms.js';
import { misfits } from './fit.js';
import { ARMS_HEIGHT, ARMS_KEYS, LAYOUT_KEYS, type LayoutValue, type ValueRule } from './layout-keys.js';

/** In a body's own folder. */
export const LAYOUT_FILE = 'оформление.json';

export interface LayoutSource extends SourceFile {
  /** Files beside it by their names, those that it may mean. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** @returns null when the file has a fault */
export function readBodyLayout(
  source: LayoutSource,
  kinds: readonly string[],
  report: (fault: Fault) => void,
): BodyLayout | null {
  const faults: Fault[] = [];
  const json = new JsonSource(source, (fault) => void faults.push(fault), '{"поля": {"слева": 25}}');
  const reader = new LayoutReader(json, source.pictures, kinds, faults);
  const layout = json.object === null ? null : reader.read(json.object);
  faults.forEach(report);
  return faults.length > 0 ? null : layout;
}

const PROFILES: Readonly<Record<string, ProfileName>> = { 'гост-2016': 'gost-2016', 'гост-2025': 'gost-2025' };
const KINDS = 'виды';
const ARMS = 'герб';
const SECTIONS = [...new Set(Object.keys(LAYOUT_KEYS).map((key) => key.split('.')[0] ?? key)), ARMS];

class LayoutReader {
  constructor(
    private readonly source: JsonSource,
    private readonly pictures: LayoutSource['pictures'],
    private readonly known: readonly string[],
    private readonly faults: readonly Fault[],
  ) {}

  read(file: JsonObject): BodyLayout {
    const special = [...Object.keys(PROFILES), KINDS];
    const common = this.overrides(file, { from: 0, special, words: true });
    const profiles = new Map<ProfileName, Overrides>();
    for (const [key, name] of Object.entries(PROFILES)) {
      const part = this.part(file, key, 0);
      if (part !== null)
        profiles.set(name, this.overrides(part.values, { from: part.from, special: [], words: false }));
    }
    const layout = { common, profiles, kinds: this.kinds(file) };
    if (this.faults.length === 0) this.fit(layout);
    return layout;
  }

  private kinds(file: JsonObject): ReadonlyMap<string, Overrides> {
    const kinds = new Map<string, Overrides>();
    const all = this.part(file, KINDS, 0);
    for (const kind of Object.keys(all?.values ?? {})) {
      const part = this.part(all?.values ?? {}, kind, all?.from ?? 0);
      if (part === null) continue;
      if (!this.known.includes(kind)) {
        this.source.fault(
          part.from,
          `вида «${kind}» нет`,
          guess(kind, this.known) ?? 'виды показывает templates check --json',
        );
      }
      kinds.set(kind, this.overrides(part.values, { from: part.from, special: [], words: true }));
    }
    return kinds;
  }

  private overrides(
    values: JsonObject,
    { from, special, words }: { from: number; special: readonly string[]; words: boolean },
  ): Overrides {
    const found = new Map<string, LayoutValue>();
    let arms: CoatOfArms | null | undefined;
    for (const [section, inside] of Object.entries(values)) {
      if (special.includes(section)) continue;
      const at = this.source.offset(section, from);
      if (section === ARMS) arms = this.arms(inside, at);
      else if (Object.hasOwn(LAYOUT_KEYS, section)) this.value(section, inside, at, words, found);
      else if (!SECTIONS.includes(section)) {
        const all = [...SECTIONS, ...special];
        this.source.fault(at, `ключа «${section}» нет`, cureOf(section, all));
      } else if (!isRecord(inside)) {
        this.source.fault(at, `«${section}» – объект с ключами: ${keysOf(section).join(', ')}`);
      } else {
        for (const [key, value] of Object.entries(inside)) {
          const place = this.source.offset(key, at + 1);
          if (keysOf(section).includes(key)) this.value(`${section}.${key}`, value, place, words, found);
          else this.source.fault(place, `в «${section}» нет ключа «${key}»`, this.cure(section, key));
        }
      }
    }
    return { values: found, ...(arms === undefined ? {} : { arms }) };
  }

  private value(key: string, value: unknown, at: number, words: boolean, found: Map<string, LayoutValue>): void {
    const row = LAYOUT_KEYS[key];
    if (row === undefined) return;
    if (row.words === true && !words) {
      const cure = 'перенесите его на верхний уровень: слова документа не зависят от стандарта';
      this.source.fault(at, `«${key}» не задаётся для одного стандарта`, cure);
      return;
    }
    const read = accepted(row.rule, value);
    if (read === null) this.source.fault(at, `«${key}» – ${expected(row.rule)}, а стоит ${JSON.stringify(value)}`);
    else found.set(key, read);
  }

  private arms(value: unknown, at: number): CoatOfArms | null {
    if (value === 'нет') return null;
    if (!isRecord(value) || typeof value['файл'] !== 'string') {
      this.source.fault(at, '«герб» – {"файл": "герб.png", "высота": 17} или "нет"');
      return null;
    }
    for (const key of Object.keys(value)) {
      if (!ARMS_KEYS.includes(key)) {
        this.source.fault(this.source.offset(key, at), `в «${ARMS}» нет ключа «${key}»`, cureOf(key, ARMS_KEYS));
      }
    }
    const name = value['файл'];
    const { from, to, byDefault } = ARMS_HEIGHT;
    const rule: ValueRule = { kind: 'number', from, to, unit: 'мм' };
    const height = accepted(rule, value['высота'] ?? byDefault);
    if (typeof height !== 'number')
      this.source.fault(this.source.offset('высота', at), `«герб.высота» – ${expected(rule)}`);
    const bytes = this.pictures.get(name.normalize());
    if (bytes === undefined) {
      this.source.fault(
        this.source.offset('файл', at),
        `файла «${name}» рядом нет`,
        'положите картинку в ту же папку, имя – на .png или .jpg',
      );
      return null;
    }
    const read = readCoatOfArms(bytes, typeof height === 'number' ? height : byDefault);
    if (typeof read !== 'string') return read;
    this.source.fault(
      this.source.offset('файл', at),
      `файл «${name}» – ${read}`,
      'возьмите картинку PNG или JPEG до 1 МБ',
    );
    return null;
  }

  /** Each misfit once, at the key that has brought it about. */
  private fit(layout: BodyLayout): void {
    const told = new Set<string>();
    for (const name of Object.values(PROFILES)) {
      for (const kind of [null, ...layout.kinds.keys()]) {
        for (const { keys, message, cure } of misfits(layoutOf(layout, name, kind))) {
          if (told.has(message)) continue;
          told.add(message);
          this.source.fault(this.placeOf(keys, kind), message, cure);
        }
      }
    }
  }

  private placeOf(keys: readonly string[], kind: string | null): number {
    const from = kind === null ? 0 : this.source.offset(kind, this.source.offset(KINDS));
    for (const key of keys) {
      const [section = '', inside = ''] = key.split('.');
      const at = this.source.find(section, from);
      const found = at === null ? null : this.source.find(inside, at + 1);
      if (found !== null) return found;
    }
    return from;
  }

  private part(values: JsonObject, key: string, from: number): { values: JsonObject; from: number } | null {
    const inside = values[key];
    if (inside === undefined) return null;
    const at = this.source.offset(key, from);
    if (isRecord(inside)) return { values: inside, from: at };
    this.source.fault(at, `«${key}» – объект вида {"поля": {"слева": 25}}`);
    return null;
  }

  private cure(section: string, key: string): string {
    const known = keysOf(section);
    return cureOf(key, known);
  }
}

function keysOf(section: string): readonly string[] {
  return Object.keys(LAYOUT_KEYS)
    .filter((key) => key.startsWith(`${section}.`))
    .map((key) => key.slice(section.length + 1));
}

function accepted(rule: ValueRule, value: unknown): LayoutValue | null {
  switch (rule.kind) {
    case 'number':
      return typeof value === 'number' && value >= rule.from && value <= rule.to ? value : null;
    case 'choice': {
      const word = typeof value === 'number' ? String(value) : value;
      return typeof word === 'string' && Object.hasOwn(rule.values, word) ? (rule.values[word] ?? null) : null;
    }
    case 'text':
      return typeof value === 'string' && rule.pattern.test(value) ? value : null;
  }
}

function expected(rule: ValueRule): string {
  switch (rule.kind) {
    case 'number': {
      const [from, to] = [rule.from, rule.to].map((n) => String(n).replace('.', ','));
      return `число от ${from} до ${to} (${rule.unit}), без кавычек`;
    }
    case 'choice':
      return `одно из: ${Object.keys(rule.values).join(', ')}`;
    case 'text':
      return `текст вида «${rule.example}»`;
  }
}
