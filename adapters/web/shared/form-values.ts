/** What somebody put into a form: texts, and lists of what was chosen. */
export type FieldValue = string | readonly string[] | undefined;
export type FormValues = Readonly<Record<string, FieldValue>>;

/** A text without the blanks around it; empty where nothing was typed. */
export function textIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** `{ name: text }`, or nothing where none was typed: what is left out stays as it is. */
export const textIfAny = <N extends string>(values: FormValues, name: N): { readonly [K in N]?: string } => {
  const text = textIn(values, name);
  return (text === '' ? {} : { [name]: text }) as { readonly [K in N]?: string };
};

export function listIn(values: FormValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? [...value as readonly string[]] : [];
}

/** What stands on the lines of a text, or between blanks and commas. */
export const linesIn = (values: FormValues, name: string): string[] => textIn(values, name).split(/[\s,，;；]+/).filter((one) => one !== '');

/** Choices with some more put in or taken out, in the order in which they are offered; what is not offered is kept at the end. */
export function rechosen(chosen: readonly string[], offered: readonly string[], some: readonly string[], isIn: boolean): string[] {
  const after = new Set(isIn ? [...chosen, ...some] : chosen.filter((one) => !some.includes(one)));
  return [...offered.filter((one) => after.has(one)), ...[...after].filter((one) => !offered.includes(one))];
}
