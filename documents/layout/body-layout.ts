/**
 * A body's own layout over the standard: what it says of every document, then of those under one standard, then of one kind.
 * Plain values only: it travels to the rendering thread with the templates. Pure.
 */
import { type LayoutProfile, profile, type ProfileName } from '../profiles.js';
import type { CoatOfArms } from './coat-of-arms.js';
import { LAYOUT_KEYS, type LayoutPath, type LayoutValue } from './layout-keys.js';

/** By the keys of `LAYOUT_KEYS`, and the coat of arms; null: none here. */
export interface Overrides {
  readonly values: ReadonlyMap<string, LayoutValue>;
  /** Absent: nothing is said of it. */
  readonly arms?: CoatOfArms | null;
}

export interface BodyLayout {
  readonly common: Overrides;
  readonly profiles: ReadonlyMap<ProfileName, Overrides>;
  readonly kinds: ReadonlyMap<string, Overrides>;
}

/** @param kind of the document; null: of those that the file says nothing special of */
export function layoutOf(own: BodyLayout | undefined, name: ProfileName, kind: string | null): LayoutProfile {
  const standard = profile(name);
  if (own === undefined) return standard;
  const special = kind === null ? undefined : own.kinds.get(kind);
  const general = [own.common, own.profiles.get(name)].reduce(over, standard);
  return special === undefined ? general : over(withOneLeft(general, special), special);
}

/** Rules for the words of a document, which do not depend on its date. */
export function wordRules(own: BodyLayout | undefined, kind: string): Pick<LayoutProfile, 'datesInText' | 'dots'> {
  return layoutOf(own, 'gost-2016', kind);
}

function over(layout: LayoutProfile, overrides: Overrides | undefined): LayoutProfile {
  if (overrides === undefined) return layout;
  const { values, arms } = overrides;
  const set = [...values].reduce((all, [key, value]) => {
    const path = LAYOUT_KEYS[key]?.path;
    return path === undefined ? all : replaced(all, path, value);
  }, layout);
  const size = values.has('шрифт.текст')
    ? { pitch: Math.round((set.textSize * PITCH_OF_SIZE + Number.EPSILON) * 10) / 10 }
    : {};
  return { ...set, ...size, ...(arms === undefined ? {} : { arms }) };
}

/** Two lines of 14 points stand 16 points apart. */
const PITCH_OF_SIZE = 16 / 14;

/** Who names the left margin of one kind means that kind, however long it is kept. */
function withOneLeft(layout: LayoutProfile, { values }: Overrides): LayoutProfile {
  const left = values.get('поля.слева');
  return typeof left === 'number' ? { ...layout, longKeepingLeft: left } : layout;
}

/** Every path of `LAYOUT_KEYS` leads to a constant of the type that its rule lets through: a test walks them all. */
function replaced(layout: LayoutProfile, [first, ...rest]: LayoutPath, value: LayoutValue): LayoutProfile {
  return { ...layout, [first]: within(layout[first], rest, value) };
}

function within(part: unknown, [first, ...rest]: readonly string[], value: LayoutValue): unknown {
  if (first === undefined) return value;
  const inner = part as Readonly<Record<string, unknown>>;
  return { ...inner, [first]: within(inner[first], rest, value) };
}
