import type { Developer } from '../../../domain/directory/developer.js';
import type { Refusal } from './refusal.js';

/** One authentic, well-formed call. */
export interface Call {
  readonly developer: Developer;
  /** Decoded business fields; they fit the method's schema. */
  readonly data: unknown;
  readonly receivedAt: number;
  readonly address: string;
  readonly requestId: string;
}

/** What a method does: business fields of the answer, or a refusal. */
export type Handler = (call: Call) => Promise<object | Refusal>;
