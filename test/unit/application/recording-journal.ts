import type { Journal, JournalFields } from '../../../application/ports/journal.js';

/** Keeps what was said instead of printing it. */
export class RecordingJournal implements Journal {
  readonly events: { readonly level: 'info' | 'warn' | 'alarm' | 'fault'; readonly event: string; readonly fields: JournalFields | undefined }[] = [];

  info(event: string, fields?: JournalFields): void { this.events.push({ level: 'info', event, fields }); }
  warn(event: string, fields?: JournalFields): void { this.events.push({ level: 'warn', event, fields }); }
  alarm(event: string, fields?: JournalFields): void { this.events.push({ level: 'alarm', event, fields }); }
  fault(event: string, error: unknown, fields?: JournalFields): void {
    this.events.push({ level: 'fault', event, fields: { ...fields, error: error instanceof Error ? error.name : 'thrown' } });
  }
}
