import type { EpochMs } from '../../domain/kernel/china-time.js';
import { minuteMs, readBusinessDay } from '../../domain/kernel/china-time.js';
import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import type { Statement } from '../../domain/settlement/day-certificate.js';
import type { Clock } from '../ports/clock.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';

export interface StatementTicketParts {
  readonly unitOfWork: UnitOfWork; readonly vault: Vault; readonly clock: Clock;
  /** How long an address can be used, in minutes. */
  readonly validMinutes: number;
  /** Takes the same time wherever the two texts differ. */
  readonly isSame: (one: string, other: string) => boolean;
}

/** `unknown`: not of our making; `expired`: it was. */
export type TicketRefusal = 'unknown' | 'expired';

/** Longest ticket: payee, day, file number and time are bounded, and so is their MAC. */
export const maxTicketChars = 256;

/**
 * Tickets by which a statement is fetched without a signature: `base64url(kind.merchantNo.day.fileNo.expiry)` and, behind a point, a keyed MAC of
 * that text. A ticket names one file of one payee until a moment, and is the only right there is: whoever holds it may fetch that file.
 */
export class StatementTickets {
  readonly #parts: StatementTicketParts;

  constructor(parts: StatementTicketParts) {
    this.#parts = parts;
  }

  give({ kind, merchantNo, settleDay, fileNo }: Statement): string {
    const text = [kind, merchantNo, settleDay, fileNo, String(this.#parts.clock.now() + this.#parts.validMinutes * minuteMs)].join('.');
    return `${Buffer.from(text, 'utf8').toString('base64url')}.${this.#macs(text)[0] ?? ''}`;
  }

  /** The statement that a ticket is for. */
  async open(ticket: string): Promise<Result<Statement, TicketRefusal>> {
    const text = ticket.length <= maxTicketChars ? this.#authentic(ticket) : undefined;
    const named = text === undefined ? undefined : readText(text);
    if (!named) return refuse('unknown');
    if (this.#parts.clock.now() >= named.expiresAt) return refuse('expired');
    const statement = await this.#parts.unitOfWork.read(({ settlement }) => settlement.statement(named.merchantNo, named.settleDay, named.kind));
    return statement?.fileNo === named.fileNo ? ok(statement) : refuse('unknown');
  }

  #authentic(ticket: string): string | undefined {
    const [packed = '', mac = '', ...rest] = ticket.split('.');
    const text = Buffer.from(packed, 'base64url').toString('utf8');
    // One spelling only: spare bits and foreign letters would make many addresses of one.
    if (rest.length > 0 || Buffer.from(text, 'utf8').toString('base64url') !== packed) return undefined;
    return this.#macs(text).some((known) => this.#parts.isSame(mac, known)) ? text : undefined;
  }

  /** Under every key there is, that of today first: a ticket lives on when a new key comes. */
  #macs(text: string): readonly string[] { return this.#parts.vault.blindIndexes('payee_statement.ticket', text).map((mac) => Buffer.from(mac, 'hex').toString('base64url')); }
}

interface Named { readonly kind: Statement['kind']; readonly merchantNo: string; readonly settleDay: string; readonly fileNo: string; readonly expiresAt: EpochMs }

function readText(text: string): Named | undefined {
  const [kind, merchantNo, settleDay, fileNo, expiresAt, ...rest] = text.split('.');
  if ((kind !== 'normal' && kind !== 'abnormal') || !merchantNo || !fileNo || !/^[0-9]{1,15}$/.test(expiresAt ?? '') || rest.length > 0) return undefined;
  const day = readBusinessDay(settleDay);
  return day.ok ? { kind, merchantNo, settleDay: day.value, fileNo, expiresAt: Number(expiresAt) } : undefined;
}
