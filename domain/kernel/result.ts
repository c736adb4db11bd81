/** A refusal is an answer the business expects. A fault (database gone, bug) is thrown instead. */
export type Result<T, R> = Accepted<T> | Refused<R>;
export interface Accepted<T> { readonly ok: true; readonly value: T }
export interface Refused<R> { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): Accepted<T> => ({ ok: true, value });
export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });

/** For the default branch of a switch over a union: a new member becomes a compile error. */
export function never(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
