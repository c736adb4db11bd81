import type { Result } from '../../../domain/kernel/result.js';
import { refused, type Answer, type Refusal } from './route.js';

/** Why a change was refused, in words, and at which field of its form; what has no field concerns the whole of it. */
export type Said = readonly [message: string, field?: string];

/** Words of what every change of a record may be refused with. */
export const usualWords = { unknown: ['没有这条记录，可能已被删除'], 'changed-meanwhile': ['打开以后已被他人修改，请刷新后再改'], 'not-now': ['目前的状态不能这样做'] } as const satisfies Readonly<Record<string, Said>>;

export function changed<R extends string>(came: Result<unknown, R>, words: Readonly<Record<R, Said>>): Answer | Refusal {
  return came.ok ? { body: { done: true } } : saidAs(words[came.refusal]);
}
export const saidAs = ([message, field]: Said): Refusal => refused('REFUSED', { message, ...(field !== undefined && { field }) });
