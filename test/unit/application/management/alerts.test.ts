import { expect } from 'chai';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { AlertInbox, maxThingsPerHour, maxWaiting } from '../../../../application/alerts/alert-inbox.js';
import { HandleAlerts } from '../../../../application/alerts/handle-alerts.js';
import { LookForWaiting } from '../../../../application/alerts/look-for-waiting.js';
import { RaiseAlerts } from '../../../../application/alerts/raise-alerts.js';
import type { UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import { alertKinds } from '../../../../domain/alerts/alert-kinds.js';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';

function town() {
  const [clock, ids, database] = [new HandClock(noon), new CountingIds('7'), new MemoryDatabase()];
  const { unitOfWork } = memoryPersistence({ vault: new FakeVault(), ids, clock }, database);
  const inbox = new AlertInbox(() => clock.now());
  const hear = (event: string, fields = {}): void => { inbox.hear({ level: 'alarm', event, fields, requestId: undefined }); };
  const alerts = () => database.tables.alerts.all(false).sort((a, b) => (a.alertNo < b.alertNo ? -1 : 1));
  return { clock, ids, unitOfWork, inbox, hear, alerts, raise: new RaiseAlerts(unitOfWork, inbox, ids), desk: new HandleAlerts({ unitOfWork, ids, clock }), audited: () => database.tables.audit.all(false).map(({ entry }) => entry) };
}
const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.7', requestId: 'req-1' };

describe('alerts and their keeping', () => {
  it('turn a thousand events about one thing into one alert that counts them', async () => {
    const { hear, inbox, raise, alerts, clock } = town();
    for (let n = 0; n < 1000; n++) hear('bill-missing', { channelMerchantId: 'CM1', clearingDay: '20260507', tries: n });
    hear('gateway-answered', { ms: 3 });
    for (const level of ['info', 'warn'] as const) inbox.hear({ level, event: 'alipay-call', fields: { call: 'pay' }, requestId: undefined });
    expect(await raise.run()).to.equal(1);
    clock.at += 60_000;
    hear('bill-missing', { channelMerchantId: 'CM1', clearingDay: '20260507', tries: 1001 });
    hear('bill-missing', { channelMerchantId: 'CM2', clearingDay: '20260507', tries: 1 });
    await raise.run();
    expect(alerts().map(({ times, lastAt, firstAt, message }) => [times, lastAt - firstAt, message])).to.deep.equal([
      [1001, 60_000, '渠道账单未到，请上传（渠道商户 CM1，清算日 20260507，次数 1001）'], [1, 0, '渠道账单未到，请上传（渠道商户 CM2，清算日 20260507，次数 1）'],
    ]);
  });

  it('make of things by the hundred one alert about many, and of an hour later new ones', async () => {
    const { hear, raise, alerts, clock } = town();
    for (let n = 0; n < maxThingsPerHour + 50; n++) hear('paid-twice', { orderNo: `P${n}` });
    while (await raise.run() > 0) { /* goes on */ }
    expect(alerts()).to.have.length(maxThingsPerHour + 1);
    const many = alerts().find(({ place }) => place === 'paid-twice:many');
    expect([many?.times, many?.relatedOrderNo, many?.message]).to.deep.equal([50, undefined, '订单重复支付 等多项，详见日志']);
    clock.at += hourMs;
    hear('paid-twice', { orderNo: 'P-later' });
    await raise.run();
    expect(alerts().some(({ relatedOrderNo }) => relatedOrderNo === 'P-later')).to.equal(false);
    expect(alerts().some(({ place }) => place === 'paid-twice:P-later')).to.equal(true);
  });

  it('remember no more than so many while the database is away, and write them when it is back', async () => {
    const { hear, inbox, ids, unitOfWork, alerts } = town();
    for (const event of Object.keys(alertKinds)) for (let n = 0; n < 60; n++) hear(event, Object.fromEntries((alertKinds[event]?.about ?? []).map((name) => [name, `X${n}`])));
    let isAway = true;
    const broken = { run: (work: never) => (isAway ? Promise.reject(new Error('away')) : unitOfWork.run(work)), read: unitOfWork.read.bind(unitOfWork) } as unknown as UnitOfWork;
    const raise = new RaiseAlerts(broken, inbox, ids);
    expect(await raise.run().catch(() => 'failed')).to.equal('failed');
    isAway = false;
    let written = 0;
    for (let some = await raise.run(); some > 0; some = await raise.run()) written += some;
    expect([written, alerts().length]).to.deep.equal([maxWaiting, maxWaiting]);
  });

  it('are read, and handled with a remark and an audit entry, once; what happens again is another one', async () => {
    const { hear, raise, alerts, desk, audited, clock } = town();
    hear('paid-twice', { orderNo: 'P1' });
    await raise.run();
    const [{ alertNo } = { alertNo: '' }] = alerts();
    expect(await desk.read(acting, alertNo)).to.deep.equal({ ok: true, value: 1 });
    expect(await desk.read(acting, alertNo)).to.deep.equal({ ok: false, refusal: 'not-unread' });
    clock.at += 1000;
    expect(await desk.handle(acting, '林晓宇', alertNo, '已退款')).to.deep.equal({ ok: true, value: 1 });
    expect(await desk.handle(acting, '林晓宇', alertNo, '再来')).to.deep.equal({ ok: false, refusal: 'handled-already' });
    expect(alerts()[0]).to.include({ state: 'handled', handledBy: '林晓宇', remark: '已退款', handledAt: noon + 1000 });
    for (const unknown of ['', 'nothing']) expect([await desk.read(acting, unknown), await desk.handle(acting, 'x', unknown, 'x')]).to.deep.equal([{ ok: false, refusal: 'unknown' }, { ok: false, refusal: 'unknown' }]);
    expect(audited().map(({ action, actor, after }) => [action, actor.code, after])).to.deep.equal([['alert.read', 'O1', undefined], ['alert.handled', 'O1', { remark: '已退款' }]]);
    hear('paid-twice', { orderNo: 'P1' });
    await raise.run();
    expect(alerts().map(({ state }) => state).sort()).to.deep.equal(['handled', 'unread']);
  });

  it('are read all at once, with one audit entry and none where there was nothing', async () => {
    const { hear, raise, desk, alerts, audited } = town();
    for (const orderNo of ['P1', 'P2', 'P3']) hear('paid-late', { orderNo });
    await raise.run();
    expect([await desk.readAll(acting), await desk.readAll(acting)]).to.deep.equal([{ ok: true, value: 3 }, { ok: true, value: 0 }]);
    expect(alerts().map(({ state }) => state)).to.deep.equal(['read', 'read', 'read']);
    expect(audited().map(({ action, after }) => [action, after])).to.deep.equal([['alert.read-all', { count: '3' }]]);
  });

  it('are raised about what nobody looked after: orders at once, differences when a day has passed', async () => {
    const { inbox, raise, alerts, clock } = town();
    const asked: string[] = [];
    const counts: Record<string, number> = { 'abnormal-orders': 2, 'repeat-orders': 0, differences: 5 };
    const look = new LookForWaiting({ run: async ({ name }, parameters) => { asked.push(`${name} ${JSON.stringify(parameters)}`); return counts[name] ?? 0; } }, inbox, clock);
    await look.run();
    await raise.run();
    expect(asked[2]).to.equal('differences {"differenceState":"OPEN","reconcileDateTo":"20260506"}');
    expect(alerts().map(({ event, message }) => [event, message])).to.deep.equal([['abnormal-orders-waiting', '有异常订单待处理（笔数 2）'], ['differences-waiting', '对账差异超过一天未处理（笔数 5）']]);
  });
});
