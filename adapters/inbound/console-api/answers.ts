import type { Result } from '../../../domain/kernel/result.js';
import { refused, type Answer, type Refusal } from './route.js';

/** Why a change was refused, in words, and at which field of its form; what has no field concerns the whole of it. */
export type Said = readonly [message: string, field?: string | undefined];

/** Words of what every change of a record may be refused with. */
export const usualWords = { unknown: ['没有这条记录，可能已被删除'], 'changed-meanwhile': ['打开以后已被他人修改，请刷新后再改'], 'not-now': ['目前的状态不能这样做'] } as const satisfies Readonly<Record<string, Said>>;

export const doneBody = (): object => ({ done: true });
export const saidAs = ([message, field]: Said): Refusal => refused('REFUSED', { message, ...(field !== undefined && { field }) });

/** What came of a use case, as an answer of the console. */
export const answered = <T, R>(came: Result<T, R>, body: (value: T) => object, say: (refusal: R) => Said): Answer | Refusal => (came.ok ? { body: body(came.value) } : saidAs(say(came.refusal)));

/** The same for a change that has nothing to show and whose refusals are told in words of a table. */
export const changed = <R extends string>(came: Result<unknown, R>, words: Readonly<Record<R, Said>>): Answer | Refusal => answered(came, doneBody, (refusal) => words[refusal]);
