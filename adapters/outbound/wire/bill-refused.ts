import type { BillRefusal } from '../../../domain/reconciliation/bill-line.js';

/** Why a file is refused; `detail` is for a person, in Chinese, and never repeats what stands in the file. */
export interface WhyRefused {
  readonly why: BillRefusal;
  readonly detail: string;
}

/** Ends the reading of a bill from deep inside its bytes. The reader of a channel makes a `refused` piece of it, so it never leaves the adapter. */
export class BillRefused extends Error implements WhyRefused {
  override readonly name = 'BillRefused';
  readonly why: BillRefusal;
  readonly detail: string;

  constructor(why: BillRefusal, detail: string) {
    super(`${why}: ${detail}`);
    this.why = why;
    this.detail = detail;
  }
}
