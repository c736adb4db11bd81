import { randomUUID } from 'node:crypto';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { AccountBook, type Account } from './accounts.js';
import { checkCaller, checkText, composed } from './checks.js';
import { endingOf, usualPlan, type ReportPlan, type RequestFate } from './endings.js';
import { dashed, type Message } from './message.js';
import { Pusher } from './pusher.js';
import { SentTexts, type SentText } from './sent-texts.js';

export interface SubmitReply { readonly rspcod: string; readonly msgGroup: string; readonly success: boolean }

const mostInOnePush = 500;
/** One status of one text that is to be told. */
interface Telling { readonly sent: SentText; readonly status: string }

const refused = (rspcod: string): SubmitReply => ({ rspcod, msgGroup: '', success: false });

/** The platform behind its HTTP interface. */
export class Platform {
  readonly accounts = new AccountBook();
  readonly texts = new SentTexts();
  readonly pusher: Pusher;
  readonly #clock: SteppedClock;

  constructor(clock: SteppedClock, life: AbortSignal) {
    this.#clock = clock;
    this.pusher = new Pusher(clock, life);
  }

  /** `fate`: what the caller gets to see instead of the reply. */
  submit(route: 'free' | 'template', message: Message | undefined): { readonly reply: SubmitReply; readonly fate?: RequestFate } {
    const caller = checkCaller(route, message, this.accounts);
    if ('rspcod' in caller || message === undefined) return { reply: refused('rspcod' in caller ? caller.rspcod : 'InvalidMessage') };
    const complaint = checkText(message, caller.account);
    if (complaint !== undefined) return { reply: refused(complaint) };
    const mobiles = (message['mobiles'] ?? '').split(',');
    const fate = mobiles.map((mobile) => endingOf(mobile)?.request).find((request) => request !== undefined);
    if (fate?.kind === 'answer') return { reply: refused(fate.rspcod) };
    if (fate?.kind === 'busy') return { reply: refused('busy'), fate };
    const msgGroup = randomUUID().replaceAll('-', '').slice(0, 20);
    this.#take(caller.account, msgGroup, mobiles, message);
    return { reply: { rspcod: 'success', msgGroup, success: true }, ...(fate === undefined ? {} : { fate }) };
  }

  query(message: Message | undefined): object {
    const caller = checkCaller('query', message, this.accounts);
    if ('rspcod' in caller || message === undefined) return { rspcod: 'rspcod' in caller ? caller.rspcod : 'InvalidMessage', reports: [] };
    const asked = message['mobiles'] === undefined ? undefined : new Set(message['mobiles'].split(','));
    const texts = this.texts.ofGroup(caller.account.apId, message['msgGroup'] ?? '').filter(({ mobile }) => asked?.has(mobile) ?? true);
    const reports = texts.flatMap(({ mobile, statuses }) => {
      const last = statuses.at(-1);
      return last === undefined ? [] : [{ mobile, reportStatus: last.status, errorCode: last.status, receiveDate: dashed(last.atMs) }];
    });
    return { rspcod: 'success', reports };
  }

  /** A phone writes to us. The status of the customer's answer. */
  inbound(account: Account, mobile: string, smsContent: string, addSerial: string): Promise<number> {
    if (account.inboundUrl === undefined) throw new RangeError('the account has no inboundUrl');
    return this.pusher.push(account.inboundUrl, [{ mobile, smsContent, sendTime: dashed(this.#clock.now()), addSerial }]);
  }

  #take(account: Account, msgGroup: string, mobiles: readonly string[], message: Message): void {
    const { text, status } = composed(message, account);
    const now = this.#clock.now();
    const byWait = new Map<number, Telling[]>();
    for (const mobile of mobiles) {
      const sent: SentText = { msgGroup, apId: account.apId, mobile, text, atMs: now, statuses: [] };
      this.texts.keep(sent);
      const plan: ReportPlan = status === undefined ? endingOf(mobile)?.reports ?? usualPlan : { statuses: [{ status, afterMs: 0 }] };
      for (const { status: told, afterMs } of plan.statuses) {
        const tellings = byWait.get(afterMs) ?? [];
        tellings.push({ sent, status: told });
        byWait.set(afterMs, tellings);
      }
    }
    for (const [afterMs, tellings] of byWait) {
      for (let from = 0; from < tellings.length; from += mostInOnePush) this.#tell(account, tellings.slice(from, from + mostInOnePush), afterMs);
    }
  }

  #tell(account: Account, tellings: readonly Telling[], afterMs: number): void {
    const reports = tellings.map(({ sent: { mobile, msgGroup, atMs }, status }) =>
      ({ reportStatus: status, mobile, submitDate: dashed(atMs), receiveDate: dashed(atMs + afterMs), errorCode: status, msgGroup }));
    this.pusher.plan(afterMs, account.reportUrl, reports, () => {
      for (const { sent, status } of tellings) sent.statuses.push({ status, atMs: this.#clock.now() });
    });
  }
}
