import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { whereRouter } from '../../../adapters/inbound/where/where-router.js';
import type { WhereDeps } from '../../../adapters/inbound/where/where-deps.js';
import type { ShownPayment } from '../../../application/where/show-payment.js';
import { WherePasses } from '../../../application/where/where-passes.js';
import { fen } from '../../../domain/kernel/money.js';
import { FakeVault, HandClock } from '../../contract/persistence/fakes.js';
import { RecordingJournal } from '../application/recording-journal.js';

/** 2026-11-23 14:00:00 in China. */
export const noon = Date.UTC(2026, 10, 23, 6, 0, 0);

export const aShownPayment = (changes: Partial<ShownPayment> = {}): ShownPayment => ({
  platformOrderNo: '20261123140000123001000017', bizOrderNo: 'BDC20261123000018', orderTitle: '不动产登记费（住宅类）', payeeName: '三明市不动产登记中心', stateMsg: '支付成功', chargedAmount: fen(12_000), createdAt: noon - 60_000,
  bills: [{ pageToken: 'Tk7_aB3-'.repeat(4), state: 'issued' }],
  timeline: {
    entries: [
      { at: noon - 60_000, subject: 'order', tone: 'done', text: '不动产登记费（住宅类）：订单已提交', amount: fen(12_000), detail: undefined },
      { at: noon - 50_000, subject: 'payment-notice', tone: 'done', text: '缴款书已开具，缴款码 35040026300000000001', amount: fen(12_000), detail: undefined },
      { at: noon - 30_000, subject: 'payment', tone: 'done', text: '支付宝：支付成功', amount: fen(12_000), detail: undefined },
      { at: noon - 20_000, subject: 'payment-notice', tone: 'waiting', text: '款项已收到，待省级非税系统确认入账', amount: fen(12_000), detail: undefined },
      { at: noon - 10_000, subject: 'payment', tone: 'problem', text: '银联：同一订单再次支付成功，多付的款项将退回', amount: fen(12_000), detail: undefined },
    ],
    next: [{ at: noon, subject: 'refund', text: '退回多收的款项' }, { at: noon + 60_000, subject: 'payment-notice', text: '与省级非税系统办理缴款书' }],
  },
  ...changes,
});

export interface FakeWhere {
  readonly address: string;
  readonly journal: RecordingJournal;
  readonly clock: HandClock;
  readonly passes: WherePasses;
  payments: readonly ShownPayment[];
  askFault: Error | undefined;
  close(): Promise<void>;
}

/** A real express server with the pages at /where and played use cases behind it; the code is always 123456. */
export async function openFakeWhere(changes: Partial<WhereDeps> = {}): Promise<FakeWhere> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const clock = new HandClock(noon);
  const journal = new RecordingJournal();
  const fake: FakeWhere = {
    address, journal, clock, passes: new WherePasses(new FakeVault(), clock), payments: [aShownPayment()], askFault: undefined,
    close: () => new Promise<void>((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
  app.use('/where', whereRouter({
    ask: { run: async () => { if (fake.askFault) throw fake.askFault; return 'said'; } },
    open: { run: async (_asked, code) => (code === '123456' ? { kind: 'opened', platformOrderNos: fake.payments.map(({ platformOrderNo }) => platformOrderNo) } : { kind: 'wrong' }) },
    show: { run: async (no) => fake.payments.find(({ platformOrderNo }) => platformOrderNo === no), list: async () => fake.payments },
    passes: fake.passes, clock, journal, measurements: { count: () => undefined, time: () => undefined }, rateLimiter: { allow: () => true, isSpent: () => false },
    publicBaseUrl: address, demo: false, addressOf: () => '203.0.113.7', requestIdOf: () => 'REQ-0001', ...changes,
  }));
  return fake;
}
