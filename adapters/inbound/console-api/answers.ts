import type { Result } from '../../../domain/kernel/result.js';
import { refused, type Answer, type Refusal } from './route.js';

/** What a person reads of a refusal; `field` is where a form shows it. */
export interface Said { readonly message: string; readonly field?: string }

/** What came of a use case, as an answer of the console. */
export const answered = <T, R>(came: Result<T, R>, body: (value: T) => object, say: (refusal: R) => Said): Answer | Refusal => (came.ok ? { body: body(came.value) } : refused('REFUSED', say(came.refusal)));
export const done = (): object => ({ done: true });
