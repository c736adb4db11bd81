import type { Inspected } from '../../adapters/inbound/management/management-server.js';
import type { MetricsPart } from '../../adapters/outbound/system/merged-metrics.js';
import type { Ending } from '../platform.js';

/** How a member begins. `provisions`: the first of an embedded installation makes the demo city. */
export interface Begin { readonly clockOffsetMs: number; readonly provisions: boolean }

/** Questions a primary asks its members, and what is answered. */
export interface Questions {
  readonly metrics: { readonly asked: Record<never, never>; readonly answer: MetricsPart };
  readonly inspect: { readonly asked: Inspected; readonly answer: object | null };
  /** Moves the member's clock forward to this offset; never back. */
  readonly clock: { readonly asked: { readonly offsetMs: number }; readonly answer: null };
}
export type QuestionName = keyof Questions;

export type Question = { readonly [Name in QuestionName]: { readonly kind: 'ask'; readonly id: number; readonly name: Name; readonly asked: Questions[Name]['asked'] } }[QuestionName];

export type ToMember = { readonly kind: 'begin'; readonly begin: Begin } | Question | { readonly kind: 'stop'; readonly ending: Ending };

export type FromMember =
  | { readonly kind: 'hello' }
  /** It serves. `credentialsFile`: where the demo city's keys are, from the member that made it. */
  | { readonly kind: 'ready'; readonly credentialsFile: string | undefined }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly fault?: string }
  /** What it counted until its end. */
  | { readonly kind: 'farewell'; readonly metrics: MetricsPart };
