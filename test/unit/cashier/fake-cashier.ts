import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { CashierTerminal, CashierView, StartedPayment, StartPaymentRefusal, StartPaymentRequest } from '../../../application/payments/cashier-view.js';
import type { JournalFields } from '../../../application/ports/journal.js';
import { fen } from '../../../domain/kernel/money.js';
import { ok, type Result } from '../../../domain/kernel/result.js';
import type { CashierDeps } from '../../../adapters/inbound/cashier/cashier-deps.js';
import { cashierRouter } from '../../../adapters/inbound/cashier/cashier-router.js';

export const goodToken = 'Tk7_aB3-'.repeat(4);
export const unknownToken = 'Zz9_yX8-'.repeat(4);
/** 2026-11-23 14:00:00 in China. */
export const noon = Date.UTC(2026, 10, 23, 6, 0, 0);

/** An order that waits for its payer; each test names what differs. */
export function aView(changes: Partial<CashierView> = {}): CashierView {
  return {
    page: 'payable', bizOrderNo: 'BDC20261123000018', platformOrderNo: '20261123140000123001000017', orderTitle: '不动产登记费（住宅类）', orderDescription: undefined,
    payeeName: '三明市不动产登记中心', orderAmount: fen(12_000), bizDiscountAmount: fen(0), chargedAmount: fen(12_000), stateMsg: '待支付',
    channels: ['alipay', 'unionpay'], mayStart: true, pcOnly: false, createdAt: noon - 60_000, expiresAt: noon + 7_140_000, now: noon,
    paidAt: undefined, payChannel: undefined, channelOrderNo: undefined, backUrl: 'https://hall.example.gov.cn/done?bizOrderNo=BDC20261123000018&sign=abc', ...changes,
  };
}

export const aPaidView = (changes: Partial<CashierView> = {}): CashierView => aView({
  page: 'paid', stateMsg: '支付成功', channels: [], mayStart: false, paidAt: noon - 5000, payChannel: 'alipay', channelOrderNo: '2026112322001412345678901234', ...changes,
});

export interface FakeCashier {
  readonly address: string;
  view: CashierView | undefined;
  answer: Result<StartedPayment, StartPaymentRefusal>;
  readonly opened: CashierTerminal[];
  readonly started: StartPaymentRequest[];
  readonly cameBack: string[];
  readonly lines: { readonly event: string; readonly fields: JournalFields | undefined }[];
  openFault: Error | undefined;
  allow: (key: string) => boolean;
  close(): Promise<void>;
}

function journalOf(fake: FakeCashier): CashierDeps['journal'] {
  const write = (event: string, fields?: JournalFields): void => { fake.lines.push({ event, fields }); };
  return { info: write, warn: write, alarm: write, fault: (event, _error, fields) => { write(event, fields); } };
}

function depsOf(fake: FakeCashier, changes: Partial<CashierDeps>): CashierDeps {
  return {
    openCashier: {
      run: async (token, terminal) => {
        if (fake.openFault !== undefined) throw fake.openFault;
        fake.opened.push(terminal);
        return token === goodToken ? fake.view : undefined;
      },
    },
    startPayment: { run: async (request) => { fake.started.push(request); return fake.answer; } },
    comeBack: { run: async (token) => { fake.cameBack.push(token); } },
    clock: { now: () => noon, sleep: async () => undefined },
    journal: journalOf(fake), measurements: { count: () => undefined, time: () => undefined },
    rateLimiter: { allow: (key) => fake.allow(key), isSpent: () => false },
    publicBaseUrl: fake.address, channelOrigins: [fake.address, 'https://pay.channel.example'], demo: false,
    addressOf: () => '203.0.113.7', requestIdOf: () => 'REQ-0001', ...changes,
  };
}

async function listen(app: express.Express): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

/** A real express server with the cashier at /pay and nothing behind it; `extend` adds routes that play a channel. */
export async function openFakeCashier(changes: Partial<CashierDeps> = {}, extend: (app: express.Express) => void = () => undefined): Promise<FakeCashier> {
  const app = express();
  const server = await listen(app);
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const fake: FakeCashier = {
    address, view: aView(), opened: [], started: [], cameBack: [], lines: [], openFault: undefined, allow: () => true,
    answer: ok({ attemptNo: 'A1', handover: { action: `${address}/channel?charset=utf-8`, fields: { biz_content: '{}' } } }),
    close: () => new Promise<void>((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
  };
  extend(app);
  try {
    app.use('/pay', cashierRouter(depsOf(fake, changes)));
  } catch (error) {
    await fake.close();
    throw error;
  }
  return fake;
}
