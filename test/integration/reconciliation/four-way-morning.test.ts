import { expect } from 'chai';
import { tokens } from '../../../bootstrap/tokens.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { readListQuery } from '../../../contracts/lists/list-query.js';
import { legChecks, legGaps } from '../../../contracts/lists/leg-lists.js';
import { businessDay, hourMs, minuteMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import { Life } from '../payments/life.js';
import { typed } from '../recovery/typed-commands.js';

const always = { times: 100_000 };

describe('the four-way check of the running city, the morning after a day on which systems were down', function () {
  this.timeout(180_000);
  let life: Life;
  const names = new Map<string, string>();
  let day = '';
  before(async () => {
    life = await Life.start({ TONGJIAO_FETCH_BILLS: 'true' });
    stepTo(addDays(businessDay(life.city.now()), 1), 10 * hourMs);
    day = businessDay(life.city.now());
  });
  after(async () => life.close());

  function stepTo(name: string, afterMidnightMs: number): void {
    const midnight = readLongTime(`${name}000000`);
    if (!midnight.ok) throw new Error(name);
    const ms = midnight.value + afterMidnightMs - life.city.now();
    if (ms > 0) life.city.advance(ms);
  }
  const sim = async (port: number, method: 'POST' | 'DELETE', body?: object): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}/sim/faults`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${port}: ${answer.status}`);
  };
  const wanted = (eBillWanted: '0' | '1' = '1'): Partial<OrderCreateRequest> => ({
    payerName: '张三丰', payerMobile: '13800138000', nontaxInfo: { eBillWanted, payerType: '1', items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }] },
  });
  async function paid(name: string, channel: 'alipay' | 'unionpay', facts: Partial<OrderCreateRequest>): Promise<string> {
    const placed = await life.paid(channel, facts);
    await life.quiet();
    names.set(placed.platformOrderNo, name);
    return placed.attemptNo;
  }
  const open = async (): Promise<readonly string[]> => (await life.city.resources.unitOfWork.read(({ legs }) => legs.openAt({ day, at: Number.MAX_SAFE_INTEGER, after: undefined, limit: 500 })))
    .map(({ platformOrderNo, leg, kind, expected, found }) => `${names.get(platformOrderNo) ?? platformOrderNo} ${leg} ${kind} ${expected}${found === undefined ? '' : ` ${found}`}`).sort();
  const planted = ['cut short channel differs 8000 7900', 'not in the bill channel missing 8000', 'without bill e-bill missing 8000', 'without confirmation payment-notice missing 8000'];

  it('finds exactly the orders whose slip was not confirmed, whose e-bill is missing and of which the channel says otherwise', async () => {
    await paid('whole', 'alipay', wanted());
    await paid('whole too', 'unionpay', wanted());
    await paid('plain', 'alipay', {});
    const short = await paid('cut short', 'alipay', wanted());
    const missing = await paid('not in the bill', 'unionpay', wanted());
    await life.fault('alipay', 'bill', 'changed-amount', { day, no: short });
    await life.fault('unionpay', 'bill', 'missing', { orderId: missing });
    for (const target of ['invoiceEBill', 'getEBillByBusNo']) await sim(life.city.config.eBillPort, 'POST', { target, fault: 'http-500', settings: {}, ...always });
    await paid('without bill', 'unionpay', wanted());
    for (const target of ['confirm', 'query']) await sim(life.city.config.provincePort, 'POST', { target, fault: 'garbage', ...always });
    await paid('without confirmation', 'alipay', wanted('0'));
    stepTo(addDays(day, 1), 9 * hourMs + 10 * minuteMs);
    await life.city.until('both accounts are checked', async () => {
      const checks = await life.city.resources.unitOfWork.read(({ legs }) => legs.checksOn(day));
      return checks.length === 2 && checks.every(({ state }) => state === 'done') ? true : undefined;
    }, 60_000);
    const gaps = await open();
    expect(gaps.map((gap) => gap.replace(/(cut short channel differs 8000) [0-9]+/, '$1 7900'))).to.deep.equal(planted);
  });

  it('puts the figures into the day\'s certificate, shows them to people, and finds a gap that somebody altered', async () => {
    stepTo(addDays(day, 1), 13 * hourMs + 30 * minuteMs);
    const certificate = await life.city.until('certified', async () => (await life.city.resources.unitOfWork.read(({ settlement }) => settlement.certificate(day))) ?? undefined, 60_000);
    const says = JSON.parse(certificate.content) as { readonly legs: object };
    expect(says.legs).to.deep.include({ orders: 6, complete: 2, gaps: { 'channel:differs': 1, 'channel:missing': 1, 'e-bill:missing': 1, 'payment-notice:missing': 1 } });
    const shown = async (view: typeof legChecks | typeof legGaps) => {
      const query = readListQuery(view, {}, addDays(day, 1));
      if (!query.ok) throw new Error(query.refusal.message);
      return (await life.city.resources.lists.page(view, query.value, { kind: 'all' })).rows;
    };
    expect((await shown(legChecks)).filter((row) => row['reconcileDate'] === day && row['orderCount'] !== 0).map((row) => [row['orderCount'], row['completeCount']])).to.have.deep.members([[3, 1], [3, 1]]);
    expect((await shown(legGaps)).filter((row) => row['gapState'] === 'OPEN')).to.have.length(4);
    const { out } = await typed(life.city.environment, 'reconcile', '--legs', day);
    expect(out).to.include('应核对 3 笔').and.to.include('电子票据缺失').and.to.include('缴款书缺失').and.to.include('渠道账单金额不符');
    const verify = async (): Promise<readonly string[]> => (await life.city.platform.container.get(tokens.verifyDays).run()).defects.map(({ day: of, what }) => `${of} ${what}`);
    expect(await verify()).to.deep.equal([]);
    const rows = life.city.resources.engine.writer('leg_gap').where({ check_day: day, leg_name: 'e-bill' });
    await rows.clone().update({ expected_amount: 7_999 });
    expect(await verify()).to.deep.equal([`${day} legs`]);
    await rows.clone().update({ expected_amount: 8_000 });
    expect(await verify()).to.deep.equal([]);
  });

  it('closes what agrees once the systems are back, and the certificate holds as it was issued', async () => {
    await sim(life.city.config.eBillPort, 'DELETE');
    await sim(life.city.config.provincePort, 'DELETE');
    await life.city.until('the gaps of e-bill and payment notice are closed', async () => {
      life.city.advance(hourMs);
      await life.quiet();
      const gaps = await open();
      return gaps.every((gap) => gap.includes(' channel ')) ? gaps : undefined;
    }, 90_000);
    expect((await open()).map((gap) => gap.split(' channel ')[0])).to.deep.equal(['cut short', 'not in the bill']);
    expect((await life.city.platform.container.get(tokens.verifyDays).run()).defects).to.deep.equal([]);
  });
});
