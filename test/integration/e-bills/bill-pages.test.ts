import { expect } from 'chai';
import type { EBillQueryResponse } from '../../../contracts/gateway/e-bill.js';
import { fen } from '../../../domain/kernel/money.js';
import { anItem, aPayer } from '../../builders/e-bills.js';
import { Life } from '../payments/life.js';

type Marks = Readonly<Record<'eBillCode' | 'eBillNo' | 'checkCode' | 'amount', string>>;

describe('the pages of e-bills: 查验, and one bill by its token', function () {
  this.timeout(60_000);
  let life: Life;
  let bill: Required<EBillQueryResponse['eBills'][number]>;
  let token: string;
  let visitors = 0;
  before(async () => {
    life = await Life.start({ TONGJIAO_TRUSTED_PROXIES: '127.0.0.1' });
    const placed = await life.paid('alipay', {
      payerName: '张三丰', payerMobile: '13800138000', nontaxInfo: { eBillWanted: '1', payerType: '1', items: [{ itemCode: 'D350400001', itemName: '登记费', quantity: '1', price: '8000', amount: '8000' }] },
    });
    await life.quiet();
    bill = (await life.client.queryEBills({ merchantNo: placed.merchantNo, platformOrderNo: placed.platformOrderNo })).eBills[0] as typeof bill;
    token = (await life.city.resources.unitOfWork.read(({ eBills }) => eBills.ofOrder(placed.platformOrderNo)))[0]?.pageToken ?? '';
  });
  after(() => life.close());
  afterEach(() => control('DELETE', 'faults'));

  const control = (method: string, path: string, body?: object) =>
    fetch(`http://127.0.0.1:${life.city.config.eBillPort}/sim/${path}`, { method, ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}) });
  const marks = (changes: Partial<Marks> = {}): Marks => ({ eBillCode: bill.eBillCode, eBillNo: bill.eBillNo, checkCode: bill.eBillCheckCode, amount: '80.00', ...changes });
  /** Somebody at another address each time, unless one is named. */
  const aVisitor = (): string => `198.51.100.${++visitors}`;
  const post = async (fields: Readonly<Record<string, string>> | string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${life.city.baseUrl}/bills/verify`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': aVisitor(), ...headers }, body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  /** A bill that the platform knows nothing of; the tries at one bill are counted, so each test has its own. */
  async function hospitalBill(busNo: string): Promise<Marks> {
    const amount = fen(12_300);
    const issued = await life.city.resources.outside.billIssuers.get('35')?.issuing.issue({
      busNo, paidAt: life.city.now(), amount, payCode: undefined, remark: undefined, payer: aPayer({ name: '外人甲' }), items: [anItem({ itemName: '挂号费', price: amount, amount })],
    });
    if (issued?.kind !== 'issued') throw new Error('the hospital has no bill');
    const { eBillCode, eBillNo, checkCode } = issued.bill;
    return { eBillCode, eBillNo, checkCode, amount: '123.00' };
  }
  const withoutNonce = (text: string): string => text.replace(/nonce="[^"]*"/g, '');
  const verifiedRows = () => life.rows('e_bill', { bill_source: 'verified' });

  it('shows the form without script, under the security headers of the cashier', async () => {
    const answer = await fetch(`${life.city.baseUrl}/bills/verify`);
    const text = await answer.text();
    expect(answer.status).to.equal(200);
    expect(text).to.include('票据查验').and.not.include('<script');
    expect(answer.headers.get('content-security-policy')).to.match(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
    for (const [name, value] of [['cache-control', 'no-store'], ['x-content-type-options', 'nosniff'], ['x-frame-options', 'DENY'], ['x-robots-tag', 'noindex, nofollow']] as const) expect(answer.headers.get(name)).to.equal(value);
    expect(text.length).to.be.below(15_000);
  });

  it('confirms a bill that bears all four marks, also as people copy them, and shows nothing of its payer', async () => {
    const spaced = `${bill.eBillCode.slice(0, 4)} ${bill.eBillCode.slice(4)}`;
    for (const fields of [marks(), marks({ eBillCode: spaced, amount: '￥80.00元' }), marks({ amount: '80' })]) {
      const { status, text } = await post(fields);
      expect(status).to.equal(200);
      expect(text).to.include('票据真实有效').and.include(bill.eBillNo).and.include('80.00 元').and.include(`${bill.eBillUrl}`);
      expect(text).to.not.match(/张三|张\*|13800138000/);
    }
    // One of our own is kept already.
    expect(await verifiedRows()).to.have.length(0);
  });

  it('answers a wrong check code, a wrong amount and a bill that does not exist alike, but for the numbers that were written', async () => {
    const wrongCode = bill.eBillCheckCode === 'Aaaaaa' ? 'Bbbbbb' : 'Aaaaaa';
    const answers = [await post(marks({ checkCode: wrongCode })), await post(marks({ amount: '80.01' })), await post(marks({ eBillNo: '9999999999' }))];
    const plain = answers.map(({ text }) => withoutNonce(text).replaceAll(bill.eBillNo, 'NO').replaceAll('9999999999', 'NO'));
    expect(new Set(plain).size).to.equal(1);
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(plain[0]).to.include('未查到与所填内容一致的票据').and.not.include(wrongCode);
    expect(await verifiedRows()).to.have.length(0);
  });

  it('keeps a bill of somebody else once, as verified, and its later standing', async () => {
    const theirs = await hospitalBill('HOSPITAL1');
    const { eBillNo } = theirs;
    for (let again = 0; again < 2; again++) expect((await post(theirs)).text).to.include('票据真实有效');
    const [row, another] = await verifiedRows();
    expect(another).to.equal(undefined);
    expect(row).to.include({ state: 'issued', bill_no: eBillNo, platform_order_no: null, payer_name: null });
    expect(JSON.stringify(row)).to.not.include('外人甲');
    await control('POST', 'bills/HOSPITAL1/void', {});
    expect((await post(theirs)).text).to.include('票据已作废，不再有效');
    expect((await verifiedRows()).map(({ state }) => state)).to.deep.equal(['void']);
    expect(await life.audited(String(row?.['bill_key']))).to.deep.equal(['e-bill.verified', 'e-bill.verified']);
  });

  it('says that nothing can be said while the bill system does not answer, right or wrong', async () => {
    const said = async (fields: Marks) => {
      await control('POST', 'faults', { target: 'getEBillStatesByBillInfo', fault: 'http-500', times: 1, settings: {} });
      return post(fields);
    };
    const theirs = await hospitalBill('HOSPITAL2');
    const answers = [await said(theirs), await said({ ...theirs, checkCode: 'Zzzzzz' })];
    expect(answers.map(({ status }) => status)).to.deep.equal([503, 503]);
    expect(withoutNonce(answers[0]?.text ?? '')).to.equal(withoutNonce(answers[1]?.text ?? '')).and.include('没有查验结果');
  });

  it('limits the tries of one address, and those at one bill wherever they come from', async () => {
    const here = { 'x-forwarded-for': '203.0.113.77' };
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) statuses.push((await post(marks({ eBillNo: String(at).padStart(10, '5') }), here)).status);
    expect(statuses.slice(0, 5)).to.deep.equal([200, 200, 200, 200, 200]);
    expect(statuses.slice(-3)).to.deep.equal([429, 429, 429]);
    const elsewhere: number[] = [];
    for (let at = 0; at < 12; at++) elsewhere.push((await post(marks({ eBillNo: '7777777777' }))).status);
    expect(elsewhere.slice(-3)).to.deep.equal([429, 429, 429]);
    expect((await post(marks({ eBillNo: '8888888888' }))).status).to.equal(200);
  });

  it('counts the whole network of an IPv6 address as one place, for forms and for guesses', async () => {
    const forms: number[] = [];
    for (let at = 0; at < 8; at++) forms.push((await post(marks({ amount: '-1' }), { 'x-forwarded-for': `2001:db8:7:1::${at}` })).status);
    expect(forms.at(-1)).to.equal(429);
    const guesses: number[] = [];
    for (let at = 0; at < 6; at++) guesses.push((await fetch(`${life.city.baseUrl}/bills/${'c'.repeat(32)}`, { headers: { 'x-forwarded-for': `2001:db8:7:2::${at}` } })).status);
    expect(guesses.at(-1)).to.equal(429);
  });

  it('refuses what is not its form, names the field that is wrong, and says nothing back unescaped', async () => {
    expect((await post(marks(), { origin: 'https://evil.example' })).status).to.equal(403);
    expect((await post(JSON.stringify(marks()), { 'content-type': 'application/json' })).status).to.equal(400);
    for (const body of ['', 'eBillCode=1', `${new URLSearchParams(marks()).toString()}&eBillNo=1`, `${new URLSearchParams(marks()).toString()}&more=1`, 'x'.repeat(5_000)]) expect((await post(body)).status, body.slice(0, 30)).to.equal(400);
    for (const [field, value] of [['amount', '-1'], ['amount', '0'], ['amount', '1e3'], ['eBillCode', ''], ['checkCode', "' or 1=1"], ['eBillNo', '<script>alert(1)</script>']] as const) {
      const { status, text } = await post(marks({ [field]: value }));
      expect(status, field).to.equal(400);
      expect(text).to.match(new RegExp(`field bad"><span>[^<]*</span><input name="${field}"`)).and.not.include('<script');
    }
    expect((await fetch(`${life.city.baseUrl}/bills/verify`, { method: 'PUT', headers: { 'x-forwarded-for': aVisitor() } })).status).to.equal(405);
  });

  it('shows one bill to whoever holds its token, the payer masked, and a guess nothing', async () => {
    const open = async (path: string, address = aVisitor()) => {
      const answer = await fetch(`${life.city.baseUrl}/bills/${path}`, { headers: { 'x-forwarded-for': address } });
      return { status: answer.status, text: await answer.text() };
    };
    const { status, text } = await open(token);
    expect(status).to.equal(200);
    expect(text).to.include('张**').and.include('三明市不动产登记中心').and.include(bill.eBillCheckCode).and.include(bill.eBillUrl);
    expect(text).to.not.match(/张三丰|13800138000|<script/);
    for (const path of ['a'.repeat(32), 'short', `${token}x`, '%E0%A4%A', `${token}/x`]) expect((await open(path)).status, path).to.equal(404);
    const guesses: number[] = [];
    for (let at = 0; at < 6; at++) guesses.push((await open('b'.repeat(32), '203.0.113.99')).status);
    expect(guesses.at(-1)).to.equal(429);
    expect((await open(token, '203.0.113.99')).status).to.equal(429);
    expect(life.city.log.join('\n')).to.not.include(token);
  });
});
