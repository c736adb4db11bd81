import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { wordsOf } from '../../unit/cashier/page-reader.js';
import { NoticeLife } from '../payment-notices/notice-life.js';
import { codesOf, Visitor } from './visitor.js';

describe('a payer asks where the money is', function () {
  this.timeout(180_000);
  let town: NoticeLife;
  const phone = '13800138000';
  before(async () => { town = await NoticeLife.start({ TONGJIAO_TRUSTED_PROXIES: '127.0.0.1' }); });
  after(() => town.close());
  // The next code of the same phone.
  afterEach(() => { town.life.city.advance(2 * hourMs); });
  const city = () => town.life.city;
  const wanted = (more: object = {}) => {
    const facts = town.notice();
    return { ...facts, nontaxInfo: { ...facts.nontaxInfo, eBillWanted: '1' as const }, ...more } as Parameters<typeof town.life.paid>[1];
  };

  async function opened(number: string, written = phone): Promise<Visitor> {
    const visitor = new Visitor(city());
    const before = (await codesOf(city(), phone)).length;
    const asked = await visitor.ask(number, written);
    expect([asked.status, asked.headers.get('location')]).to.deep.equal([303, '/where/code']);
    const codes = await city().until('the code', async () => { const all = await codesOf(city(), phone); return all.length > before ? all : undefined; });
    const typed = await visitor.type(codes[0] ?? '');
    expect([typed.status, typed.headers.get('location'), wordsOf(typed.text)]).to.deep.equal([303, '/where/order', '']);
    return visitor;
  }

  it('by the number of the order: payment, notice, e-bill and texts in order, and the way to the bill', async () => {
    const placed = await town.life.paid('alipay', wanted());
    await town.step(placed.platformOrderNo, 'confirmed');
    await town.life.quiet();
    const visitor = await opened(` ${placed.platformOrderNo.slice(0, 8)} ${placed.platformOrderNo.slice(8)}`, '+86 138-0013-8000');
    const { status, text } = await visitor.get('/where/order');
    expect(status).to.equal(200);
    const { payCode } = await town.kept(placed.platformOrderNo);
    expect(wordsOf(text)).to.match(new RegExp(`不动产登记费：订单已提交.*缴款书 缴款书已开具，缴款码 ${payCode ?? ''}.*支付宝：支付成功.*省级非税系统已确认入账`)).and.include('电子票据 电子票据已开具').and.include('缴费成功短信').and.include('接下来自动进行');
    expect(text).to.not.match(/13800138000|138\*\*\*\*8000|张三|业务系统 已通知|href="http/);
    const bill = /href="(\/bills\/[A-Za-z0-9_-]{32})"/.exec(text)?.[1] ?? '';
    expect((await visitor.get(bill)).text).to.include('电子票据').and.include('已开具');
    expect((await visitor.get('/where/order/2')).status).to.equal(404);
  });

  it('by the pay code of the notice, and while the money is still awaited', async () => {
    const placed = await town.life.place(wanted());
    const record = await town.step(placed.platformOrderNo, 'open');
    const visitor = await opened(record.payCode ?? '');
    const words = wordsOf((await visitor.get('/where/order')).text);
    expect(words).to.include(placed.platformOrderNo).and.include('缴款书已开具').and.match(/接下来自动进行.*\d 起 订单 订单到期，未支付则关闭/);
  });

  it('by the business system\'s number; where two systems gave the same, the payer chooses', async () => {
    const facts = town.life.orderFacts({ payerMobile: phone });
    const first = await city().rsa2.createOrder(facts);
    const second = await city().sm2.createOrder({ ...facts, orderTitle: '<b onmouseover="alert(1)">停车费</b>', orderAmount: '500' });
    await city().sm2.createOrder({ ...facts, bizOrderNo: `${facts.bizOrderNo}0`, payerMobile: '13900139000' });
    const visitor = await opened(facts.bizOrderNo);
    const list = await visitor.get('/where/order');
    expect(wordsOf(list.text)).to.include('找到 2 笔').and.include('¥5.00').and.include('¥80.00').and.include('<b onmouseover="alert(1)">停车费</b>');
    expect(list.text).to.include('&lt;b onmouseover=&quot;alert(1)&quot;&gt;').and.not.match(/<b onmouseover/);
    const shown = [await visitor.get('/where/order/1'), await visitor.get('/where/order/2')].map(({ text }) => text);
    expect(shown.filter((text) => text.includes(first.platformOrderNo))).to.have.length(1);
    expect(shown.filter((text) => text.includes(second.platformOrderNo) && !/<b onmouseover/.test(text))).to.have.length(1);
    for (const path of ['3', '0', '01', '-1', '1e0', '99', '%31%32', placedNo(first)]) expect((await visitor.get(`/where/order/${path}`)).status, path).to.equal(404);
  });

  it('over a refund: reversed bill, money on its way, and nothing of it in any log', async () => {
    const placed = await town.life.paid('unionpay', wanted());
    await town.life.quiet();
    await town.life.refund(placed, '8000');
    await city().until('the refund', async () => { city().advance(5_000); await town.life.quiet(); return (await town.life.kept(placed.platformOrderNo)).refunds[0]?.state === 'refunded' ? true : undefined; });
    await city().until('the reversal', async () => { city().advance(minuteMs); await town.life.quiet(); return (await city().resources.unitOfWork.read(({ eBills }) => eBills.ofOrder(placed.platformOrderNo)))[0]?.state === 'reversed' ? true : undefined; });
    const visitor = await opened(placed.platformOrderNo);
    const { text } = await visitor.get('/where/order');
    expect(wordsOf(text)).to.match(/申请退款.*退款成功，款项原路退回付款账户/).and.include('原电子票据已冲红').and.include('查看电子票据（已冲红或作废）');
    const ended = await visitor.post('/where/end', '');
    expect([ended.status, ended.headers.get('location'), visitor.cookies.size, (await visitor.get('/where/order')).status]).to.deep.equal([303, '/where', 0, 403]);
    const log = city().log.join('\n');
    expect(log).to.include('"event":"where-opened"').and.not.match(/13800138000|张三/);
    for (const code of await codesOf(city(), phone)) expect(log).to.not.match(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`));
  });

  it('the cashier shows the way there when an order is paid', async () => {
    const placed = await town.life.paid('alipay', { payerMobile: phone });
    const { text } = await new Visitor(city()).get(new URL(placed.cashierUrl).pathname);
    expect(text).to.include('href="/where"').and.include('我的钱在哪');
  });

  const placedNo = ({ platformOrderNo }: { readonly platformOrderNo: string }): string => platformOrderNo;
});
