import { expect } from 'chai';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { NoticeLife } from './notice-life.js';

interface TheirBill { readonly busNo: string; readonly fen: string; readonly state: string; readonly red?: object }
interface SentText { readonly mobile: string; readonly text: string }

const calls = ['issue', 'query', 'confirm', 'void'];
const orders = 6;
/** Real time in which a callback has to be there although the systems around hang. */
const toldWithinMs = 5_000;

describe('the province is down for ten minutes and the bill system answers late', function () {
  this.timeout(180_000);
  let town: NoticeLife;
  before(async () => { town = await NoticeLife.start(); });
  after(async () => town.close());
  const bills = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${town.life.city.config.eBillPort}/sim/${path}`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    return await answer.json() as T;
  };
  const thanks = async (): Promise<readonly SentText[]> => {
    const { texts } = await (await fetch(`${town.life.city.textMessageUrl}/sim/texts`)).json() as { readonly texts: readonly SentText[] };
    return texts.filter(({ text }) => text.includes('已成功'));
  };
  /** Steps the clock only when everybody has ended: a call that hangs in real time must not see hours go by. */
  const stepUntil = (what: string, ms: number, probe: () => Promise<boolean>): Promise<true> => town.life.city.until(what, async () => {
    await town.life.quiet();
    if (await probe()) return true;
    town.life.city.advance(ms);
    return undefined;
  }, 90_000);
  const wish = (index: number) => {
    const { nontaxInfo, ...payer } = town.notice();
    return { ...payer, payerMobile: `1390000${5_001 + index}`, ...(nontaxInfo && { nontaxInfo: { ...nontaxInfo, eBillWanted: '1' as const } }) };
  };

  it('payers pay and business systems are told as ever; afterwards everything is there once', async () => {
    const { city, ear } = town.life;
    // Some calls hang, the others find nobody; the bill system issues and is heard too late.
    for (const call of calls) {
      await town.fault(call, 'timeout-before', { times: 2 });
      await town.fault(call, 'down', { times: 1_000 });
    }
    await bills('POST', 'faults', { target: 'invoiceEBill', fault: 'timeout-after', times: orders });
    const placed = [];
    for (let index = 0; index < orders; index += 1) {
      const order = await town.life.paid(index % 2 === 0 ? 'alipay' : 'unionpay', wish(index));
      const told = await city.until('the business system is told', () => ear.at(order.path)[0], toldWithinMs);
      expect(told.body).to.not.equal('');
      placed.push(order);
    }
    for (let minutes = 0; minutes < 10; minutes += 1) {
      city.advance(minuteMs);
      await new Promise((resolve) => { setTimeout(resolve, 300); });
    }
    expect((await town.slips()).filter(({ state }) => state !== '0')).to.deep.equal([]);

    await town.province('DELETE', 'faults');
    for (const { platformOrderNo } of placed) await town.step(platformOrderNo, 'confirmed', 2 * minuteMs);
    await stepUntil('every e-bill is issued', 2 * minuteMs, async () => {
      const issued = await town.life.rows('e_bill');
      return issued.length === orders && issued.every((row) => row['state'] === 'issued');
    });
    // Payers who paid in the evening are told in the morning.
    await stepUntil('every payer has a text', 30 * minuteMs, async () => (await thanks()).length >= orders);

    const [slips, theirs, texts] = [await town.slips(), await bills<readonly TheirBill[]>('GET', 'bills'), await thanks()];
    for (const [index, { platformOrderNo, path }] of placed.entries()) {
      expect(slips.filter(({ busNo }) => busNo === platformOrderNo).map(({ state, serialNo }) => [state, serialNo])).to.deep.equal([['1', platformOrderNo]]);
      expect(theirs.filter(({ busNo }) => busNo === platformOrderNo).map(({ fen, state, red }) => [fen, state, red])).to.deep.equal([['8000', '1', undefined]]);
      expect((await town.life.toldPayments(path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
      expect(texts.filter(({ mobile }) => mobile === wish(index).payerMobile).length).to.equal(1);
    }
    expect([slips.length, theirs.length]).to.deep.equal([orders, orders]);
  });
});
