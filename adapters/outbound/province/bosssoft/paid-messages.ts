import type { HttpReply } from '../../../../application/ports/payment-channel.js';
import type { PaidMessages, PaidMessageVerdict } from '../../../../application/ports/province.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import type { NoticePaid } from '../../../../domain/payment-notices/province-report.js';
import { answerEnvelope, openEnvelope } from './envelope.js';
import type { BosssoftNeeds } from './needs.js';
import type { BosssoftSettings } from './settings.js';
import { confirmedAt } from './slip-fields.js';
import { textField, yuanField, type WireObject } from './wire-json.js';

/** A genuine one has about 1 kB. */
const maxMessageBytes = 64 * 1024;
/** How far in our future a payment may lie: clocks differ. */
const maxAheadMs = 10 * 60_000;
const whyNot = { unsigned: 'signature', replayed: 'replayed', foreign: 'foreign', unreadable: 'unreadable' } as const;

/** The province tells us that a slip was paid. */
export class ProvincePaidMessages implements PaidMessages {
  readonly #needs: BosssoftNeeds;
  readonly #settings: BosssoftSettings;

  constructor(needs: BosssoftNeeds, settings: BosssoftSettings) {
    this.#needs = needs;
    this.#settings = settings;
  }

  async read(body: Uint8Array, now: EpochMs): Promise<PaidMessageVerdict> {
    if (body.length > maxMessageBytes) return { genuine: false, why: 'unreadable' };
    const opened = await openEnvelope(this.#needs, this.#settings, body, 'province');
    if (opened.kind !== 'opened') return { genuine: false, why: whyNot[opened.kind] };
    const paid = readPaid(this.#settings, opened.content, now);
    return paid === undefined ? { genuine: false, why: 'unreadable' } : { genuine: true, paid };
  }

  accepted(): Promise<HttpReply> { return this.#reply(this.#settings.answers.accepted, '成功'); }
  refused(reason: string): Promise<HttpReply> { return this.#reply(this.#settings.answers.refused, reason); }

  async #reply(result: string, message: string): Promise<HttpReply> {
    return { status: 200, body: await answerEnvelope(this.#needs, this.#settings, result, message) };
  }
}

function readPaid(settings: BosssoftSettings, fields: WireObject, now: EpochMs): NoticePaid | undefined {
  const [payCode, serialNo, amount, paidAt] = [fields['payCode'], textField(fields, 'serialNo', 64), yuanField(fields, 'totalAmt'), confirmedAt(fields)];
  if (!isPayCode(payCode, settings.payCode) || serialNo === undefined || amount === undefined || amount === 0n) return undefined;
  if (paidAt === undefined || paidAt > now + maxAheadMs) return undefined;
  return { payCode, serialNo, amount, paidAt, paymentChannel: textField(fields, 'paymentChannel', 64) ?? '', sourceSystem: textField(fields, 'sourceSystem', 64) ?? '' };
}
