import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { ArchiveOldOrders, noticeMs } from '../../../application/archive/archive-old-orders.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { anOrder, no } from '../../contract/persistence/builders.js';
import { expectBooksToAgree } from '../payments/books.js';
import { Life, refusalOf } from '../payments/life.js';

const command = fileURLToPath(new URL('../../../bootstrap/cli/archive.js', import.meta.url));

describe('archived orders', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start({ TONGJIAO_ARCHIVE_AFTER_DAYS: '90' }); });
  after(async () => life.close());

  const archive = async (): Promise<number> => {
    const old = new ArchiveOldOrders({ ...life.city.resources, afterDays: life.city.config.archiveAfterDays });
    let page = await old.page('test', undefined);
    if (page.kind === 'too-early') {
      life.city.advance(noticeMs);
      page = await old.page('test', undefined);
    }
    await old.endTurn('test');
    return page.kind === 'page' ? page.moved : -1;
  };
  const counts = async (): Promise<readonly number[]> => [(await life.rows('pay_order')).length, (await life.rows('pay_order_archive')).length];
  const run = async (...words: readonly string[]): Promise<string> => {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], { env: { ...life.city.environment, PATH: process.env['PATH'], TONGJIAO_LOG_LEVEL: 'warn' } });
      return stdout;
    } catch (failed) {
      return (failed as { readonly stderr: string }).stderr;
    }
  };

  it('go with everything, answer every question as before, are not placed twice, and come back to be refunded', async () => {
    const placed = await life.paid('alipay', { userId: 'payer-of-long-ago' });
    const refund = await life.refund(placed, '1000');
    await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds.every(({ state }) => state === 'refunded') && refunds.length === 1);
    await life.toldRefunds(refund.path);
    const closed = await life.place();
    await life.client.closeOrder({ merchantNo: closed.merchantNo, platformOrderNo: closed.platformOrderNo, orderDate: closed.orderDate });
    const told = await life.query(placed);
    const kept = await life.kept(placed.platformOrderNo);
    life.city.advance(91 * dayMs);
    await life.quiet();
    expect(await archive()).to.equal(2);
    expect(await counts()).to.deep.equal([0, 2]);

    expect({ ...await life.query(placed), timestamp: undefined }).to.deep.equal({ ...told, timestamp: undefined });
    expect(await life.kept(placed.platformOrderNo)).to.deep.equal(kept);
    const listed = await life.client.listUserOrders({ userId: 'payer-of-long-ago' });
    expect(JSON.stringify(listed)).to.include(placed.platformOrderNo);
    expect(await refusalOf(life.place({ bizOrderNo: placed.bizOrderNo }))).to.include({ subCode: 'ORDER_EXISTS' });
    expect((await fetch(placed.cashierUrl)).status).to.equal(200);
    expect(await counts()).to.deep.equal([0, 2]);

    expect(await refusalOf(life.refund(placed, '8000'))).to.include({ subCode: 'REFUND_TOO_BIG' });
    await life.refund(placed, '500');
    await life.stepUntil('the second refund is done', placed.platformOrderNo, ({ refunds }) => refunds.length === 2 && refunds.every(({ state }) => state === 'refunded'));
    expect(await counts()).to.deep.equal([1, 1]);
    expect((await life.rows('pay_refund')).length).to.equal(2);
    await expectBooksToAgree(life);
    expect(await archive(), 'while its newest refund is young').to.equal(0);
    life.city.advance(91 * dayMs);
    await life.quiet();
    expect(await archive()).to.equal(1);
    expect(await counts()).to.deep.equal([0, 2]);
    expect((await life.kept(placed.platformOrderNo)).refunds).to.have.length(2);
  });

  it('are moved by the command, which first may tell what it would do', async () => {
    // The command has no stepped clock: these are old by any.
    const createdAt = Date.now() - 200 * dayMs;
    const old = (n: number, state: 'closed' | 'awaiting') => anOrder({ platformOrderNo: no(n), state, createdAt, expiresAt: createdAt, closedAt: createdAt });
    for (const [n, state] of [[1, 'closed'], [2, 'awaiting'], [3, 'closed']] as const) await life.city.resources.unitOfWork.run(({ orders }) => orders.add(old(n, state)));
    await new UnitRunner(life.city.resources.engine).run(async (scope) => scope.writing().table('archive_mark').where({ archive_name: 'orders' }).update({ begun_at: Date.now() - noticeMs }));
    const before = await counts();
    expect(await run('--dry-run')).to.equal('可以归档订单 2 笔（90 天前结束且此后再无变动）\n早于该日期但仍有未了事项、暂不归档：1 笔\n');
    expect(await counts()).to.deep.equal(before);
    expect(await run('--once')).to.equal('已归档订单 2 笔（90 天前结束且此后再无变动）\n早于该日期但仍有未了事项、暂不归档：1 笔\n');
    expect(await counts()).to.deep.equal([1, (before[1] ?? 0) + 2]);
    for (const words of [[], ['--now'], ['--once', '--dry-run']]) expect(await run(...words)).to.match(/^用法：archive --dry-run/);
  });
});
