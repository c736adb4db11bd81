import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Attempt } from '../../domain/payments/attempt.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import type { ConsoleClient } from '../support/console-client.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues } from './console/colleagues.js';
import { OperatorPage } from './console/operator-page.js';

/** Money that came twice or by an error, at the pages of two people: notes, an end, and the way back of the money, for which it takes both. */
describe('repeated and abnormal payments at the console', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  const clients = new Map<OperatorPage, ConsoleClient>();
  let mine: OperatorPage;
  let theirs: OperatorPage;

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    await life.editPayee('M35040000001', { repeatRefundByRule: false });
    const desk = await ConsoleLife.in(life.city);
    const people = [await desk.person('demo'), (await Colleagues.arrive(desk)).second] as const;
    [mine, theirs] = [await OperatorPage.of(browser, desk, people[0]), await OperatorPage.of(browser, desk, people[1])];
    clients.set(mine, people[0]).set(theirs, people[1]);
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  /** Both have just shown their second factor: it is asked for where money is decided about. */
  beforeEach(async () => {
    life.city.advance(30_000);
    for (const [at, client] of clients) {
      expect((await client.post('/step-up/code', { code: client.code(life.city.now()) })).status).to.equal(200);
      await at.holds(client);
    }
  });

  /** An order that was paid at two channels; the numbers of the payment that counts and of the other. */
  async function paidTwice(): Promise<{ readonly platformOrderNo: string; readonly counts: string; readonly surplus: string }> {
    const placed = await life.place();
    const [first, second] = [await life.open(placed, 'alipay'), await life.open(placed, 'unionpay')];
    await life.pay('alipay', first);
    await life.pay('unionpay', second);
    const { order, repeats } = await life.stepUntil('it is paid twice', placed.platformOrderNo, (kept) => kept.repeats.length === 1);
    return { platformOrderNo: placed.platformOrderNo, counts: order.paidAttemptNo ?? '', surplus: repeats[0]?.attemptNo ?? '' };
  }
  /** UnionPay has charged and does not say yet whether it takes that back itself: for people to look at, and nothing goes back by rule. */
  async function chargedInError(): Promise<{ readonly platformOrderNo: string; readonly abnormalId: string }> {
    const { platformOrderNo, ...placed } = await life.place();
    const attemptNo = await life.open({ platformOrderNo, ...placed }, 'unionpay');
    await life.fault('unionpay', 'notify', 'count', { count: 0 });
    await life.pay('unionpay', attemptNo);
    await life.fault('unionpay', 'query', '74', { times: 500 });
    const { abnormal } = await life.stepUntil('the word of the channel is kept', platformOrderNo, (kept) => kept.abnormal.length === 1);
    return { platformOrderNo, abnormalId: abnormal[0]?.abnormalId ?? '' };
  }
  const write = async (at: OperatorPage, row: string, action: string, note: string): Promise<void> => {
    await at.choose(row, action);
    await at.dialog(action).getByLabel('处理说明').fill(note);
    await at.confirm(action);
  };
  const keep = async (at: OperatorPage, row: string, action: string, note: string, words: string): Promise<void> => {
    await write(at, row, action, note);
    await at.told(words);
    await at.dialog(action).waitFor({ state: 'hidden' });
    life.city.advance(1_000);
  };
  const refuse = async (at: OperatorPage, row: string, action: string, words: string): Promise<void> => {
    await write(at, row, action, '再来一次');
    await at.faultAbove(action, words);
    await at.giveUp(action);
  };
  /** Notes as the detail of a row shows them, from top to bottom. */
  const notesOf = async (at: OperatorPage, row: string, detail: string, picture: string): Promise<readonly string[]> => {
    await at.choose(row, '详情');
    const notes = at.dialog(detail).locator('.related tbody tr.ant-table-row');
    await notes.first().waitFor();
    await at.look(picture);
    const shown = await Promise.all((await notes.all()).map(async (note) => (await note.getByRole('cell').allTextContents()).slice(1).join(' ')));
    await at.page.keyboard.press('Escape');
    await at.dialog(detail).waitFor({ state: 'hidden' });
    return shown;
  };
  const keptNotes = async (objectNo: string): Promise<readonly unknown[]> => (await life.rows('handling_note', { object_no: objectNo })).map((row) => row['note_action']);
  const stateOf = (attempts: readonly Attempt[], no: string) => attempts.find(({ attemptNo }) => attemptNo === no)?.state;

  it('gives the surplus payment back and never the first one: one asks, another agrees, and whoever asked does not (1.1.4.4.4-i)', async () => {
    const { platformOrderNo, counts, surplus } = await paidTwice();
    const list = ['repeat-orders', `platformOrderNo=${platformOrderNo}`] as const;
    await mine.openList(...list);
    await mine.choose(platformOrderNo, '跟踪');
    await mine.confirm('跟踪');
    await mine.faultAt('跟踪', '处理说明', '请填写处理说明');
    await mine.giveUp('跟踪');
    expect(await keptNotes(surplus)).to.deep.equal([]);
    for (const words of ['已联系缴款人', '缴款人要求退回']) {
      await keep(mine, platformOrderNo, '跟踪', words, '已记录');
      await mine.rowOf(platformOrderNo).getByText('跟踪中').waitFor();
    }
    await keep(mine, platformOrderNo, '申请退回款项', '多缴一笔，原路退回', '已申请，等待另一人审批');
    await mine.rowOf(platformOrderNo).getByRole('button', { name: '申请退回款项' }).waitFor({ state: 'detached' });
    await refuse(mine, platformOrderNo, '处理', '已申请退回款项，须先由另一人审批后才能处理');
    await refuse(mine, platformOrderNo, '同意退回', '不能审批自己提出的退回申请');
    expect([(await life.kept(platformOrderNo)).refunds, await keptNotes(surplus)]).to.deep.equal([[], ['follow', 'follow', 'refund-asked']]);

    await theirs.openList(...list);
    await theirs.choose(platformOrderNo, '同意退回');
    await theirs.dialog('同意退回').getByText('申请人不能审批自己的申请').waitFor();
    await theirs.dialog('同意退回').getByLabel('处理说明').fill('已核对两笔流水');
    await theirs.look('agree-to-give-back');
    await theirs.confirm('同意退回');
    await theirs.told('已同意，退款已提交办理');
    const after = await life.stepUntil('the surplus is back', platformOrderNo, ({ repeats }) => repeats[0]?.handleState === 'handled');
    expect(after.refunds.map(({ attemptNo, state, refundAmount }) => [attemptNo, state, refundAmount])).to.deep.equal([[surplus, 'refunded', 8000n]]);
    expect([after.order.state, after.order.paidAttemptNo, stateOf(after.attempts, counts)]).to.deep.equal(['paid', counts, 'paid']);
    expect(await life.audited(surplus)).to.deep.equal(['case.follow', 'case.follow', 'case.refund-asked', 'case.refund-approved-refused', 'case.refund-approved']);
    await theirs.openList(...list);
    for (const words of ['已处理', '退款成功']) await theirs.rowOf(platformOrderNo).getByText(words).waitFor();
    expect(await theirs.rowOf(platformOrderNo).getByRole('button').allTextContents()).to.deep.equal(['详情']);
    expect(await notesOf(theirs, platformOrderNo, '重缴订单详情', 'repeat-order')).to.deep.equal(['跟踪 已联系缴款人 演示操作员', '跟踪 缴款人要求退回 演示操作员', '申请退回款项 多缴一笔，原路退回 演示操作员', '同意退回款项 已核对两笔流水 王会计']);
  });

  // 1.1.4.4.4-i: or it is marked as handled with a note, without money.
  it('ends a repeat payment with a note, once, and moves no money by it', async () => {
    const { platformOrderNo, surplus } = await paidTwice();
    for (const at of [mine, theirs]) await at.openList('repeat-orders', `platformOrderNo=${platformOrderNo}`);
    await keep(mine, platformOrderNo, '处理', '缴款人要求转作下期费用', '已记为已处理');
    await mine.rowOf(platformOrderNo).getByText('已处理').waitFor();
    expect(await mine.rowOf(platformOrderNo).getByRole('button').allTextContents()).to.deep.equal(['详情']);
    // Seen before it was ended, and then as it is.
    await refuse(theirs, platformOrderNo, '申请退回款项', '已处理，或已自行消除');
    await theirs.rowOf(platformOrderNo).getByText('已处理').waitFor();
    expect(await theirs.rowOf(platformOrderNo).getByRole('button').allTextContents()).to.deep.equal(['详情']);
    await life.quiet();
    expect([(await life.kept(platformOrderNo)).refunds, await keptNotes(surplus), await life.audited(surplus)]).to.deep.equal([[], ['handle'], ['case.handle']]);
  });

  it('follows an abnormal order by notes in the order of time, and ends it with one: not without words, not while a wish is undecided, not twice (1.1.4.4.5-b, -c)', async () => {
    const { platformOrderNo, abnormalId } = await chargedInError();
    const list = ['abnormal-orders', `platformOrderNo=${platformOrderNo}`] as const;
    await mine.openList(...list);
    for (const words of ['渠道错误', '待处理']) await mine.rowOf(platformOrderNo).getByText(words).waitFor();
    for (const action of ['跟踪', '处理']) {
      await mine.choose(platformOrderNo, action);
      await mine.dialog(action).getByLabel('处理说明').fill('   ');
      await mine.confirm(action);
      await mine.faultAt(action, '处理说明', '请填写处理说明');
      await mine.look(`abnormal-${action === '处理' ? 'handle' : 'follow'}`);
      await mine.giveUp(action);
    }
    expect([await keptNotes(abnormalId), await life.audited(abnormalId)]).to.deep.equal([[], []]);
    for (const words of ['渠道已确认收款', '缴款人称已在窗口另缴']) {
      await keep(mine, platformOrderNo, '跟踪', words, '已记录');
      await mine.rowOf(platformOrderNo).getByText('跟踪中').waitFor();
    }
    await keep(mine, platformOrderNo, '申请退回款项', '渠道已扣款，原路退回', '已申请，等待另一人审批');
    await mine.rowOf(platformOrderNo).getByRole('button', { name: '申请退回款项' }).waitFor({ state: 'detached' });
    await refuse(mine, platformOrderNo, '处理', '已申请退回款项，须先由另一人审批后才能处理');
    await refuse(mine, platformOrderNo, '驳回退回', '不能审批自己提出的退回申请');
    await theirs.openList(...list);
    await keep(theirs, platformOrderNo, '驳回退回', '缴款人要求改办其他事项', '已驳回');
    await theirs.rowOf(platformOrderNo).getByRole('button', { name: '申请退回款项' }).waitFor();
    await mine.openList(...list);
    await keep(mine, platformOrderNo, '处理', '已查明，款项另行处理', '已记为已处理');
    await mine.rowOf(platformOrderNo).getByText('已处理').waitFor();
    expect(await mine.rowOf(platformOrderNo).getByRole('button').allTextContents()).to.deep.equal(['详情']);
    await refuse(theirs, platformOrderNo, '跟踪', '已处理，或已自行消除');
    await theirs.rowOf(platformOrderNo).getByText('已处理').waitFor();
    expect(await theirs.rowOf(platformOrderNo).getByRole('button').allTextContents()).to.deep.equal(['详情']);
    expect(await notesOf(mine, platformOrderNo, '异常订单详情', 'abnormal-order')).to.deep.equal([
      '跟踪 渠道已确认收款 演示操作员', '跟踪 缴款人称已在窗口另缴 演示操作员', '申请退回款项 渠道已扣款，原路退回 演示操作员', '驳回退回款项 缴款人要求改办其他事项 王会计', '处理 已查明，款项另行处理 演示操作员',
    ]);
    expect(await life.audited(abnormalId)).to.deep.equal(['case.follow', 'case.follow', 'case.refund-asked', 'case.refund-rejected-refused', 'case.refund-rejected', 'case.handle']);
    const { abnormal, refunds } = await life.kept(platformOrderNo);
    expect([abnormal[0]?.handleState, refunds]).to.deep.equal(['handled', []]);
    for (const at of [mine, theirs]) await at.leave();
  });
});
