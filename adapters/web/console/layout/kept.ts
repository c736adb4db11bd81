/** Small things that this browser remembers for a person: never business data. A browser that keeps nothing is no reason to fail. */
export function kept<T>(name: string, isRight: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(`console.${name}`) ?? 'null');
    return isRight(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) window.localStorage.removeItem(`console.${name}`);
    else window.localStorage.setItem(`console.${name}`, JSON.stringify(value));
  } catch {
    // Full, or forbidden by the browser: then nothing is remembered.
  }
}

export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
export const areCounts = (value: unknown): value is Readonly<Record<string, number>> => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isNumber);
