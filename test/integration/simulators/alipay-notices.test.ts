import { expect } from 'chai';
import { aMoment, Mailbox, Merchant, until } from './alipay-merchant.js';

describe('Alipay simulator: notifications', () => {
  const merchant = new Merchant();
  let box: Mailbox;
  before(() => merchant.start());
  after(() => merchant.end());
  beforeEach(async () => { box = new Mailbox(); await box.open(); await merchant.control('faults', {}, 'DELETE'); });
  afterEach(() => box.close());

  const arrived = (count: number): Promise<void> => until(() => box.letters.length >= count);
  const field = (index: number, name: string): string | null | undefined => box.letters[index]?.fields.get(name);
  const paid = (): Promise<string> => merchant.paidTrade('120.00', { notify_url: box.url });
  const fault = (name: string, more: object = {}): Promise<unknown> => merchant.control('faults', { method: 'notify', fault: name, ...more });
  const settled = (no: string, sendings: number): Promise<void> => until(async () => {
    const { notices } = await merchant.control('notices') as { notices: { outTradeNo: string; sendings: unknown[] }[] };
    return notices.some((notice) => notice.outTradeNo === no && notice.sendings.length === sendings);
  });

  it('tells a payment once when it is answered success', async () => {
    const no = await paid();
    await arrived(1);
    expect(merchant.vouchesFor(box.letters[0]!.fields)).to.equal(true);
    expect(Object.fromEntries(box.letters[0]!.fields)).to.include({ out_trade_no: no, trade_status: 'TRADE_SUCCESS', total_amount: '120.00', notify_type: 'trade_status_sync', sign_type: 'RSA2' });
    await settled(no, 1);
    merchant.clock.advance(26 * 3_600_000);
    await aMoment();
    expect(box.letters).to.have.length(1);
  });

  it('repeats eight times with the same notify_id at 4m 10m 10m 1h 2h 6h 15h, then gives up', async () => {
    box.answer = 'success\n';
    const no = await paid();
    const minutes = [4, 10, 10, 60, 120, 360, 900];
    for (const [index, wait] of minutes.entries()) {
      await settled(no, index + 1);
      merchant.clock.advance(wait * 60_000 - 5_000);
      await aMoment();
      expect(box.letters, `before ${wait} minutes`).to.have.length(index + 1);
      merchant.clock.advance(5_000);
      await arrived(index + 2);
    }
    await settled(no, 8);
    merchant.clock.advance(48 * 3_600_000);
    await aMoment();
    expect(box.letters).to.have.length(8);
    expect(new Set(box.letters.map(({ fields }) => fields.get('notify_id'))).size).to.equal(1);
    expect(new Set(box.letters.map(({ fields }) => fields.get('notify_time'))).size).to.equal(8);
  }).timeout(10_000);

  it('stops repeating at the first success', async () => {
    box.answer = 'failure';
    const no = await paid();
    await settled(no, 1);
    box.answer = 'success';
    merchant.clock.advance(240_000);
    await settled(no, 2);
    merchant.clock.advance(26 * 3_600_000);
    await aMoment();
    expect(box.letters).to.have.length(2);
  });

  it('tells each refund to the same address with the total so far', async () => {
    const no = await paid();
    await arrived(1);
    await merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '20.00', out_request_no: 'R1' });
    await arrived(2);
    expect(Object.fromEntries(box.letters[1]!.fields)).to.include({ trade_status: 'TRADE_SUCCESS', refund_fee: '20.00', out_biz_no: 'R1' });
    await merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '100.00', out_request_no: 'R2' });
    await arrived(3);
    expect(Object.fromEntries(box.letters[2]!.fields)).to.include({ trade_status: 'TRADE_CLOSED', refund_fee: '120.00', out_biz_no: 'R2' });
    expect(box.letters[2]!.fields.has('gmt_refund')).to.equal(true);
  });

  it('gives passback_params back as sent', async () => {
    const no = merchant.nextNo();
    const passback = 'a%3D1%26b+c &d=中';
    await merchant.openPage(merchant.pageContent(no, '1.00', { passback_params: passback }), { notify_url: box.url });
    await merchant.control(`trades/${no}/pay`, {});
    await arrived(1);
    expect(field(0, 'passback_params')).to.equal(passback);
    expect(merchant.vouchesFor(box.letters[0]!.fields)).to.equal(true);
  });

  it('tells that an unpaid page trade was closed by time', async () => {
    const no = merchant.nextNo();
    await merchant.click(await merchant.openPage(merchant.pageContent(no), { notify_url: box.url }), 'sign-in');
    merchant.clock.advance(7_201_000);
    await arrived(1);
    expect(field(0, 'trade_status')).to.equal('TRADE_CLOSED');
    expect(field(0, 'gmt_payment')).to.equal(null);
  });

  it('repeats a tampered message in its genuine form', async () => {
    await fault('tampered-amount', { amount: '1.20' });
    box.answer = 'failure';
    const no = await paid();
    await settled(no, 1);
    expect(field(0, 'total_amount')).to.equal('1.20');
    expect(merchant.vouchesFor(box.letters[0]!.fields)).to.equal(false);
    box.answer = 'success';
    merchant.clock.advance(240_000);
    await arrived(2);
    expect(field(1, 'total_amount')).to.equal('120.00');
    expect(merchant.vouchesFor(box.letters[1]!.fields)).to.equal(true);
  });

  const genuine = [['wrong-amount', 'total_amount', '0.01'], ['foreign-app-id', 'app_id', '2021000000000000'], ['foreign-seller', 'seller_id', '2088000000000000'], ['unknown-status', 'trade_status', 'TRADE_UNDER_REVIEW'], ['extra-field', 'empty_field', '']] as const;
  for (const [name, changed, value] of genuine) {
    it(`signs the message of fault ${name} genuinely`, async () => {
      await fault(name);
      await paid();
      await arrived(1);
      expect(field(0, changed)).to.equal(value);
      expect(merchant.vouchesFor(box.letters[0]!.fields)).to.equal(true);
    });
  }

  it('sends without signature and with a bad one', async () => {
    await fault('unsigned');
    await paid();
    await arrived(1);
    expect(box.letters[0]!.fields.has('sign')).to.equal(false);
    await fault('bad-signature');
    await paid();
    await arrived(2);
    expect(merchant.vouchesFor(box.letters[1]!.fields)).to.equal(false);
  });

  it('sends the odd content type', async () => {
    await fault('odd-content-type');
    await paid();
    await arrived(1);
    expect(box.letters[0]!.contentType).to.equal('application/x-www-form-urlencoded; text/html; charset=utf-8');
    expect(merchant.vouchesFor(box.letters[0]!.fields)).to.equal(true);
  });

  it('sends twice', async () => {
    await fault('twice');
    await paid();
    await arrived(2);
    expect(field(0, 'notify_id')).to.equal(field(1, 'notify_id'));
  });

  it('sends late on the stepped clock', async () => {
    await fault('late', { ms: 90_000 });
    await paid();
    merchant.clock.advance(85_000);
    await aMoment();
    expect(box.letters).to.have.length(0);
    merchant.clock.advance(5_000);
    await arrived(1);
  });

  it('never sends', async () => {
    await fault('never');
    await paid();
    merchant.clock.advance(26 * 3_600_000);
    await aMoment();
    expect(box.letters).to.have.length(0);
  });

  it('sends the payment after its refund', async () => {
    await fault('out-of-order');
    const no = await paid();
    await merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '120.00', out_request_no: 'R1' });
    await arrived(2);
    expect([field(0, 'trade_status'), field(1, 'trade_status')]).to.deep.equal(['TRADE_CLOSED', 'TRADE_SUCCESS']);
    expect(field(1, 'refund_fee')).to.equal(null);
  });
});
