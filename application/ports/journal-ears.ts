import type { Journal, JournalFields } from './journal.js';

/** A line of the journal as it was written: without secrets, cut like those of the file. */
export interface JournalLine {
  readonly level: 'info' | 'warn' | 'alarm' | 'fault';
  readonly event: string;
  readonly fields: JournalFields;
  readonly requestId: string | undefined;
}

/** Whoever wants to hear what was logged. Called in the middle of a payment: it remembers, and does nothing else. */
export interface JournalEar { hear(line: JournalLine): void }

export interface HeardJournal extends Journal {
  /** Every line from now on, behind the file. Gives the way to stop. */
  listen(ear: JournalEar): () => void;
}
