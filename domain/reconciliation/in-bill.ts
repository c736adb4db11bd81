import { noFigures, plus, type Figures, type RunFigures } from './run.js';

/** Everything that stands in the bill as a line that could be read, whatever comparing it came to. */
export const inBill = (figures: RunFigures): Figures =>
  (['matched', 'fee-differs', 'amount-differs', 'state-differs', 'only-there', 'duplicate-line'] as const).map((outcome) => figures[outcome]).reduce(plus, noFigures);
