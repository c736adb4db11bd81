import { ok, refuse, type Result } from '../kernel/result.js';

export type SettingRefusal = { readonly code: 'setting-unknown' | 'setting-missing'; readonly name: string };

/** A setting as far as its name matters. `isKept`: it is not shown, so that nothing typed means no change. */
export interface NamedSetting { readonly name: string; readonly isRequired: boolean; readonly isKept: boolean }

/**
 * The settings of an account when some of them were typed, in their stored form. What is not asked for stays (older versions had other settings);
 * an empty one is taken away, or stays where it is one that is not shown.
 */
export function settingsWith(before: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>, known: readonly NamedSetting[]): Result<Readonly<Record<string, string>>, SettingRefusal> {
  const foreign = Object.keys(typed).find((name) => !known.some((setting) => setting.name === name));
  if (foreign !== undefined) return refuse({ code: 'setting-unknown', name: foreign });
  const after = new Map(Object.entries(before));
  for (const { name, isRequired, isKept } of known) {
    const value = typed[name] ?? '';
    if (value !== '') after.set(name, value);
    else if (!isKept) after.delete(name);
    if (isRequired && !after.has(name)) return refuse({ code: 'setting-missing', name });
  }
  return ok(Object.fromEntries(after));
}
