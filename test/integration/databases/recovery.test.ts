import { expect } from 'chai';
import { longTime } from '../../../domain/kernel/china-time.js';
import { needing } from '../../support/needing.js';
import { onServer, ownDatabase, type OwnDatabase } from '../../support/servers.js';
import type { Life } from '../payments/life.js';
import { Disaster } from '../recovery/disaster.js';
import { engineTools, type EngineTools } from '../recovery/engine-tools.js';
import { typed, type Said } from '../recovery/typed-commands.js';

type Placed = Awaited<ReturnType<Life['place']>>;
type AskedRefund = Awaited<ReturnType<Life['refund']>>;

for (const tools of engineTools) {
  onServer(tools.server, `a loss on ${tools.engine}`, (serverAddress) => {
    needing(tools.whyNot, 'that is put right by the tools of the engine and the operator’s commands', function () {
      this.timeout(60_000);
      rehearsal(tools, serverAddress);
    });
  });
}

/** One story in steps that follow each other, as docs/operate/backup.md tells an operator to go. */
function rehearsal(tools: EngineTools, serverAddress: string): void {
  let [database, disaster, life]: [OwnDatabase?, Disaster?, Life?] = [];
  const orders: Record<string, Placed & { attemptNo?: string }> = {};
  const refunds: Record<string, AskedRefund> = {};
  let [dump, sealed, dumpedAt, refundNumberOfLostHours] = ['', '', '', ''];
  let [booksAtLoss, heardAtLoss]: readonly [readonly string[], readonly string[]] = [[], []];
  const here = (): { readonly database: OwnDatabase; readonly disaster: Disaster; readonly life: Life } => {
    if (!database || !disaster || !life) throw new Error('nothing was prepared');
    return { database, disaster, life };
  };
  const order = (name: string): Placed & { attemptNo?: string } => orders[name] ?? expect.fail(`nobody placed ${name}`);
  const refund = (name: string): AskedRefund => refunds[name] ?? expect.fail(`nobody asked for ${name}`);
  const run = (name: string, ...words: readonly string[]): Promise<Said> => typed({ ...here().life.city.environment, TONGJIAO_LOG_LEVEL: 'warn' }, name, ...words);
  const done = async (...words: readonly string[]): Promise<string> => {
    const said = await run('recovery', ...words);
    expect(said, said.error).to.include({ code: 0, error: '' });
    return said.out;
  };

  before(async () => {
    database = await ownDatabase(serverAddress);
    disaster = await Disaster.prepare({ TONGJIAO_DATABASE: database.address });
    life = disaster.life;
    [dump, sealed] = [disaster.file('tongjiao.dump'), disaster.file('tongjiao.bak')];
  });
  after(async () => {
    await disaster?.close();
    await database?.drop();
  });

  it('begins with orders, a refund and a callback under way, and a dump that is sealed', async () => {
    const { life, database, disaster } = here();
    orders['refundedLater'] = await life.paid();
    orders['opened'] = await life.place();
    orders['opened'].attemptNo = await life.open(order('opened'), 'alipay');
    const deaf = life.number('C');
    life.ear.answer(`/${deaf}`, () => ({ status: 500, body: 'not now' }));
    orders['untold'] = await life.paid('alipay', { bizOrderNo: deaf, notifyUrl: `${life.ear.origin}/${deaf}` });
    orders['refundUnsent'] = await life.paid('unionpay');
    await life.fault('unionpay', 'refund', 'drop-before', { times: 20 });
    refunds['unsent'] = await life.refund(order('refundUnsent'), '700');
    await life.quiet();
    dumpedAt = longTime(Date.now());
    tools.dump(database.address, dump, disaster.file(''));
    const said = await run('backup', '--seal', dump, sealed);
    expect(said.out, said.error).to.match(/^转储已加密：/);
  });

  it('loses what came after it: a payment, a refund, and what the business system was told', async () => {
    const { life, database, disaster } = here();
    await life.pay('alipay', order('opened').attemptNo ?? '');
    await life.state(order('opened'), '2');
    refunds['lost'] = await life.refund(order('refundedLater'), '3000');
    await life.quiet();
    await life.city.until('the refund is told', () => life.told(refund('lost').path)[0]);
    [refundNumberOfLostHours = ''] = await disaster.refundNumbersAt('alipay', (await life.kept(order('refundedLater').platformOrderNo)).attempts[0]?.attemptNo ?? '');
    [booksAtLoss, heardAtLoss] = [await disaster.channelBooks(), disaster.heard()];
    await life.city.stop();
    await database.drop();
    await life.sim('unionpay', 'DELETE', 'faults');
    life.ear.answer(order('untold').path, () => ({ body: 'success' }));
  });

  it('comes back by the engine’s own tool, and is marked as recovered', async () => {
    const { life, database, disaster } = here();
    const opened = disaster.file('opened.dump');
    expect((await run('restore', '--unseal', sealed, opened)).out).to.contain('restore --recovered');
    tools.restore(database.address, opened, disaster.file(''));
    const marked = await run('restore', '--recovered', dumpedAt);
    expect(marked, marked.error).to.include({ code: 0, error: '' });
    expect(marked.out).to.match(/^已登记恢复标记/).and.contain('审计链完整');
    await life.city.start();
    expect(life.city.log.some((line) => line.includes('recovery-open'))).to.equal(true);
  });

  it('holds back what may have been done, whatever the jobs of an hour want, and lists it', async () => {
    const { life, disaster } = here();
    const { merchantNo, platformOrderNo, orderDate } = order('refundedLater');
    const again = await life.client.createRefund({
      merchantNo, bizRefundOrderNo: refund('lost').bizRefundOrderNo, refundOrderDate: orderDate, refundAmount: '3000', refundTitle: '退款', platformOrderNo, notifyUrl: `${life.ear.origin}${refund('lost').path}`,
    });
    expect(again.refundState).to.equal('1');
    refunds['lost'] = { ...refund('lost'), no: again.platformRefundOrderNo };
    for (let minutes = 0; minutes < 60; minutes += 15) await life.step(15 * 60_000);
    expect(await disaster.channelBooks()).to.deep.equal(booksAtLoss);
    expect(disaster.heard()).to.deep.equal(heardAtLoss);
    expect((await life.query(order('opened'))).orderState, 'asked at the channel, and booked').to.equal('2');
    const status = await done('--status');
    expect(status).to.contain('支付：暂扣').and.contain('退款：暂扣').and.contain('回调：暂扣').and.contain('暂扣的退款 2 笔').and.contain('暂扣的回调 2 条');
    expect(status).to.contain(`${refund('unsent').no}  7.00 元`).and.contain(`${refund('lost').no}  30.00 元`);
  });

  it('lets the operator settle one refund by its number, send the other once, and end the recovery', async () => {
    const { life, disaster } = here();
    const calledBack = async (path: string): Promise<string> => {
      const [callback] = (await disaster.show()).callbacks.filter(({ url }) => url.endsWith(path));
      return callback?.callbackId ?? expect.fail(`no callback to ${path} is held`);
    };
    await Promise.all([
      done('--refund-number', refund('lost').no, refundNumberOfLostHours), done('--release-refunds', refund('unsent').no), done('--callback-told', await calledBack(order('opened').path)),
    ]);
    for (const name of ['refundedLater', 'refundUnsent']) await life.stepUntil(`${name} is decided`, order(name).platformOrderNo, ({ refunds: [one] }) => one?.state === 'refunded');
    expect((await disaster.channelBooks()).filter((line) => !booksAtLoss.includes(line))).to.deep.equal([`unionpay ${order('refundUnsent').attemptNo ?? ''} 8000 -700`]);
    await disaster.told(await calledBack(refund('lost').path));
    for (const kind of ['--release-payments', '--release-refunds all', '--release-callbacks']) expect(await done(...kind.split(' '))).to.match(/^已放行，唤醒任务 \d+ 个/);
    expect(await done('--end')).to.equal('恢复核对已结束\n');
    const told = [order('untold').path, refund('unsent').path];
    await life.city.until('what was held is told', async () => {
      await life.step(1_000);
      return disaster.heard().length >= heardAtLoss.length + told.length ? true : undefined;
    });
    expect(disaster.heard()).to.deep.equal([...heardAtLoss, ...told].sort());
  });

  it('takes payments and refunds as before, over an audit trail without a gap', async () => {
    const { life } = here();
    const fresh = await life.paid();
    await life.refund(fresh, '8000');
    await life.quiet();
    expect((await life.kept(fresh.platformOrderNo)).refunds.map(({ state }) => state)).to.deep.equal(['refunded']);
    expect((await life.city.resources.auditChain.verify()).ok).to.equal(true);
  });
}
