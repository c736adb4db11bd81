import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { startAlipaySimulator } from '../../../adapters/simulators/alipay/simulator.js';
import { aMoment, Mailbox, Merchant, until, type CallAnswer } from './alipay-merchant.js';

describe('Alipay simulator: faults, chaos and control', () => {
  let merchant: Merchant;
  before(async () => { merchant = new Merchant(); await merchant.start(); });
  after(() => merchant.end());
  beforeEach(() => merchant.control('faults', {}, 'DELETE'));

  const plan = (method: string, fault: string, more: object = {}): Promise<Record<string, unknown>> => merchant.control('faults', { method, fault, ...more });
  const refund = (no: string): Promise<CallAnswer> => merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '20.00', out_request_no: 'R1' });
  const refundStatus = async (no: string): Promise<string | undefined> => (await merchant.call('alipay.trade.fastpay.refund.query', { out_trade_no: no, out_request_no: 'R1' })).body['refund_status'];
  const query = (no: string): Promise<CallAnswer> => merchant.call('alipay.trade.query', { out_trade_no: no });

  const codes = [['20000', '20000', false], ['SYSTEM_ERROR', '40004', false], ['rate-limited', '40005', false], ['20000-after', '20000', true], ['SYSTEM_ERROR-after', '40004', true]] as const;
  for (const [fault, code, executed] of codes) {
    it(`answers a refund by fault ${fault} and has ${executed ? '' : 'not '}executed it`, async () => {
      const no = await merchant.paidTrade();
      await plan('alipay.trade.refund', fault);
      const answer = await refund(no);
      expect(answer.body).to.include({ code });
      expect(answer.signatureGood).to.equal(true);
      expect(await refundStatus(no)).to.equal(executed ? 'REFUND_SUCCESS' : undefined);
    });
  }

  for (const [fault, executed] of [['drop-before', false], ['drop-after', true]] as const) {
    it(`cuts the connection by fault ${fault}`, async () => {
      const no = await merchant.paidTrade();
      await plan('alipay.trade.refund', fault);
      expect(await refund(no).then(() => 'answered', () => 'dropped')).to.equal('dropped');
      expect(await refundStatus(no)).to.equal(executed ? 'REFUND_SUCCESS' : undefined);
    });
  }

  it('answers unsigned, badly signed and with another amount', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.query', 'unsigned');
    await plan('alipay.trade.query', 'bad-signature');
    await plan('alipay.trade.query', 'tampered-amount');
    await plan('alipay.trade.query', 'wrong-amount', { amount: '119.99' });
    expect((await query(no)).signatureGood).to.equal(undefined);
    expect((await query(no)).signatureGood).to.equal(false);
    const tampered = await query(no);
    expect([tampered.body['total_amount'], tampered.signatureGood]).to.deep.equal(['0.01', false]);
    const wrong = await query(no);
    expect([wrong.body['total_amount'], wrong.signatureGood]).to.deep.equal(['119.99', true]);
    expect((await query(no)).body['total_amount']).to.equal('120.00');
  });

  it('answers with a gateway error page, without JSON, with members in other order and with the root twice', async () => {
    const no = await merchant.paidTrade();
    for (const fault of ['http-500', 'not-json', 'sign-first', 'root-twice', 'error-response']) await plan('alipay.trade.query', fault);
    const ask = (): Promise<string> => merchant.rawCall('alipay.trade.query', { out_trade_no: no });
    expect((await merchant.post(merchant.signed('alipay.trade.query', { out_trade_no: no }))).status).to.equal(502);
    expect(await ask()).to.match(/^<html>/);
    // Faults before executing go first, whatever the order in which they were planned.
    expect(await ask()).to.match(/^\{"error_response":/);
    expect(await ask()).to.match(/^\{"sign":/);
    expect((await ask()).split('"alipay_trade_query_response"')).to.have.length(3);
  });

  it('answers late, but executes at once', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.refund', 'delay', { ms: 300 });
    let answered = false;
    const late = refund(no).then(() => { answered = true; });
    await aMoment();
    expect([answered, await refundStatus(no)]).to.deep.equal([false, 'REFUND_SUCCESS']);
    await late;
  });

  it('hangs after executing', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.refund', 'timeout-after');
    const fields = merchant.signed('alipay.trade.refund', { out_trade_no: no, refund_amount: '20.00', out_request_no: 'R1' });
    const ending = await fetch(`${merchant.simulator.gatewayUrl}?${new URLSearchParams(fields)}`, { signal: AbortSignal.timeout(150) }).then(() => 'answered', (fault: Error) => fault.name);
    expect(ending).to.equal('TimeoutError');
    expect(await refundStatus(no)).to.equal('REFUND_SUCCESS');
  });

  it('strikes as often as ordered', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.query', '20000', { times: 2 });
    const seen = [];
    for (let call = 0; call < 3; call += 1) seen.push((await query(no)).body['code']);
    expect(seen).to.deep.equal(['20000', '20000', '10000']);
  });

  it('says a trade_status that nobody has heard', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.query', 'unknown-status');
    expect((await query(no)).body).to.include({ trade_status: 'TRADE_UNDER_REVIEW' });
  });

  it('answers a close with TRADE_STATUS_ERROR', async () => {
    const no = merchant.nextNo();
    await merchant.click(await merchant.openPage(merchant.pageContent(no)), 'sign-in');
    await plan('alipay.trade.close', 'status-error');
    expect((await merchant.call('alipay.trade.close', { out_trade_no: no })).body).to.include({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
    expect((await query(no)).body).to.include({ trade_status: 'WAIT_BUYER_PAY' });
  });

  it('asks to cancel again with retry_flag Y, having done nothing', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.cancel', 'retry-flag', { times: 2 });
    for (const flag of ['Y', 'Y', 'N']) {
      expect((await query(no)).body).to.include({ trade_status: 'TRADE_SUCCESS' });
      expect((await merchant.call('alipay.trade.cancel', { out_trade_no: no })).body).to.include({ retry_flag: flag });
    }
    expect((await query(no)).body).to.include({ trade_status: 'TRADE_CLOSED' });
  });

  it('refuses a refund for want of balance, then makes it', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.refund', 'seller-balance');
    expect((await refund(no)).body).to.include({ sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
    expect((await refund(no)).body).to.include({ fund_change: 'Y' });
  });

  it('answers fund_change N although the money moved, and hides a refund from the query', async () => {
    const no = await merchant.paidTrade();
    await plan('alipay.trade.refund', 'fund-change-n');
    await plan('alipay.trade.fastpay.refund.query', 'refund-invisible');
    expect((await refund(no)).body).to.include({ fund_change: 'N', refund_fee: '20.00' });
    expect(await refundStatus(no)).to.equal(undefined);
    expect(await refundStatus(no)).to.equal('REFUND_SUCCESS');
  });

  it('refuses a fault it does not know', async () => {
    expect(await plan('alipay.trade.query', 'meteor')).to.include({ httpStatus: 400 });
    expect(await plan('alipay.trade.query', 'retry-flag')).to.include({ httpStatus: 400 });
    expect(await plan('notify', 'late', { ms: -1 })).to.include({ httpStatus: 400 });
    expect(await plan('alipay.trade.guess', '20000')).to.include({ httpStatus: 400 });
  });

  it('registers no private key and no short key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    for (const pem of [privateKey.export({ type: 'pkcs8', format: 'pem' }), publicKey.export({ type: 'spki', format: 'pem' }), 'no key']) {
      expect(await merchant.control('apps', { appId: 'A2', sellerId: 'S2', appPublicKeyPem: pem })).to.include({ httpStatus: 400 });
    }
  });

  it('pays for a page that is still open, though its payer never signed in', async () => {
    const no = merchant.nextNo();
    expect(await merchant.control(`trades/${no}/pay`, {})).to.include({ httpStatus: 404 });
    await merchant.openPage(merchant.pageContent(no));
    expect(await merchant.control(`trades/${no}/pay`, {})).to.include({ httpStatus: 200, state: 'TRADE_SUCCESS' });
    expect(await merchant.control(`trades/${no}/pay`, {})).to.include({ httpStatus: 409 });
  });

  it('refuses to be steered by a page of another origin', async () => {
    const response = await fetch(`${merchant.simulator.baseUrl}/sim/books`, { headers: { origin: 'http://evil.example' } });
    expect(response.status).to.equal(400);
  });

  it('makes the same chaos from the same seed', async () => {
    const run = async (): Promise<string> => {
      await merchant.control('chaos', { seed: 42, dropRate: 0.5 });
      const seen = [];
      for (let call = 0; call < 12; call += 1) seen.push(await query('NOBODY').then(() => 'a', () => 'd'));
      return seen.join('');
    };
    const first = await run();
    expect(first).to.contain('a').and.contain('d');
    expect(await run()).to.equal(first);
    await merchant.control('chaos', { seed: 1 });
    expect(await merchant.control('chaos', { dropRate: 2 })).to.include({ httpStatus: 400 });
  });

  it('loses and repeats notifications by chaos, and tells a lost one at its next turn', async () => {
    const box = new Mailbox();
    await box.open();
    await merchant.control('chaos', { seed: 7, notifyLossRate: 1 });
    await merchant.paidTrade('1.00', { notify_url: box.url });
    await aMoment();
    expect(box.letters).to.have.length(0);
    await merchant.control('chaos', { seed: 7, repeatRate: 1 });
    merchant.clock.advance(240_000);
    await until(() => box.letters.length === 2);
    await merchant.control('chaos', {});
    await box.close();
  });

  it('keeps its key and its applications over a restart', async () => {
    const key = merchant.simulator.alipayPublicKeyPem;
    await merchant.simulator.close();
    merchant.simulator = await startAlipaySimulator({ port: 0, clock: merchant.clock, dataFolder: merchant.folder });
    expect(merchant.simulator.alipayPublicKeyPem).to.equal(key);
    expect(await query('NOBODY')).to.deep.include({ signatureGood: true });
  });
});
