import { expect } from 'chai';
import { fromBufferPromise, type Entry } from 'yauzl';
import { chinaTime, Merchant, sellerId, type CallAnswer } from './alipay-merchant.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const method = 'alipay.data.dataservice.bill.downloadurl.query';

describe('Alipay simulator: bills', () => {
  let merchant: Merchant;
  before(async () => { merchant = new Merchant(); await merchant.start(); });
  after(() => merchant.end());
  afterEach(() => merchant.control('faults', {}, 'DELETE'));

  const today = (): string => chinaTime(merchant.clock.now()).slice(0, 10);
  /** Steps to a time of the next day in China; gives the day that was left, `yyyy-MM-dd`. */
  const nextDay = (sinceMidnight: number): string => {
    const left = today();
    merchant.clock.advance(Date.parse(`${left}T00:00:00+08:00`) + dayMs + sinceMidnight - merchant.clock.now());
    return left;
  };
  const ask = (date: string, more: object = {}): Promise<CallAnswer> => merchant.call(method, { bill_type: 'trade', bill_date: date, ...more });
  const addressOf = async (date: string): Promise<string> => {
    const { body } = await ask(date);
    expect(body).to.include({ code: '10000' });
    return body['bill_download_url'] ?? '';
  };
  const plan = (fault: string, day: string, more: object = {}): Promise<Record<string, unknown>> => merchant.control('faults', { method: 'bill', fault, day: day.replaceAll('-', ''), ...more });

  async function unzipped(address: string): Promise<readonly { readonly entry: Entry; readonly text: string }[]> {
    const zip = await fromBufferPromise(Buffer.from(await (await fetch(address)).arrayBuffer()), { decodeStrings: false });
    const files: { entry: Entry; text: string }[] = [];
    for await (const entry of zip.eachEntry()) {
      const pieces: Buffer[] = [];
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
      files.push({ entry, text: new TextDecoder('gbk', { fatal: true }).decode(Buffer.concat(pieces)) });
    }
    return files;
  }

  it('hands out a zip of a detail and a summary file, names and contents GBK without saying so', async () => {
    nextDay(10 * hourMs);
    const no = await merchant.paidTrade('120.00');
    await merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '20.00', out_request_no: 'R1' });
    const date = nextDay(9 * hourMs);
    const day = date.replaceAll('-', '');
    const files = await unzipped(await addressOf(date));
    expect(files.map(({ entry }) => new TextDecoder('gbk').decode(entry.fileNameRaw))).to.deep.equal([`${sellerId}0156_${day}_业务明细.csv`, `${sellerId}0156_${day}_业务明细(汇总).csv`]);
    for (const { entry } of files) expect(entry.generalPurposeBitFlag & 0x800).to.equal(0);
    const rows = (files[0]?.text ?? '').split('\r\n');
    expect(rows[0]).to.equal('#支付宝业务明细查询');
    expect(rows[1]).to.equal(`#账号：[${sellerId}0156]`);
    expect(rows[5]).to.match(new RegExp(`^\\d{28}\t,${no}\t,交易,不动产登记费\t,${date} [\\d:]{8},${date} [\\d:]{8},.*,120\\.00,120\\.00,.*,\t,-0\\.72,0\\.00,\t$`));
    expect(rows[6]).to.match(new RegExp(`,${no}\t,退款,.*,-20\\.00,-20\\.00,.*,R1\t,0\\.12,0\\.00,\t$`));
    expect(rows.slice(8, 10)).to.deep.equal(['#交易合计：1笔，商家实收共120.00元，商家优惠共0.00元', '#退款合计：1笔，商家实收退款共-20.00元，商家优惠退款共0.00元']);
    for (const row of rows.slice(4, 7)) expect(row.split(',')).to.have.length(25);
    expect(files[1]?.text).to.include('#支付宝业务汇总查询').and.to.include(',1,1,100.00,100.00,0.00,0.00,-0.60,0.00,99.40');
  });

  it('closes the address after thirty seconds of its own clock and says so with a page', async () => {
    nextDay(10 * hourMs);
    await merchant.paidTrade();
    const address = await addressOf(nextDay(9 * hourMs));
    merchant.clock.advance(29_000);
    expect((await fetch(address)).headers.get('content-type')).to.equal('application/zip');
    merchant.clock.advance(1_000);
    const late = await fetch(address);
    expect([late.status, late.headers.get('content-type')]).to.deep.equal([200, 'text/html; charset=utf-8']);
    expect(await late.text()).to.include('下载超时');
    expect(await (await fetch(`${address.slice(0, -1)}x`)).text()).to.include('下载超时');
  });

  it('knows no bill of today, of days to come, of months and of other kinds', async () => {
    nextDay(10 * hourMs);
    const tomorrow = chinaTime(merchant.clock.now() + dayMs).slice(0, 10);
    for (const date of [today(), tomorrow, today().slice(0, 7), '2026-02-30', '20260101', '']) expect((await ask(date)).body, date).to.include({ code: '40002', sub_code: 'isv.invalid-parameter' });
    expect((await ask('2026-01-01', { bill_type: 'signcustomer' })).body).to.include({ code: '40002' });
  });

  it('says that there is no bill before nine, and on a day without a trade that was paid', async () => {
    nextDay(10 * hourMs);
    await merchant.openPage(merchant.pageContent(merchant.nextNo()));
    const unpaid = nextDay(9 * hourMs);
    expect((await ask(unpaid)).body).to.include({ code: '40004', sub_code: 'BILL_NOT_EXIST' });
    await merchant.paidTrade();
    const paid = nextDay(9 * hourMs - 1_000);
    expect((await ask(paid)).body).to.include({ code: '40004', sub_code: 'BILL_NOT_EXIST' });
    merchant.clock.advance(2_000);
    expect((await ask(paid)).body).to.include({ code: '10000' });
  });

  it('puts a trade into the bill of the day on which it was paid, however long its page was open', async () => {
    nextDay(23 * hourMs);
    const no = merchant.nextNo();
    await merchant.openPage(merchant.pageContent(no));
    const opened = nextDay(1_000);
    await merchant.control(`trades/${no}/pay`, {});
    nextDay(9 * hourMs);
    expect((await ask(opened)).body).to.include({ sub_code: 'BILL_NOT_EXIST' });
  });

  it('takes orders for faults of a day and shows them, and refuses orders that mean nothing', async () => {
    const refused = async (more: object): Promise<unknown> => (await merchant.control('faults', { method: 'bill', fault: 'missing-row', day: '20261101', ...more }))['httpStatus'];
    expect(await refused({})).to.equal(200);
    for (const wrong of [{ day: '20260230' }, { day: 20261101 }, { fault: 'burnt' }, { no: '' }, { amount: '1.001' }, { times: 0 }, { sellerId: {} }]) expect(await refused(wrong), JSON.stringify(wrong)).to.equal(400);
    expect((await merchant.control('faults'))['planned']).to.deep.equal([{ target: 'bill', fault: 'missing-row', times: 1, settings: { day: '20261101' } }]);
    await merchant.control('faults', {}, 'DELETE');
    expect((await merchant.control('faults'))['planned']).to.deep.equal([]);
    const fees = async (rate: unknown): Promise<unknown> => (await merchant.control('fees', { sellerId, rate }))['httpStatus'];
    expect([await fees(600), await fees(-1), await fees('600'), await fees(100_001)]).to.deep.equal([200, 400, 400, 400]);
  });

  it('makes one seller\'s bill wrong and leaves the other\'s alone', async () => {
    nextDay(10 * hourMs);
    await merchant.paidTrade();
    const date = nextDay(9 * hourMs);
    const rowCount = async (): Promise<number> => ((await unzipped(await addressOf(date)))[0]?.text ?? '').split('\r\n').filter((row) => row.includes(',交易,')).length;
    await plan('extra-row', date, { sellerId: '2088000000000009' });
    expect(await rowCount()).to.equal(1);
    await plan('extra-row', date, { sellerId });
    expect(await rowCount()).to.equal(2);
  });
});
