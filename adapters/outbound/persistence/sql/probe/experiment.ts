import type { Bench } from './bench.js';

/** What a finding means for this product. `attention` does not stop it, but a DBA should know; `unanswered`: the question could not be put to the end. */
export type Verdict = 'copes' | 'attention' | 'blocks' | 'unanswered' | 'not-applicable';

/** What came back, and what follows from it; Chinese, for the report. */
export interface Finding { readonly verdict: Verdict; readonly came: string; readonly because: string }

/** One question that is put to a server by trying it (databases.md 5). Works on scratch tables of the bench only. */
export interface Experiment {
  readonly topic: string;
  /** What is asked, for a DBA who reads the report. */
  readonly asks: string;
  run(bench: Bench): Promise<Finding>;
}

export interface Group { readonly title: string; readonly experiments: readonly Experiment[] }

const finding = (verdict: Verdict) => (came: string, because: string): Finding => ({ verdict, came, because });
export const copes = finding('copes');
export const attention = finding('attention');
export const blocks = finding('blocks');
export const unanswered = finding('unanswered');
export const notApplicable = finding('not-applicable');

/** `copes` when it is so, `blocks` otherwise. */
export const mustBe = (itIs: boolean, came: string, { so, otherwise }: { readonly so: string; readonly otherwise: string }): Finding =>
  itIs ? copes(came, so) : blocks(came, otherwise);
