import { expect } from 'chai';
import { capitalYuan } from '../../../adapters/simulators/e-bills/capital-yuan.js';
import { startEBillSimulator, type RunningEBillSimulator } from '../../../adapters/simulators/e-bills/e-bill-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { clientKey, EBillClient, wish } from './e-bill-client.js';

describe('simulated e-bill system', () => {
  let simulator: RunningEBillSimulator;
  let client: EBillClient;
  let clock: SteppedClock;
  beforeEach(async () => {
    clock = new SteppedClock();
    simulator = await startEBillSimulator({ port: 0, clock, clients: [{ appid: 'UNIT1', key: clientKey, version: '1.0', place: undefined, digest: 'md5-upper' }] });
    client = new EBillClient(simulator.medicalUrl);
  });
  afterEach(() => simulator.close());
  const control = (path: string, body: object, method = 'POST'): Promise<Response> =>
    fetch(`${simulator.baseUrl}/sim/${path}`, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const page = async (path: string): Promise<string> => (await fetch(path)).text();

  it('signs what it says, and says nothing to a wrong key', async () => {
    expect(await client.call('getEBillByBusNo', { busNo: 'X' })).to.deep.equal({ result: 'E3001', message: '未查询到票据信息', isGenuine: true });
    expect((await client.call('getEBillByBusNo', { busNo: 'X' }, { key: 'OTHER' })).result).to.equal('E9002');
    expect((await client.post('getPaperBillNo', '{}')).status).to.equal(404);
    expect((await new EBillClient(simulator.standardUrl).post('invoiceEBill', '{}')).status).to.equal(404);
  });
  it('refuses a request that was sent before, for ten minutes', async () => {
    const noise = 'a'.repeat(32);
    expect((await client.call('getEBillByBusNo', { busNo: 'X' }, { noise })).result).to.equal('E3001');
    expect((await client.call('getEBillByBusNo', { busNo: 'X' }, { noise })).result).to.equal('E9003');
    clock.advance(11 * 60_000);
    expect((await client.call('getEBillByBusNo', { busNo: 'X' }, { noise })).result).to.equal('E3001');
  });
  it('numbers bills one after the other, anew for each kind and year', async () => {
    const first = await client.told('invoiceEBill', wish('1'));
    const second = await client.told('invoiceEBill', wish('2'));
    const other = await client.told('invoiceEBill', wish('3', { billCode: '0401' }));
    expect([first, second, other].map(({ billNo }) => billNo)).to.deep.equal(['0000000001', '0000000002', '0000000001']);
    expect(first['billBatchCode']).to.match(/^350101[0-9]{2}$/);
    expect(first['random']).to.match(/^[0-9A-Za-z]{6}$/).and.not.equal(second['random']);
    clock.advance(366 * dayMs);
    const next = await client.told('invoiceEBill', wish('4'));
    expect(next['billNo']).to.equal('0000000001');
    expect(next['billBatchCode']).to.not.equal(first['billBatchCode']);
  });
  it('issues once under one number, and refuses it for another amount', async () => {
    const first = await client.told('invoiceEBill', wish('1'));
    expect(await client.told('invoiceEBill', wish('1'))).to.deep.equal(first);
    const other = { totalAmt: 1, chargeDetail: [{ chargeCode: 'A', chargeName: '登记费', std: 1, number: 1, amt: 1 }] };
    expect((await client.call('invoiceEBill', wish('1', other))).result).to.equal('E1001');
  });
  for (const [title, changes] of [
    ['lines that do not add up', { totalAmt: 1_234.57 }], ['a third decimal', { totalAmt: 1_234.567 }], ['an amount in text', { totalAmt: '1234.56' }], ['no lines', { chargeDetail: [] }], ['no payer', { payer: '' }],
    ['a kind it does not know', { billCode: '01' }], ['no time', { busDateTime: '20260508' }], ['an unknown kind of payer', { payerType: '3' }],
  ] as const) {
    it(`issues nothing for ${title}`, async () => {
      expect((await client.call('invoiceEBill', wish('1', changes))).result).to.equal('E1002');
      expect((await client.call('getEBillByBusNo', { busNo: '1' })).result).to.equal('E3001');
    });
  }
  it('writes amounts as numbers in yuan with two decimals', async () => {
    await client.told('invoiceEBill', wish('1', { totalAmt: 80, chargeDetail: [{ chargeCode: 'A', chargeName: '登记费', std: 80, number: 1, amt: 80 }] }));
    expect((await client.call('getEBillByBusNo', { busNo: '1' })).message).to.include('"totalAmt":80.00,');
  });
  it('runs out of numbers when it is told how many are left', async () => {
    expect((await control('stock', { billCode: '0101', left: 1 })).status).to.equal(200);
    await client.told('invoiceEBill', wish('1'));
    expect((await client.call('invoiceEBill', wish('2'))).result).to.equal('E2001');
    expect((await client.call('invoiceEBill', wish('3', { billCode: '0401' }))).result).to.equal('S0000');
  });
  it('reverses a bill once, and a void one never', async () => {
    const { billBatchCode, billNo } = await client.told('invoiceEBill', wish('1'));
    const asked = { billBatchCode, billNo, reason: '退款', operator: '王', busDateTime: '20260508120000000', placeCode: '001' };
    const red = await client.told('writeOffEBill', asked);
    expect(red['eScarletBillNo']).to.equal('0000000002');
    expect((await client.call('writeOffEBill', asked)).result).to.equal('E4001');
    expect(await client.told('getEBillStatesByBillInfo', { billBatchCode, billNo })).to.include({ state: '1', isScarlet: '1' });
    expect(await page(red['pictureUrl'] ?? '')).to.include('红字票据').and.include('-1234.56');
    const second = await client.told('invoiceEBill', wish('2'));
    await control('bills/2/void', {});
    expect((await client.call('writeOffEBill', { ...asked, billNo: second['billNo'] })).result).to.equal('E4002');
    expect(await client.told('getEBillStatesByBillInfo', { billBatchCode, billNo: second['billNo'] })).to.include({ state: '2', isScarlet: '0' });
  });
  it('shows a bill with its lines, the amount in capital characters and a drawing, and no markup of a payer', async () => {
    const { pictureUrl = '', billNo = '', random = '' } = await client.told('invoiceEBill', wish('1'));
    const text = await page(pictureUrl);
    for (const part of [billNo, random, '甲&lt;b&gt;乙', '登记费', '工本费', '壹仟贰佰叁拾肆元伍角陆分', '1234.56', 'data:image/svg+xml;base64,', '模拟环境 非真实支付']) expect(text).to.include(part);
    expect(text).to.not.include('<b>');
    expect(await page(simulator.baseUrl)).to.include(billNo).and.include('（1 张）');
    expect((await fetch(`${pictureUrl.slice(0, -1)}z`)).status).to.equal(404);
  });
  it('shows a page slowly when it is told to', async () => {
    const { pictureUrl = '' } = await client.told('invoiceEBill', wish('1'));
    await control('faults', { target: 'page', fault: 'slow', settings: { ms: 30_000 } });
    const answer = await fetch(pictureUrl, { signal: AbortSignal.timeout(200) }).catch((fault: unknown) => (fault as Error).name);
    expect(answer).to.equal('TimeoutError');
    expect((await fetch(pictureUrl)).status).to.equal(200);
  });
  for (const body of [{ target: 'invoiceEBill', fault: 'nonsense' }, { target: 'nonsense', fault: 'bad-sign' }, { target: 'page', fault: 'bad-sign' }, { target: 'page', fault: 'slow', times: 0 }]) {
    it(`plans no such fault as ${JSON.stringify(body)}`, async () => { expect((await control('faults', body)).status).to.equal(400); });
  }
});

describe('amounts in capital characters', () => {
  for (const [fen, words] of [
    [0n, '零元整'], [1n, '壹分'], [10n, '壹角整'], [12n, '壹角贰分'], [100n, '壹元整'], [105n, '壹元零伍分'], [8_000n, '捌拾元整'], [100_107n, '壹仟零壹元零柒分'], [1_000_000n, '壹万元整'], [1_050_050n, '壹万零伍佰元伍角整'],
    [10_000_100n, '壹拾万零壹元整'], [100_000_000_00n, '壹亿元整'], [100_010_000_00n, '壹亿零壹万元整'], [100_000_001_00n, '壹亿零壹元整'], [20_300_000n, '贰拾万叁仟元整'], [99_999_999_999n, '玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ] as const) {
    it(`writes ${fen} fen as ${words}`, () => { expect(capitalYuan(fen)).to.equal(words); });
  }
});
