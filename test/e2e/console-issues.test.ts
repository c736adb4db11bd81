import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { readMatrix } from '../../bootstrap/cli/requirements/read-matrix.js';
import { newListExport } from '../../domain/lists/list-export.js';
import { ConsoleLife } from '../integration/console/console-life.js';
import { Life } from '../integration/payments/life.js';
import { aPng } from '../support/sample-files.js';
import { browserIsHere, openBrowser } from './cashier-browser.js';
import { Colleagues } from './console/colleagues.js';
import { exported } from './console/exported.js';
import { OperatorPage } from './console/operator-page.js';

const picture = { name: '扣款截图.png', mimeType: 'image/png', buffer: aPng() };
const refusedFiles = [
  [{ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') }, '文件内容与其扩展名不符'],
  [{ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }, '文件类型不在允许的范围内'],
  [{ name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) }, '超过 10 MB'],
] as const;
const [description, mobile] = ['银行已扣款，页面显示未支付', '13800138000'];
const matrix = readMatrix();
const labelsOf = (id: string): readonly string[] => (matrix.find((entry) => entry.id === id)?.columns ?? []).map(({ zh }) => zh);

/** Customer service at the pages of a running platform: from an order, a refund or the telephone to a solved issue with its files. */
describe('issues at the console, from where they are seen to their solution', function suite() {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let life: Life;
  let desk: ConsoleLife;
  let at: OperatorPage;
  let theirs: OperatorPage;
  let operatorNo = '';
  let orderNo = '';

  before(async function openOnce() {
    if (!browserIsHere()) this.skip();
    [browser, life] = [await openBrowser(), await Life.start()];
    desk = await ConsoleLife.in(life.city);
    const demo = await desk.person('demo');
    operatorNo = String((await demo.get('/me')).body['operatorNo']);
    [at, theirs] = [await OperatorPage.of(browser, desk, demo), await OperatorPage.of(browser, desk, (await Colleagues.arrive(desk)).second)];
  });
  after(async () => {
    await browser?.close();
    await life.close();
  });
  const issues = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => life.rows('desk_issue');
  const done = '问题已登记，可在“问题管理”中跟踪';
  /** What stands in a field that is only read; no one can type there. */
  async function fixedAt(heading: string, label: string): Promise<string> {
    const field = at.dialog(heading).locator('.ant-form-item').filter({ has: at.page.getByText(label, { exact: true }) });
    expect(await field.locator('input, textarea, button').count(), label).to.equal(0);
    return (await field.locator('.ant-form-item-control').textContent() ?? '').trim();
  }
  const rowsShown = async (): Promise<readonly (readonly string[])[]> =>
    Promise.all((await at.page.locator('.list-table tbody tr.ant-table-row').all()).map(async (row) => (await row.getByRole('cell').allTextContents()).slice(0, -1).map((text) => (text === '–' ? '' : text))));

  it('are registered on an order with what is known of it and files of three kinds, and appear among the issues (1.1.4.4.1-c)', async () => {
    const placed = await life.place();
    orderNo = placed.platformOrderNo;
    await at.openList('pay-orders', `bizOrderNo=${placed.bizOrderNo}`);
    await at.choose(orderNo, '问题登记');
    expect([await fixedAt('问题登记', '操作员账号'), await fixedAt('问题登记', '商户订单号'), await fixedAt('问题登记', '支付订单号')]).to.deep.equal(['demo', placed.bizOrderNo, orderNo]);
    await at.pick('问题登记', '问题类型', '支付问题');
    await at.dialog('问题登记').getByLabel('问题描述信息').fill(description);
    await at.dialog('问题登记').getByLabel('联系电话').fill('1380013');
    await at.page.locator('input[type=file]').setInputFiles([picture, ...refusedFiles.map(([file]) => file)]);
    for (const [{ name }, words] of refusedFiles) await at.dialog('问题登记').getByText(`${name}：${words}`).waitFor();
    await at.look('issue-form');
    await at.confirm('问题登记');
    await at.faultAt('问题登记', '上传附件', '有附件还在上传或没有上传成功，请等待完成，或将其移除');
    for (let left = refusedFiles.length; left > 0; left -= 1) {
      const wrong = at.dialog('问题登记').locator('.ant-upload-list-item-error');
      await wrong.first().hover();
      await wrong.first().locator('button').click();
      await wrong.nth(left - 1).waitFor({ state: 'detached' });
    }
    await at.confirm('问题登记');
    await at.faultAt('问题登记', '联系电话', '联系电话须为手机号码');
    expect(await issues()).to.deep.equal([]);
    await at.dialog('问题登记').getByLabel('联系电话').fill(mobile);
    await at.confirm('问题登记');
    await at.told(done);
    await at.openList('issues', `relatedOrderNo=${placed.bizOrderNo}`);
    expect((await rowsShown()).map((cells) => [...cells.slice(0, 3), cells[4]])).to.deep.equal([['支付问题', orderNo, '演示操作员', '待解决']]);
    await at.look('list');
  });

  it('are registered on a refund as well, not with signs that nobody sees (1.1.4.4.2-c)', async () => {
    const paid = await life.paid();
    const refund = await life.refund(paid, '300');
    await at.openList('refund-orders', `platformRefundOrderNo=${refund.no}`);
    await at.choose(refund.no, '问题登记');
    expect([await fixedAt('问题登记', '操作员账号'), await fixedAt('问题登记', '商户订单号'), await fixedAt('问题登记', '退款订单号')]).to.deep.equal(['demo', paid.bizOrderNo, refund.no]);
    await at.pick('问题登记', '问题类型', '退款问题');
    await at.page.locator('input[type=file]').setInputFiles([picture]);
    await at.dialog('问题登记').locator('.ant-upload-list-item-done').waitFor();
    await at.dialog('问题登记').getByLabel('问题描述信息').fill('退款\u202e未到账');
    await at.confirm('问题登记');
    await at.faultAt('问题登记', '问题描述信息', '问题描述信息不正确');
    expect(await issues()).to.have.length(1);
    await at.dialog('问题登记').getByLabel('问题描述信息').fill('退款未到账');
    await at.confirm('问题登记');
    await at.told(done);
    await at.openList('issues', `relatedOrderNo=${paid.platformOrderNo}`);
    expect((await rowsShown()).map((cells) => [...cells.slice(0, 3), cells[4]])).to.deep.equal([['退款问题', refund.no, '演示操作员', '待解决']]);
  });

  it('are begun without an order, with the keyboard alone: what is missing or no number is said at its field (1.1.4.4.3-b)', async () => {
    await at.openList('issues');
    await at.button('发起问题').focus();
    await at.page.keyboard.press('Enter');
    const submit = at.dialog('发起问题').getByRole('button', { name: '发起问题', exact: true });
    await at.dialog('发起问题').getByLabel('关联订单号').focus();
    expect(await fixedAt('发起问题', '操作员账号')).to.equal('demo');
    await at.page.keyboard.type('订单 B-77');
    await submit.focus();
    await at.page.keyboard.press('Enter');
    for (const [label, words] of [['关联订单号', '订单号只含字母、数字和符号'], ['问题类型', '请选择问题类型'], ['问题描述信息', '请填写问题描述信息']] as const) await at.faultAt('发起问题', label, words);
    await at.look('begun-wrongly');
    expect(await issues()).to.have.length(2);
    await at.dialog('发起问题').getByLabel('关联订单号').focus();
    await at.page.keyboard.press('Control+A');
    await at.page.keyboard.type('B-77');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Space');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.type('窗口打印不了缴款书');
    await at.page.keyboard.press('Tab');
    await at.page.keyboard.press('Tab');
    expect(await at.page.evaluate('document.activeElement?.textContent')).to.contain('选择文件');
    await submit.focus();
    await at.page.keyboard.press('Enter');
    await at.told(done);
    await at.rowOf('B-77').waitFor();
    expect(await issues()).to.have.length(3);
  });

  it('are followed without a change of their state, in the order of time, and solved once with words: by whom and when is kept (1.1.4.4.3-c, -d)', async () => {
    for (const page of [at, theirs]) await page.openList('issues', `relatedOrderNo=${orderNo}`);
    for (const [action, label] of [['跟踪问题', '问题描述'], ['解决问题', '解决办法']] as const) {
      await at.choose(orderNo, action);
      await at.dialog(action).getByLabel(label, { exact: true }).fill(' ');
      await at.confirm(action);
      await at.faultAt(action, label, `请填写${label}`);
      await at.giveUp(action);
    }
    const [before] = await life.rows('desk_issue', { related_order_no: orderNo });
    expect([before?.['step_count'], before?.['state']]).to.deep.equal([1, 'open']);
    life.city.advance(60_000);
    await at.choose(orderNo, '跟踪问题');
    await at.dialog('跟踪问题').getByLabel('问题描述', { exact: true }).fill('已联系银行，等待回单');
    await at.confirm('跟踪问题');
    await at.told('跟踪记录已添加');
    await at.dialog('跟踪问题').waitFor({ state: 'hidden' });
    await at.rowOf(orderNo).getByText('待解决').waitFor();
    life.city.advance(60_000);
    await at.choose(orderNo, '解决问题');
    await at.dialog('解决问题').getByLabel('解决办法').fill('已补单，订单为支付成功');
    await at.confirm('解决问题');
    await at.told('问题已解决');
    await at.rowOf(orderNo).getByText('已解决').waitFor();
    expect(await at.rowOf(orderNo).getByRole('button', { name: '解决问题' }).count()).to.equal(0);
    // The other page shows it as it was.
    life.city.advance(60_000);
    await theirs.choose(orderNo, '解决问题');
    await theirs.dialog('解决问题').getByLabel('解决办法').fill('请缴款人重新支付');
    await theirs.confirm('解决问题');
    await theirs.faultAbove('解决问题', '问题已经解决；需要继续处理的，请先重新打开');
    await theirs.look('solved-already');
    await theirs.giveUp('解决问题');
    await theirs.choose(orderNo, '跟踪问题');
    await theirs.dialog('跟踪问题').getByLabel('问题描述', { exact: true }).fill('已回访，缴款人已确认');
    await theirs.confirm('跟踪问题');
    await theirs.told('跟踪记录已添加');
    await theirs.rowOf(orderNo).getByText('已解决').waitFor();
    const [after] = await life.rows('desk_issue', { related_order_no: orderNo });
    expect([after?.['step_count'], after?.['state'], after?.['solved_by']]).to.deep.equal([4, 'solved', operatorNo]);
    expect(Number(after?.['solved_at']) - Number(after?.['registered_at'])).to.be.within(120_000, 180_000);
  });

  it('are read with what was said, what was done about it by whom and when, and the files (1.1.4.4.3-z)', async () => {
    await at.openList('issues', `relatedOrderNo=${orderNo}`);
    await at.choose(orderNo, '详情');
    const detail = at.page.getByRole('dialog');
    await detail.getByText('已联系银行，等待回单').waitFor();
    const textsOf = async (selector: string) => (await detail.locator(selector).allTextContents()).map((text) => text.trim());
    const [labels, values] = [await textsOf('.ant-descriptions-item-label'), await textsOf('.ant-descriptions-item-content')];
    const shown = new Map(labels.map((label, n) => [label, values[n]]));
    // The files stand where they were sent.
    expect(labels).to.include.members(labelsOf('1.1.4.4.3-z').filter((label) => label !== '上传附件'));
    const [[, , , registered = '', , solved = ''] = []] = await rowsShown();
    expect(['问题类型', '状态', '关联订单号', '登记人', '登记时间', '联系电话', '问题描述信息', '解决办法', '解决人', '解决时间'].map((label) => shown.get(label))).to.deep.equal([
      '支付问题', '已解决', orderNo, '演示操作员', registered, '138****8000', description, '已补单，订单为支付成功', '演示操作员', solved,
    ]);
    expect(await textsOf('.issue-step-head strong')).to.deep.equal(['登记', '跟踪', '解决', '跟踪']);
    expect(await textsOf('.issue-step-words')).to.deep.equal([description, '已联系银行，等待回单', '已补单，订单为支付成功', '已回访，缴款人已确认']);
    const times = await textsOf('.issue-step-head time');
    expect([times[0], times[2], [...times].sort()]).to.deep.equal([registered, solved, times]);
    expect((await textsOf('.issue-step-head')).map((text) => /演示操作员|王会计/.exec(text)?.[0])).to.deep.equal(['演示操作员', '演示操作员', '演示操作员', '王会计']);
    await at.look('issue-detail');
    const [download] = await Promise.all([at.page.waitForEvent('download'), detail.getByRole('button', { name: '下载附件 扣款截图.png' }).click()]);
    expect(download.suggestedFilename()).to.equal('扣款截图.png');
    expect(readFileSync(await download.path()).equals(aPng())).to.equal(true);
  });

  it('are exported as they are filtered, without anything that somebody said; not a third time while two exports run (1.1.4.4.3-e)', async () => {
    const { unitOfWork, ids } = life.city.resources;
    await unitOfWork.run(async ({ exports }) => {
      for (let n = 0; n < 2; n += 1) {
        const running = newListExport({ exportNo: ids.next(), operatorNo, listName: 'issues', parameters: {}, scope: 'all' }, await exports.runningOf(operatorNo), life.city.now());
        if (running.ok) await exports.add(running.value);
      }
    });
    await at.openList('issues');
    await at.page.getByText('共 3 条', { exact: true }).waitFor();
    await at.button('导出 Excel').click();
    await at.page.getByRole('alert').filter({ hasText: '导出失败：您已有 2 个导出正在进行，请等其中一个完成后再试' }).waitFor();
    await at.look('export-refused');
    expect(await life.rows('list_export')).to.have.length(2);
    // Nothing was heard of the two for so long that they count no more.
    life.city.advance(2 * 60_000 + 1_000);

    await at.page.getByRole('combobox', { name: '问题状态' }).click();
    await at.page.getByTitle('待解决', { exact: true }).last().click();
    await at.button('查询').click();
    await at.page.getByText('共 2 条', { exact: true }).waitFor();
    const { fileName, headings, rows } = await exported(at.page);
    expect(fileName).to.match(/^问题管理-[0-9]{14}\.xlsx$/);
    expect(headings.slice(0, 5)).to.deep.equal(labelsOf('1.1.4.4.3-e'));
    expect(rows).to.deep.equal(await rowsShown());
    expect(rows.map(([, related]) => related).sort()).to.deep.equal([...await life.rows('desk_issue', { state: 'open' })].map((row) => row['related_order_no']).sort()).and.include('B-77');
    await at.button('重置').click();
    await at.page.getByText('共 3 条', { exact: true }).waitFor();
    const whole = await exported(at.page);
    expect(whole.rows).to.have.length(3);
    expect(JSON.stringify(whole)).to.not.match(/银行|退款未到账|打印|补单|138/);
    for (const page of [at, theirs]) await page.leave();
  });

  it('stand in the operation log, without what was said and whom to call', async () => {
    const auditor = await OperatorPage.of(browser, desk, await desk.person('auditor'));
    await auditor.openList('audit-logs', 'pageSize=100');
    for (const words of ['上传附件', '上传的附件被拒绝', '登记问题', '跟踪问题', '解决问题', '下载问题的附件']) await auditor.told(words);
    await auditor.look('log');
    expect(await auditor.page.getByText(new RegExp(`银行已扣款|${mobile}`)).count()).to.equal(0);
    await auditor.leave();
  });
});
