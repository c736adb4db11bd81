import { pino, type Logger } from 'pino';
import type { HeardJournal, JournalEar, JournalLine } from '../../../application/ports/journal-ears.js';
import type { JournalFields } from '../../../application/ports/journal.js';
import type { RequestTrail } from '../../../application/ports/request-trail.js';

/** What never reaches a log line, whatever its field is called (LOG-02): phones, certificate numbers, payment codes, keys. */
const secretShapes: readonly [RegExp, string][] = [
  [/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '[key]'],
  [/(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])/g, '[mobile]'],
  [/(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])/g, '[certificate]'],
  // A name is known by where it stands only.
  [/("payerName"\s*:\s*)"[^"]*"/g, '$1"[name]"'],
  [/(?<![0-9])(2[5-9]|30|62)[0-9]{14,22}(?![0-9])/g, '[barcode]'],
];
/** Line ends, terminal escapes (also the 8-bit ones) and direction marks could draw a line that was never logged (LOG-01). */
const unprintable = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** Our own numbers are 26 digits and begin with a year: they fit no shape above. */
const maxValueLength = 500;

export function withoutSecrets(text: string): string {
  let clean = text.replace(unprintable, ' ');
  for (const [shape, word] of secretShapes) clean = clean.replace(shape, word);
  return clean.length > maxValueLength ? `${clean.slice(0, maxValueLength)}…` : clean;
}

/** Structured log lines on standard output (or the given stream), one JSON object each. */
export class PinoJournal implements HeardJournal {
  readonly #logger: Logger;
  readonly #trail: Pick<RequestTrail, 'current'> | undefined;
  readonly #ears = new Set<JournalEar>();

  /** `trail` names the request or job that each line belongs to, `pid` the process where several write to one place. */
  constructor(level: string, destination?: { write(line: string): void }, trail?: Pick<RequestTrail, 'current'>, pid?: number) {
    const options = { level, base: pid === undefined ? null : { pid }, mixin: () => ({ requestId: trail?.current() }), timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) } };
    this.#logger = destination ? pino(options, destination) : pino(options);
    this.#trail = trail;
  }

  listen(ear: JournalEar): () => void {
    this.#ears.add(ear);
    return () => { this.#ears.delete(ear); };
  }

  info(event: string, fields: JournalFields = {}): void {
    const cleaned = clean(fields);
    this.#logger.info({ event, ...cleaned });
    this.#tell('info', event, cleaned);
  }

  warn(event: string, fields: JournalFields = {}): void {
    const cleaned = clean(fields);
    this.#logger.warn({ event, ...cleaned });
    this.#tell('warn', event, cleaned);
  }

  alarm(event: string, fields: JournalFields = {}): void {
    const cleaned = clean(fields);
    this.#logger.error({ event, alarm: true, ...cleaned });
    this.#tell('alarm', event, cleaned);
  }

  fault(event: string, error: unknown, fields: JournalFields = {}): void {
    const seen = error instanceof Error ? { error: error.name, message: withoutSecrets(error.message), stack: withoutSecrets(stackOf(error)) } : { error: 'thrown', message: typeof error };
    const cleaned = clean(fields);
    this.#logger.error({ event, ...seen, ...cleaned });
    this.#tell('fault', event, { error: seen.error, message: seen.message, ...cleaned });
  }

  /** The line stands in the file already; an ear that fails takes nothing from whoever logs. */
  #tell(level: JournalLine['level'], event: string, fields: JournalFields): void {
    if (this.#ears.size === 0) return;
    const given = fields['requestId'];
    const requestId = typeof given === 'string' ? given : this.#trail?.current();
    for (const ear of this.#ears) {
      try {
        ear.hear({ level, event, fields, requestId });
      } catch {
        continue;
      }
    }
  }
}

/** Frames only: the lines before them repeat the message, a key over several lines too, and paths of the machine say nothing to a reader. */
const stackOf = (error: Error): string =>
  (error.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line)).slice(0, 6).map((line) => line.trim().replace(/\(?(file:\/\/)?\/[^)]*\/(dist|node_modules)\//, '($2/')).join(' < ');

const clean = (fields: JournalFields): JournalFields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? withoutSecrets(value) : value]));
