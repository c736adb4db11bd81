import { expect } from 'chai';
import type { Message } from './unionpay-merchant.js';
import { aScene, chinaDigits } from './unionpay-scene.js';

describe('UnionPay simulator: barcode payments', () => {
  const scene = aScene();
  const codes = ({ respCode, origRespCode }: Message): string => `${respCode}/${origRespCode ?? '-'}`;

  it('00 is accepted, then paid at once, told by query and notification alike', async () => {
    const order = scene.barcode('00');
    expect(await scene.back(order)).to.include({ respCode: '00' });
    const answer = await scene.query(order);
    expect(answer).to.include({ respCode: '00', origRespCode: '00', txnAmt: '12345', settleAmt: '12345', txnType: '01', txnSubType: '06' });
    expect(answer['queryId']).to.match(/^\d{21}$/);
    expect(answer['settleDate']).to.match(/^\d{4}$/);
    expect(answer['reserved']).to.equal('{issInsName=模拟银行&cardNumberLock=0}');
    expect(scene.problem(answer)).to.equal(undefined);
    const [message] = await scene.notified(order['orderId'], 1);
    expect(message).to.include({ queryId: answer['queryId'], traceNo: answer['traceNo'], traceTime: answer['traceTime'], settleDate: answer['settleDate'] });
  });

  it('01 answers 05 while the payer types and is paid after six seconds of clock time', async () => {
    const order = scene.barcode('01');
    await scene.back(order);
    expect(codes(await scene.query(order))).to.equal('00/05');
    scene.clock.advance(6_000);
    const [message] = await scene.notified(order['orderId'], 1);
    expect(message).to.include({ respCode: '00' });
    expect(codes(await scene.query(order))).to.equal('00/00');
  });

  it('02 is never decided and can be reversed, after which it is not paid', async () => {
    const order = scene.barcode('02');
    await scene.back(order);
    expect([codes(await scene.query(order)), codes(await scene.query(order)), codes(await scene.query(order))]).to.deep.equal(['00/03', '00/05', '00/03']);
    expect(await scene.back(scene.reversal(order))).to.include({ respCode: '00' });
    expect(await scene.back(scene.reversal(order))).to.include({ respCode: '00' });
    expect(codes(await scene.query(order))).to.equal('00/01');
    expect((await scene.books()).trades.find(({ orderId }) => orderId === order['orderId'])).to.include({ state: 'reversed' });
  });

  it('03 is accepted and then declined, and the failure is notified too', async () => {
    const order = scene.barcode('03');
    expect(await scene.back(order)).to.include({ respCode: '00' });
    expect(codes(await scene.query(order))).to.equal('00/64');
    const [message] = await scene.notified(order['orderId'], 1);
    expect(message).to.include({ respCode: '64' });
  });

  it('04 answers that nothing is clear although the payer has paid', async () => {
    const order = scene.barcode('04');
    expect(await scene.back(order)).to.include({ respCode: '04' });
    expect(codes(await scene.query(order))).to.equal('00/00');
  });

  it('05 breaks the connection after the payment was made', async () => {
    const order = scene.barcode('05');
    expect(await scene.back(order).then(() => 'answered', () => 'broken')).to.equal('broken');
    expect(codes(await scene.query(order))).to.equal('00/00');
  });

  it('06 is not found twice, then paid, and is announced only then', async () => {
    const order = scene.barcode('06');
    await scene.back(order);
    await scene.quiet();
    expect(scene.caught.some(({ orderId }) => orderId === order['orderId'])).to.equal(false);
    expect([codes(await scene.query(order)), codes(await scene.query(order)), codes(await scene.query(order))]).to.deep.equal(['34/-', '34/-', '00/00']);
    expect(await scene.notified(order['orderId'], 1)).to.have.length(1);
  });

  it('07 fails in the answer itself and charges nothing', async () => {
    const order = scene.barcode('07');
    const before = await scene.books();
    expect(await scene.back(order)).to.include({ respCode: '01' });
    expect(codes(await scene.query(order))).to.equal('00/01');
    expect((await scene.books()).paidFen).to.equal(before.paidFen);
  });

  it('08 is charged but too late: 42, and the books hold the money', async () => {
    const order = scene.barcode('08');
    const before = BigInt((await scene.books()).paidFen);
    await scene.back(order);
    expect(codes(await scene.query(order))).to.equal('00/42');
    expect((await scene.notified(order['orderId'], 1))[0]).to.include({ respCode: '42' });
    expect(BigInt((await scene.books()).paidFen) - before).to.equal(12345n);
  });

  it('09 waits for the payer on the phone page', async () => {
    const order = scene.barcode('09');
    await scene.back(order);
    expect(codes(await scene.query(order))).to.equal('00/05');
    const text = await (await fetch(`${scene.simulator.baseUrl}/phone`)).text();
    expect(text).to.contain(order['orderId']).and.contain('确认付款');
    const action = /action="(\/phone\/\w+\/confirm)"/.exec(text)?.[1] ?? '';
    expect((await scene.post(`${scene.simulator.baseUrl}${action}`, {})).status).to.equal(303);
    expect(codes(await scene.query(order))).to.equal('00/00');
  });

  it('finds nothing under another txnTime or an unknown order number', async () => {
    const order = scene.barcode('00');
    await scene.back(order);
    expect(codes(await scene.query({ ...order, txnTime: chinaDigits(scene.clock.now() - 5_000) }))).to.equal('34/-');
    expect(codes(await scene.query(scene.barcode('00')))).to.equal('34/-');
  });

  it('publishes its table on the first page and as JSON', async () => {
    const { barcodes } = await scene.control<{ barcodes: readonly { digits: string; meaning: string }[] }>('GET', '/sim/rules');
    expect(barcodes.map(({ digits }) => digits)).to.deep.equal(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09']);
    const text = await (await fetch(scene.simulator.baseUrl)).text();
    for (const { meaning } of barcodes) expect(text).to.contain(meaning);
  });
});
