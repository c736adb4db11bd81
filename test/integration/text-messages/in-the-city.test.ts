import { expect } from 'chai';
import ExcelJS from 'exceljs';
import { businessDay, hourMs, minuteMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import type { TextMessage } from '../../../domain/text-messages/text-message.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel, wireTime } from '../../support/payer.js';
import { typed } from '../recovery/typed-commands.js';

describe('texts in a whole installation', function () {
  this.timeout(300_000);
  let city: City;
  let count = 0;
  const [payer, other] = ['13800380000', '13900390003'];
  before(async () => {
    city = await startCity();
    const tomorrow = readLongTime(`${addDays(businessDay(city.now()), 1)}100000`);
    if (tomorrow.ok) city.advance(tomorrow.value - city.now());
  });
  after(async () => city.close());

  const simulated = () => `http://127.0.0.1:${city.config.textMessagePort}`;
  const received = async () => ((await (await fetch(`${simulated()}/sim/texts`)).json()) as { texts: readonly { readonly mobile: string; readonly text: string }[] }).texts;
  const texts = (phone: string): Promise<readonly TextMessage[]> => city.resources.unitOfWork.read((readers) => readers.texts.toPhone(phone, 0));
  async function paid(payerMobile: string | undefined): Promise<string> {
    const time = wireTime(city);
    const placed = await city.rsa2.createOrder({
      merchantNo: 'M35040000001', bizOrderNo: `T${++count}${time}`, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费', ...(payerMobile === undefined ? {} : { payerMobile }),
    });
    const handover = await choose(city, placed.cashierUrl, 'alipay', 'h5');
    await openChannel(handover);
    await payAtChannel(city, 'alipay', attemptNoOf(handover));
    await city.until('the order is paid', async () => (await city.rsa2.queryOrder({ merchantNo: 'M35040000001', platformOrderNo: placed.platformOrderNo, orderDate: time.slice(0, 8) })).orderState === '2' ? true : undefined);
    return placed.platformOrderNo;
  }

  it('a payer who pays is told by text, the platform pushes the report to us, and a refund is told as well', async () => {
    const platformOrderNo = await paid(payer);
    await city.until('the text', async () => (await received()).find(({ mobile }) => mobile === payer));
    city.advance(2_000);
    const [text] = await city.until('the report', async () => { const all = await texts(payer); return all[0]?.state === 'delivered' ? all : undefined; });
    expect(text).to.include({ scene: 'payment-made', bizKey: platformOrderNo, tries: 1 });
    expect((await received())[0]?.text).to.equal(`【三明财政】您缴纳的不动产登记费80.00元已成功,订单号${platformOrderNo},票据请在平台查看。`);
    await city.rsa2.createRefund({ merchantNo: 'M35040000001', bizRefundOrderNo: `R${count}`, refundOrderDate: wireTime(city).slice(0, 8), refundAmount: '500', refundTitle: '退款', platformOrderNo });
    await city.until('the text of the refund', async () => { city.advance(1_000); return (await received()).find(({ text: words }) => words.includes('已退款5.00元')); });
    expect(await texts(payer)).to.have.length(2);
  });

  it('a slow text platform delays neither a payment nor its callback, and an order without a phone makes no text', async () => {
    const before = (await received()).length;
    const platformOrderNo = await paid(other);
    await city.until('the callback being told', async () => ((await city.resources.unitOfWork.read(({ callbacks }) => callbacks.ofOrder(platformOrderNo)))[0]?.firstTriedAt === undefined ? undefined : true), 8_000);
    await paid(undefined);
    await city.until('the end of waiting', async () => ((await texts(other))[0]?.state === 'unknown' ? true : undefined), 20_000);
    expect(await received()).to.have.length(before + 1);
  });

  it('a code is sent and right once, and stands nowhere but in the text', async () => {
    const [send, attempt] = [city.platform.container.get(tokens.sendCode), city.platform.container.get(tokens.tryCode)];
    expect(await send.run({ template: 'FIND_PAYMENT', phone: payer, address: '192.0.2.1', isWanted: true })).to.deep.equal({ ok: true, value: 'sent' });
    await send.settled();
    const code = /验证码([0-9]{6})/.exec((await received())[0]?.text ?? '')?.[1] ?? '';
    expect(code).to.match(/^[0-9]{6}$/);
    const kept = JSON.stringify(await Promise.all(['text_message', 'text_code', 'text_inbound', 'outbox', 'audit_entry'].map((table) => city.resources.engine.reader(table).select('*') as Promise<unknown>)));
    expect(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`).test(`${kept}${city.log.join('')}`)).to.equal(false);
    const tried = () => attempt.run({ template: 'FIND_PAYMENT', phone: payer, code, address: '192.0.2.1', isWanted: true });
    expect([await tried(), await tried()]).to.deep.equal(['right', 'ask-again']);
  });

  it('the commands tell, preview, resend and block, and never write a number in clear', async () => {
    const command = (...words: readonly string[]) => typed(city.environment, 'texts', ...words);
    expect((await command('--status', '5')).out).to.match(/短信平台已配置，签名【三明财政】，按模板发送，可查询状态，每秒最多 100 条\n近 5 天：.*结果未知 1/);
    expect((await command('--preview', 'REFUND_SUCCESS', 'item=学费', 'amount=80.00')).out).to.include('【三明财政】您缴纳的学费已退款80.00元').and.include('按 1 条计费');
    expect((await command('--preview', 'REFUND_SUCCESS', 'item=学费', 'amount=80')).error).to.include('amount：格式不符');
    expect((await command('--preview')).out).to.include('LOGIN_CODE｜验证码{code},5分钟内有效。｜参数 code（最多 6 字）｜最多 1 条｜平台模板 TPL');
    const unknown = (await texts(other))[0]?.messageId ?? '';
    expect((await command('--resend', unknown)).out).to.include('已安排重发').and.include('139****0003');
    await city.until('the second sending', async () => ((await texts(other))[0]?.tries === 2 && (await texts(other))[0]?.state === 'unknown' ? true : undefined), 25_000);
    expect((await command('--resend', unknown)).error).to.include('已经重发过一次');
    expect((await command('--block', payer)).out).to.include('已加入退订名单');
    const blocked = await paid(payer);
    await city.until('the withheld text', async () => ((await texts(payer)).find(({ bizKey }) => bizKey === blocked)?.code === 'opted-out' ? true : undefined));
    expect((await command('--unblock', payer)).out).to.include('已移出退订名单');
    expect((await command('--block', '12')).error).to.include('请写 11 位手机号');
    const exported = await typed(city.environment, 'lists', 'text-messages', `phone=${payer}`, `createDateFrom=${businessDay(city.now())}`, '--save', `${city.config.dataFolder}/texts.xlsx`);
    expect(exported.code, exported.error).to.equal(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(`${city.config.dataFolder}/texts.xlsx`);
    const cells = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
    expect(cells, cells.slice(0, 900)).to.include('138****0000').and.include('缴费成功').and.not.match(/13800380000/);
    const audit = JSON.stringify(await city.resources.engine.reader('audit_entry').select('*'));
    expect(`${city.log.join('')}${audit}`).to.not.match(/13800380000|13900390003/);
  });

  it('what was under way goes on after a restart of the platform', async () => {
    await city.stop();
    city.advance(80 * hourMs + minuteMs);
    await city.start();
    await city.until('the closing of the unknown text', async () => (await texts(other))[0]?.endedAt, 20_000);
    expect((await texts(other))[0]).to.include({ state: 'unknown', tries: 2 });
  });
});
