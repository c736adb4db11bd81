import { expect } from 'chai';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { ArchiveOldOrders, noticeMs } from '../../../application/archive/archive-old-orders.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { Life } from '../payments/life.js';
import { typed, type Said } from '../recovery/typed-commands.js';
import { ConsoleLife } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;
const by = { kind: 'system', code: 'test', address: undefined } as const;

/** INT-02: what the product writes in a day is what its operation log says; whoever puts older rows back by SQL, or deletes some, is found by the nightly command. */
describe('older rows put back and rows deleted by SQL, in a city that works', function () {
  this.timeout(240_000);
  let life: Life;
  let demo: ConsoleClient;
  before(async () => {
    life = await Life.start({ TONGJIAO_ARCHIVE_AFTER_DAYS: '90' });
    demo = await (await ConsoleLife.in(life.city)).person('demo');
  });
  after(async () => life.close());

  const verify = (): Promise<Said> => typed({ ...life.city.environment, TONGJIAO_LOG_LEVEL: 'warn' }, 'verify-rows');
  const named = async (): Promise<readonly string[]> => (await life.city.resources.rowIntegrity.verifyJournal()).named.map(({ table, rowNo, flaw }) => `${table} ${rowNo} ${flaw}`);
  const isQuiet = async (): Promise<void> => {
    const { differing, badSeq } = await life.city.resources.rowIntegrity.verifyJournal();
    expect([differing, badSeq, await named()]).to.deep.equal([0, undefined, []]);
  };
  const rowOf = async (table: string, match: Readonly<Record<string, string>>): Promise<Row> => (await life.rows(table, match))[0] ?? expect.fail(`no row of ${table}`);
  const remove = async (table: string, match: Readonly<Record<string, string>>): Promise<Row> => {
    const row = await rowOf(table, match);
    expect(await life.city.resources.engine.writer(table).where(match).delete()).to.equal(1);
    return row;
  };
  /** The older image in place of the row as it is; gives the row as it was. */
  const putBack = async (table: string, match: Readonly<Record<string, string>>, image: Row): Promise<Row> => {
    const now = await remove(table, match);
    await life.city.resources.engine.writer(table).insert(image);
    return now;
  };
  const done = async (path: string, body: object): Promise<void> => { const { status, body: came } = await demo.post(path, body); expect(status, `${path} ${JSON.stringify(came)}`).to.equal(200); };
  const versionOf = async (list: string, key: string, value: string): Promise<unknown> => ((await demo.get(`/lists/${list}?pageSize=100`)).body['rows'] as readonly Row[]).find((row) => row[key] === value)?.['version'];

  it('finds nothing after placing, paying by both channels, giving back, closing, archiving, and what operators do to the directory', async () => {
    const paid = await life.paid('alipay');
    await life.paid('unionpay');
    const refund = await life.refund(paid, '1000');
    await life.stepUntil('the refund is done', paid.platformOrderNo, ({ refunds }) => refunds.length === 1 && refunds.every(({ state }) => state === 'refunded'));
    expect(await life.audited(refund.no)).to.deep.equal(['refund.requested', 'refund.numbered', 'refund.refunded']);
    const closed = await life.place();
    await life.client.closeOrder({ merchantNo: closed.merchantNo, platformOrderNo: closed.platformOrderNo, orderDate: closed.orderDate });
    await isQuiet();
    await done('/regions/add', { regionCode: '350405', regionName: '永安市', parentRegionCode: '350400', remark: '' });
    await done('/regions/edit', { regionCode: '350405', version: await versionOf('regions', 'regionCode', '350405'), regionName: '永安', remark: '' });
    await done('/regions/remove', { regionCode: '350405', version: await versionOf('regions', 'regionCode', '350405') });
    await life.editPayee('M35040000001', { remark: '一楼窗口' });
    await isQuiet();
    await done('/regions/add', { regionCode: '350405', regionName: '永安市', parentRegionCode: '350400', remark: '' });
    await isQuiet();
    const old = new ArchiveOldOrders({ ...life.city.resources, afterDays: 90 });
    life.city.advance(91 * dayMs);
    await life.quiet();
    if ((await old.page('test', undefined)).kind === 'too-early') life.city.advance(noticeMs);
    expect((await old.page('test', undefined)).kind).to.equal('page');
    await old.endTurn('test');
    expect((await life.rows('pay_order_archive')).length).to.be.greaterThan(1);
    await isQuiet();
    const said = await verify();
    expect(said, said.error).to.include({ code: 0 });
    expect(said.out).to.match(/已核验 \d+ 行，未被改动\n已与审计日志 \d+ 条记录中登记的 \d+ 次写入对照，没有被换回旧内容或删除的行/);
  });

  it('names an order, a refund and a developer whose older images were put back with their codes, and ends with 1', async () => {
    const placed = await life.place();
    const order = { platform_order_no: placed.platformOrderNo };
    const unpaid = await rowOf('pay_order', order);
    const attemptNo = await life.open(placed, 'alipay');
    await life.pay('alipay', attemptNo);
    await life.state(placed, '2');
    const paid = await putBack('pay_order', order, unpaid);
    const alone = await verify();
    expect(alone).to.include({ code: 1 });
    expect(alone.error).to.contain(`pay_order  ${placed.platformOrderNo}  被换回旧内容`).and.not.contain('不是平台写入的内容');
    await putBack('pay_order', order, paid);

    const asked = await life.refund(placed, '1000');
    const refund = { platform_refund_order_no: asked.no };
    const before = await rowOf('pay_refund', refund);
    await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds.every(({ state }) => state === 'refunded'));
    const refunded = await putBack('pay_refund', refund, before);
    expect((await life.kept(placed.platformOrderNo)).refunds[0]?.state, 'the product itself believes the older row').to.equal('refunding');

    const devId = life.city.credentials.developers[0]?.devId ?? '';
    const developer = await life.city.resources.directory.developer(devId) ?? expect.fail('no developer');
    const older = await rowOf('developer', { dev_id: devId });
    await life.city.resources.directoryEditor.saveDeveloper({ ...developer, developerName: '改名' }, by);
    const newer = await putBack('developer', { dev_id: devId }, older);

    const said = await verify();
    expect(said).to.include({ code: 1 });
    expect(said.error).to.contain(`pay_refund  ${asked.no}  被换回旧内容`).and.contain(`developer  ${devId}  被换回旧内容`).and.contain('2 行与登记的不符');
    await putBack('pay_refund', refund, refunded);
    await putBack('developer', { dev_id: devId }, newer);
    await isQuiet();
  });

  it('names rows of the directory and orders that were deleted, and ends with 1', async () => {
    const placed = await life.place();
    const gone: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['payee', { merchant_no: 'M35040000004' }], ['region', { region_code: '350404' }], ['payment_channel', { channel_no: 'UNIONPAY' }], ['pay_order', { platform_order_no: placed.platformOrderNo }],
    ];
    const rows: Row[] = [];
    for (const [table, match] of gone) rows.push(await remove(table, match));
    const said = await verify();
    expect(said).to.include({ code: 1 });
    for (const [table, match] of gone) expect(said.error).to.contain(`${table}  ${Object.values(match).join(' ')}  被绕过平台删除`);
    for (const [at, [table]] of gone.entries()) await life.city.resources.engine.writer(table).insert(rows[at]);
    await isQuiet();
  });
});
