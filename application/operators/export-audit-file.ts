import { chainStart } from '../../domain/audit/audit-entry.js';
import { lineText, sealContent, sumStart, sumText, type FileEntry, type FileLine, type FileStart } from '../../domain/audit/audit-file.js';
import type { SignedHead } from '../../domain/audit/signed-head.js';
import { dayMs, readLongTime, type BusinessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { AuditChain } from '../ports/audit-chain.js';
import type { Digests } from '../ports/digests.js';
import type { PublicKeyReader, Signer } from '../ports/signatures.js';
import { headKey, headKeyName, headScheme } from './head-key.js';
import { auditOperator } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';
import type { SignAuditHead } from './sign-audit-head.js';

export interface ExportAuditFileParts extends Pick<OperatorParts, 'unitOfWork' | 'ids' | 'platformClock'> {
  readonly chain: Pick<AuditChain, 'spanOf' | 'numbered' | 'linksOf' | 'signedHeads'>;
  readonly sign: Pick<SignAuditHead, 'run'>; readonly signer: Signer; readonly keys: PublicKeyReader; readonly digests: Pick<Digests, 'sm3Hex'>;
}
export interface AuditDays { readonly from: BusinessDay; readonly to: BusinessDay }
/** `days`: none, the wrong way round, or too many. `busy`: this process makes as many files as it may. */
export type AuditFileRefusal = 'days' | 'nothing' | 'too-many' | 'busy';
export interface AuditFile { readonly firstSeq: number; readonly lastSeq: number; readonly fileName: string; readonly bytes: AsyncIterable<Uint8Array> }

export const maxAuditDays = 31;
/** About 100 MB. */
export const maxAuditEntries = 100_000;
const [filesAtOnce, headsAtOnce, flushChars] = [2, 100, 64 * 1024];

/**
 * The operation log of some days as a file that is verified without the database (AUD-07): every entry between the first and the last number of those days, so that no number is missing, and on to the
 * next signed head, so that the last ones stand under a signature too. What is personal is in it as it is stored: masked.
 */
export class ExportAuditFile {
  readonly #parts: ExportAuditFileParts;
  #atWork = 0;
  constructor(parts: ExportAuditFileParts) { this.#parts = parts; }

  async run(acting: Acting, days: AuditDays): Promise<Result<AuditFile, AuditFileRefusal>> {
    const { chain, sign, unitOfWork } = this.#parts;
    const [fromAt, toAt] = [startOf(days.from), startOf(days.to)];
    if (fromAt === undefined || toAt === undefined || toAt < fromAt || (toAt - fromAt) / dayMs >= maxAuditDays) return refuse('days');
    if (this.#atWork >= filesAtOnce) return refuse('busy');
    await sign.run({ onlyWhenDue: false });
    const span = await chain.spanOf(fromAt, toAt + dayMs);
    if (span === undefined) return refuse('nothing');
    if (span.last - span.first >= maxAuditEntries) return refuse('too-many');
    const [head] = await chain.signedHeads(span.last - 1, 1);
    const last = head !== undefined && head.seq - span.first < maxAuditEntries ? head.seq : span.last;
    const [firstSeq, lastSeq, fileName] = [span.first, last, `audit-${days.from}-${days.to}-${span.first}-${last}.jsonl`];
    const start = await this.#start(acting, days, firstSeq, lastSeq);
    // Before the first byte leaves the house.
    await unitOfWork.run((stores) => auditOperator(stores, this.#parts, acting, {
      by: acting.by.operatorNo, kind: 'audit-log', about: 'audit-log', action: 'audit.exported', description: `导出可核验的审计日志：${days.from} 至 ${days.to}，第 ${firstSeq} 至 ${lastSeq} 条`,
      after: { from: days.from, to: days.to, firstSeq: String(firstSeq), lastSeq: String(lastSeq) },
    }));
    return ok({ firstSeq, lastSeq, fileName, bytes: this.#bytes(start) });
  }

  async #start({ by }: Acting, { from, to }: AuditDays, firstSeq: number, lastSeq: number): Promise<FileStart> {
    const { chain, signer, platformClock } = this.#parts;
    const previousMac = firstSeq === 1 ? chainStart : (await chain.linksOf([firstSeq - 1])).get(firstSeq - 1) ?? '';
    return {
      kind: 'start', format: 1, firstSeq, lastSeq, previousMac, fromDay: from, toDay: to, madeAt: platformClock.now(), madeBy: by.operatorNo,
      keyName: await headKeyName(this.#parts), publicKeyPem: await signer.publicKeyPem(headKey),
    };
  }

  async *#bytes(start: FileStart): AsyncIterable<Uint8Array> {
    this.#atWork += 1;
    try {
      let [sum, text, entries, heads] = [sumStart, '', 0, 0];
      const write = (line: FileLine): void => {
        const body = JSON.stringify(line);
        sum = this.#parts.digests.sm3Hex(sumText(sum, body));
        text += `${lineText(sum, body)}\n`;
      };
      const written = (): Uint8Array => { const bytes = Buffer.from(text, 'utf8'); text = ''; return bytes; };
      write(start);
      for await (const line of this.#entries(start)) {
        write(line);
        entries += 1;
        if (text.length > flushChars) yield written();
      }
      for await (const head of this.#heads(start)) {
        write({ kind: 'head', ...head });
        heads += 1;
      }
      write({ kind: 'seal', entries, heads, signature: await this.#parts.signer.sign(headKey, headScheme, sealContent(sum, { entries, heads })) });
      yield written();
    } finally {
      this.#atWork -= 1;
    }
  }

  async *#entries({ firstSeq, lastSeq }: FileStart): AsyncIterable<FileEntry> {
    let [seq, entryId, count] = [firstSeq, '', 0];
    for (;;) {
      const page = await this.#parts.chain.numbered(seq, entryId);
      for (const { entry, ...row } of page) {
        // What was slipped in is told too, but not without end.
        if (row.seq > lastSeq || ++count > maxAuditEntries) return;
        yield { kind: 'entry', ...row, ...(entry !== undefined && { entry }) };
        [seq, entryId] = [row.seq, row.entryId];
      }
      if (page.length === 0) return;
    }
  }

  async *#heads({ firstSeq, lastSeq }: FileStart): AsyncIterable<SignedHead> {
    for (let after = firstSeq - 1; ;) {
      const page = await this.#parts.chain.signedHeads(after, headsAtOnce);
      for (const head of page) {
        if (head.seq > lastSeq) return;
        yield head;
        after = head.seq;
      }
      if (page.length < headsAtOnce) return;
    }
  }
}

function startOf(day: BusinessDay): EpochMs | undefined {
  const read = readLongTime(`${day}000000`);
  return read.ok ? read.value : undefined;
}
