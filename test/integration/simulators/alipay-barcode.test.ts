import { expect } from 'chai';
import { Merchant, type CallAnswer } from './alipay-merchant.js';

describe('Alipay simulator: barcode payment', () => {
  const merchant = new Merchant();
  let codes = 0;
  before(() => merchant.start());
  after(() => merchant.end());

  const codeEnding = (ending: string): string => { codes += 1; return `28${String(codes).padStart(14, '0')}${ending}`; };
  const pay = (no: string, authCode: string, more: Record<string, unknown> = {}): Promise<CallAnswer> =>
    merchant.call('alipay.trade.pay', { out_trade_no: no, total_amount: '8.80', subject: '停车费', scene: 'bar_code', auth_code: authCode, product_code: 'FACE_TO_FACE_PAYMENT', ...more });
  const state = async (no: string): Promise<string | undefined> => {
    const { body } = await merchant.call('alipay.trade.query', { out_trade_no: no });
    return body['trade_status'] ?? body['sub_code'];
  };

  it('pays at once with ending 00 and with an ending outside the table', async () => {
    for (const ending of ['00', '77']) {
      const no = merchant.nextNo();
      expect((await pay(no, codeEnding(ending))).body).to.include({ code: '10000', out_trade_no: no, total_amount: '8.80', receipt_amount: '8.80' });
      expect(await state(no)).to.equal('TRADE_SUCCESS');
    }
  });

  it('lets the payer type for six seconds with ending 01', async () => {
    const no = merchant.nextNo();
    expect((await pay(no, codeEnding('01'))).body).to.include({ code: '10003' });
    merchant.clock.advance(4_000);
    expect(await state(no)).to.equal('WAIT_BUYER_PAY');
    merchant.clock.advance(2_100);
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('does not pay a cancelled trade when the payer has typed', async () => {
    const no = merchant.nextNo();
    await pay(no, codeEnding('01'));
    expect((await merchant.call('alipay.trade.cancel', { out_trade_no: no })).body).to.include({ code: '10000', action: 'close', retry_flag: 'N' });
    merchant.clock.advance(10_000);
    expect(await state(no)).to.equal('TRADE_CLOSED');
  });

  it('is never paid with ending 02', async () => {
    const no = merchant.nextNo();
    expect((await pay(no, codeEnding('02'))).body).to.include({ code: '10003' });
    merchant.clock.advance(3_600_000);
    expect(await state(no)).to.equal('WAIT_BUYER_PAY');
  });

  const refusals = [['03', 'ACQ.BUYER_BALANCE_NOT_ENOUGH', '40004'], ['05', 'isp.unknow-error', '20000'], ['07', 'ACQ.PAYMENT_AUTH_CODE_INVALID', '40004']] as const;
  for (const [ending, subCode, code] of refusals) {
    it(`creates no trade with ending ${ending} and answers ${subCode}`, async () => {
      const no = merchant.nextNo();
      expect((await pay(no, codeEnding(ending))).body).to.include({ code, sub_code: subCode });
      expect(await state(no)).to.equal('ACQ.TRADE_NOT_EXIST');
    });
  }

  it('answers 20000 although it was paid with ending 04', async () => {
    const no = merchant.nextNo();
    expect((await pay(no, codeEnding('04'))).body).to.include({ code: '20000' });
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('answers SYSTEM_ERROR with ending 06 and is paid when queried', async () => {
    const no = merchant.nextNo();
    expect((await pay(no, codeEnding('06'))).body).to.include({ code: '40004', sub_code: 'ACQ.SYSTEM_ERROR' });
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('drops the connection after paying with ending 08', async () => {
    const no = merchant.nextNo();
    expect(await pay(no, codeEnding('08')).then(() => 'answered', () => 'dropped')).to.equal('dropped');
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('waits for the phone page with ending 09', async () => {
    const no = merchant.nextNo();
    await pay(no, codeEnding('09'));
    const page = await (await fetch(`${merchant.simulator.baseUrl}/phone`)).text();
    expect(page).to.contain(no);
    const path = /action="(\/phone\/\d+\/confirm)"/.exec(page)?.[1] ?? '';
    await fetch(`${merchant.simulator.baseUrl}${path}`, { method: 'POST', redirect: 'manual' });
    expect(await state(no)).to.equal('TRADE_SUCCESS');
  });

  it('takes a code once', async () => {
    const code = codeEnding('00');
    await pay(merchant.nextNo(), code);
    expect((await pay(merchant.nextNo(), code)).body).to.include({ sub_code: 'ACQ.PAYMENT_AUTH_CODE_INVALID' });
  });

  it('answers the same call again like before while the payer decides, and TRADE_HAS_SUCCESS afterwards', async () => {
    const [no, code] = [merchant.nextNo(), codeEnding('09')];
    const first = await pay(no, code);
    expect((await pay(no, code)).body).to.include({ code: '10003', trade_no: first.body['trade_no'] });
    await merchant.control(`trades/${no}/pay`, {});
    expect((await pay(no, code)).body).to.include({ sub_code: 'ACQ.TRADE_HAS_SUCCESS' });
    expect((await pay(no, code, { total_amount: '9.00' })).body).to.include({ sub_code: 'ACQ.CONTEXT_INCONSISTENT' });
  });

  for (const code of ['2412345678901234', '281234567890123', '2812345678901234567890123', '31123456789012345', '28123456789012345x']) {
    it(`refuses the code ${code}`, async () => {
      expect((await pay(merchant.nextNo(), code)).body).to.include({ sub_code: 'ACQ.PAYMENT_AUTH_CODE_INVALID' });
    });
  }

  it('cancels: refunds what is paid once, answers an unknown number without action', async () => {
    const no = merchant.nextNo();
    await pay(no, codeEnding('00'));
    for (let round = 0; round < 2; round += 1) {
      expect((await merchant.call('alipay.trade.cancel', { out_trade_no: no })).body).to.include({ code: '10000', action: 'refund' });
    }
    expect(await state(no)).to.equal('TRADE_CLOSED');
    const books = await merchant.control('books') as { trades: { outTradeNo: string; refundedFen: string }[] };
    expect(books.trades.find((trade) => trade.outTradeNo === no)?.refundedFen).to.equal('880');
    const unknown = (await merchant.call('alipay.trade.cancel', { out_trade_no: 'NEVER1' })).body;
    expect(unknown).to.include({ code: '10000', retry_flag: 'N' }).and.not.have.property('action');
  });

  it('does not cancel after 24 hours', async () => {
    const no = merchant.nextNo();
    await pay(no, codeEnding('00'));
    merchant.clock.advance(25 * 3_600_000);
    expect((await merchant.call('alipay.trade.cancel', { out_trade_no: no })).body).to.include({ sub_code: 'ACQ.TRADE_CANCEL_TIME_OUT' });
  });
});
