import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { NoticeRecord } from '../../../domain/payment-notices/notice-record.js';
import { wireTime } from '../../support/payer.js';
import { Life } from '../payments/life.js';

interface Slip { readonly payCode: string; readonly busNo: string; readonly state: string; readonly serialNo?: string; readonly totalAmount: number; readonly payerName: string }

/** A city with its simulated province at the other end of real sockets. */
export class NoticeLife {
  readonly life: Life;
  private constructor(life: Life) { this.life = life; }
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<NoticeLife> { return new NoticeLife(await Life.start(settings)); }

  close(): Promise<void> { return this.life.close(); }
  get client() { return this.life.client; }

  async province(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`http://127.0.0.1:${this.life.city.config.provincePort}/sim/${path}`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }
  fault(target: string, fault: string, more: object = {}) { return this.province('POST', 'faults', { target, fault, ...more }); }
  async slips(): Promise<readonly Slip[]> { return (await this.province('GET', 'slips'))['slips'] as readonly Slip[]; }
  async slip(payCode: string | undefined): Promise<Slip> {
    const found = (await this.slips()).find((one) => one.payCode === payCode);
    if (!found) throw new Error(`no slip ${payCode ?? ''}`);
    return found;
  }
  async deliveries(): Promise<readonly { readonly payCode: string; readonly result: string }[]> { return (await this.province('GET', 'slips'))['deliveries'] as readonly { payCode: string; result: string }[]; }

  notice(payCode?: string): Partial<OrderCreateRequest> {
    return {
      payerName: '张三', payerMobile: '13800138000',
      nontaxInfo: { ...(payCode !== undefined && { payCode }), eBillWanted: '0', payerType: '1', items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }] },
    };
  }

  /** A slip that a business system had issued before there is an order. */
  async issued(): Promise<string> {
    const { payCode } = await this.client.issueNotice({
      merchantNo: 'M35040000001', bizNoticeNo: this.life.number('N'), payerName: '张三', payerType: '1', payerMobile: '13800138000',
      items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }],
    });
    return payCode;
  }

  async kept(platformOrderNo: string): Promise<NoticeRecord> {
    const record = await this.life.city.resources.unitOfWork.read(({ notices }) => notices.byOrder(platformOrderNo));
    if (!record) throw new Error(`no notice of ${platformOrderNo}`);
    return record;
  }
  /** Steps the clock until our record of the notice is at this step. */
  async step(platformOrderNo: string, wanted: NoticeRecord['step'], stepMs = 5_000): Promise<NoticeRecord> {
    return this.life.city.until(`the notice is ${wanted}`, async () => {
      await this.life.quiet();
      const record = await this.kept(platformOrderNo);
      if (record.step === wanted) return record;
      this.life.city.advance(stepMs);
      return undefined;
    }, 60_000);
  }
  async abnormal(noticeNo: string) { return this.life.city.resources.unitOfWork.read(({ notices }) => notices.abnormalOf(noticeNo)); }
  async log(noticeNo: string): Promise<readonly string[]> {
    return (await this.life.city.resources.unitOfWork.read(({ notices }) => notices.logOf(noticeNo))).map(({ subject, state }) => `${subject}:${state}`).toReversed();
  }
  day(): string { return wireTime(this.life.city).slice(0, 8); }
}
