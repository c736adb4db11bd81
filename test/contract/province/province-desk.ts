import type { NoticeConfirming, NoticeIssuing, NoticeVoiding, PaymentToConfirm, ProvinceStatements } from '../../../application/ports/province.js';
import { fen } from '../../../domain/kernel/money.js';
import type { NoticeIssued, NoticeReport } from '../../../domain/payment-notices/province-report.js';
import type { Capability, ProvinceTown } from './province-town.js';

export const timeoutMs = 4_000;
/** For calls that are meant to hang; long enough for a busy machine to have done what it does not answer. */
export const shortMs = 1_000;

/** What the stories of the contract have in common: a town's province with all its capabilities. */
export class ProvinceDesk {
  readonly town: ProvinceTown;

  constructor(town: ProvinceTown) { this.town = town; }

  get issuing(): NoticeIssuing { return there(this.town.province.issuing); }
  get confirming(): NoticeConfirming { return there(this.town.province.confirming); }
  get voiding(): NoticeVoiding { return there(this.town.province.voiding); }
  get statements(): ProvinceStatements { return there(this.town.province.statements); }

  can(capability: Capability): boolean { return this.town.dialect.capabilities.includes(capability); }

  async issued(changes: Parameters<ProvinceTown['content']>[0] = {}): Promise<NoticeIssued> {
    const report = await this.issuing.issue(this.town.content(changes), timeoutMs);
    if (report.kind !== 'issued') throw new Error(`not issued: ${JSON.stringify(report)}`);
    return report;
  }

  payment(payCode: string, changes: Partial<PaymentToConfirm> = {}): PaymentToConfirm {
    const paidAt = Math.floor(this.town.clock.now() / 1000) * 1000;
    return { payCode, serialNo: `P-${payCode}`, channelSerialNo: 'CH-1', amount: fen(8000), paymentChannel: 'UNIONPAY', paidAt, payerName: '张三', ...changes };
  }

  query(payCode: string): Promise<NoticeReport> { return this.town.province.queries.query({ payCode }, timeoutMs); }

  async stateOf(payCode: string): Promise<string> {
    const report = await this.query(payCode);
    return report.kind === 'found' ? report.notice.state : report.kind;
  }

  /** The payer pays at a bank's window. */
  paidElsewhere(payCode: string, how: { readonly serialNo?: string; readonly channel?: string } = {}): Promise<unknown> { return this.town.control('pay-elsewhere', { payCode, ...how }); }

  /** Opens the town for a describe block and leaves no fault behind. */
  inMocha(): void {
    const { town } = this;
    before(() => town.open());
    after(() => town.close());
    afterEach(async () => {
      await town.control('faults', {}, 'DELETE');
      await town.control('switches', town.switches);
      town.heard.length = 0;
      town.stored = true;
    });
  }
}

export function there<T>(capability: T | undefined): T {
  if (capability === undefined) throw new Error('this dialect lacks the capability');
  return capability;
}
