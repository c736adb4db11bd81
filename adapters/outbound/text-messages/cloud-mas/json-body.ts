type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a UTF-8 JSON body, or undefined; depth that is too great for the parser counts as unreadable. */
function valueOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

export function readObject(body: Uint8Array): JsonObject | undefined {
  const value = valueOf(body);
  return isObject(value) ? value : undefined;
}

/** One object or a list of them; what is no object comes as undefined. Undefined for any other body and for more than `most`. */
export function readEntries(body: Uint8Array, most: number): readonly (JsonObject | undefined)[] | undefined {
  const value = valueOf(body);
  if (isObject(value)) return [value];
  if (!Array.isArray(value) || value.length > most) return undefined;
  return value.map((entry: unknown) => (isObject(entry) ? entry : undefined));
}
