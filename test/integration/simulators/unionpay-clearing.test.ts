import { inflateRawSync, inflateSync } from 'node:zlib';
import { expect } from 'chai';
import { readAnswer, signed, type Message } from './unionpay-merchant.js';
import { aScene, chinaDigits, rsaMerchant, sm2Merchant } from './unionpay-scene.js';

const dayMs = 86_400_000;
const gbk = new TextDecoder('gbk');

/** Entries of a zip as its local headers name them. */
function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const entries = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const start = at + 30 + nameLength + zip.readUInt16LE(at + 28);
    entries.set(zip.toString('latin1', at + 30, at + 30 + nameLength), inflateRawSync(zip.subarray(start, start + packed)));
    at = start + packed;
  }
  return entries;
}

/** First byte and width of the columns that are looked at, counted by hand from protocol section 9. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  traceNo: [28, 6], time: [35, 10], amount: [66, 12], queryId: [87, 21], orderId: [112, 32], originalTrace: [148, 6], fee: [166, 13], settlement: [180, 13], txnType: [215, 2],
  origQryId: [271, 21], merId: [293, 15], shop: [327, 32], net: [374, 13], remark: [397, 32], discount: [430, 13], originalOrderId: [476, 32],
};
const read = (line: Buffer): Message => Object.fromEntries(Object.entries(places).map(([name, [start, width]]) => [name, gbk.decode(line.subarray(start, start + width)).trim()]));
const linesOf = (file: Buffer | undefined): readonly Buffer[] => (file === undefined ? [] : file.toString('latin1').split('\r\n').slice(0, -1).map((line) => Buffer.from(line, 'latin1')));

describe('UnionPay simulator: clearing files', () => {
  const scene = aScene();
  const request = (day: string, change: Message = {}, merId = rsaMerchant): Message => ({
    version: '5.1.0', encoding: 'UTF-8', accessType: '0', merId, txnTime: chinaDigits(scene.clock.now()), txnType: '76', txnSubType: '01', bizType: '000000', settleDate: day.slice(4), fileType: '00', ...change,
  });
  const ask = async (day: string, change: Message = {}, merId = rsaMerchant): Promise<Message> =>
    readAnswer(await (await scene.post(scene.simulator.fileUrl, signed(request(day, change, merId), scene.signer(merId)))).text());
  const entriesOf = ({ fileContent = '' }: Message): ReadonlyMap<string, Buffer> => unzipped(inflateSync(Buffer.from(fileContent, 'base64')));
  /** To the next time that it is `HHmmss` in China. */
  const stepTo = (time: string): void => {
    const now = scene.clock.now();
    const midnight = Math.floor((now + 28_800_000) / dayMs) * dayMs - 28_800_000;
    const at = midnight + (Number(time.slice(0, 2)) * 60 + Number(time.slice(2))) * 60_000;
    scene.clock.advance(at > now ? at - now : at + dayMs - now);
  };
  /** Just begun. */
  const newDay = (): string => {
    stepTo('2330');
    return chinaDigits(scene.clock.now() + dayMs).slice(0, 8);
  };
  const stepToFile = (): void => { stepTo('2200'); stepTo('0900'); };

  it('have one line of 607 bytes for each payment and refund, columns where the vendor has them', async () => {
    const day = newDay();
    const payment = scene.barcode('00', { reqReserved: '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未' });
    const { queryId = '' } = await scene.back(payment);
    const refund = scene.giveBack('04', queryId, '345');
    const { queryId: refundId } = await scene.back(refund);
    await scene.back(scene.barcode('00', {}, sm2Merchant));
    stepToFile();
    const answer = await ask(day);
    expect(scene.problem(answer)).to.equal(undefined);
    expect(answer).to.include({ respCode: '00', fileName: `${rsaMerchant}_${day}.zip`, settleDate: day.slice(4), txnType: '76' });
    const entries = entriesOf(answer);
    expect([...entries.keys()]).to.deep.equal([`INN${day.slice(2)}01ZM_${rsaMerchant}`]);
    const lines = linesOf([...entries.values()][0]);
    expect(lines.map(({ length }) => length)).to.deep.equal([607, 607]);
    const [paid = {}, back = {}] = lines.map(read);
    expect(paid).to.include({ queryId, orderId: payment['orderId'], amount: '000000012345', fee: 'D000000000074', settlement: 'C000000012271', net: 'C000000012271', txnType: '01', origQryId: '' });
    expect(paid).to.include({ merId: rsaMerchant, shop: '模拟银联商户（收款专用）', remark: '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳', discount: 'C000000000000' });
    expect(paid['time']).to.equal((await scene.query(payment))['traceTime']);
    expect(back).to.include({ queryId: refundId, orderId: refund['orderId'], amount: '000000000345', fee: 'C000000000002', settlement: 'D000000000343', txnType: '04', origQryId: queryId });
    expect(back).to.include({ originalOrderId: payment['orderId'], originalTrace: paid['traceNo'] });
  });
  it('cut a remark by bytes, also through a character', async () => {
    const day = newDay();
    await scene.back(scene.barcode('00', { reqReserved: `a${'中'.repeat(20)}` }));
    stepToFile();
    const [line = Buffer.alloc(0)] = linesOf([...entriesOf(await ask(day)).values()][0]);
    expect([line.length, line[428], line[429]]).to.deep.equal([607, 0xd6, 0x20]);
  });
  it('end with one column of 131 where the switch says so', async () => {
    const day = newDay();
    const { queryId = '' } = await scene.back(scene.barcode('00'));
    await scene.back(scene.giveBack('04', queryId, '100'));
    stepToFile();
    const split = linesOf([...entriesOf(await ask(day)).values()][0]);
    await scene.control('POST', '/sim/switches', { joinedTail: true });
    expect(linesOf([...entriesOf(await ask(day)).values()][0])).to.deep.equal(split);
    await scene.control('POST', '/sim/switches', { joinedTail: false });
  });
  it('are refused to strangers and for requests that are not well formed', async () => {
    const day = newDay();
    const forged = { ...signed(request(day), scene.signer(rsaMerchant)), settleDate: '0101' };
    expect(readAnswer(await (await scene.post(scene.simulator.fileUrl, forged)).text())).to.include({ respCode: '11' });
    for (const [change, respCode] of [[{ settleDate: '' }, '13'], [{ fileType: '' }, '13'], [{ settleDate: '0230' }, '10'], [{ settleDate: '704' }, '10'], [{ fileType: '01' }, '10'], [{ txnAmt: '1' }, '10'], [{ txnSubType: '02' }, '32']] as const) {
      expect(await ask(day, change), JSON.stringify(change)).to.include({ respCode });
    }
    expect(await ask(day, { txnTime: chinaDigits(scene.clock.now() - dayMs) })).to.include({ respCode: '10' });
  });
  it('can be downloaded by hand at any time, and change nothing else', async () => {
    const day = newDay();
    const { queryId } = await scene.back(scene.barcode('00'));
    const download = await fetch(`${scene.simulator.baseUrl}/sim/clearing-files/${rsaMerchant}/${day}`);
    expect(download.headers.get('content-disposition')).to.include(`${rsaMerchant}_${day}.zip`);
    const [file] = [...unzipped(Buffer.from(await download.arrayBuffer())).values()];
    expect(linesOf(file).map((line) => read(line)['queryId'])).to.deep.equal([queryId]);
    expect(await ask(day)).to.include({ respCode: '98' });
    for (const [merId, asked] of [[sm2Merchant, day], [rsaMerchant, '20260230'], [rsaMerchant, 'x']]) {
      expect((await fetch(`${scene.simulator.baseUrl}/sim/clearing-files/${merId}/${asked}`)).status).to.equal(404);
    }
  });
  it('are changed by orders that make sense and by no others', async () => {
    for (const fault of [
      { fault: 'lost', orderId: 'ORDER00001' }, { fault: 'missing' }, { fault: 'missing', orderId: 'x' }, { fault: 'changed-amount', orderId: 'ORDER00001', fen: 5 },
      { fault: 'extra' }, { fault: 'extra', merId: rsaMerchant }, { fault: 'extra', merId: rsaMerchant, day: '0704' }, { fault: 'late', orderId: 'ORDER00001', day: '20260704' },
    ]) {
      expect(await scene.control('POST', '/sim/faults', { kind: 'bill', ...fault }), JSON.stringify(fault)).to.have.property('error');
    }
    for (const switches of [{}, { joinedTail: 1 }, { clearingCut: '24:00' }, { clearingCut: 5 }]) expect(await scene.control('POST', '/sim/switches', switches)).to.have.property('error');
    for (const feeRate of [-1, 0.5, 100_001, '600', undefined]) expect(await scene.control('POST', `/sim/merchants/${rsaMerchant}/fee-rate`, { feeRate })).to.have.property('error');
    expect(await scene.control('POST', '/sim/merchants/777000000000000/fee-rate', { feeRate: 1 })).to.deep.equal({ error: 'no such merchant' });
    expect(await scene.control('POST', '/sim/faults', { kind: 'bill', fault: 'missing', orderId: 'ORDER00001' })).to.have.nested.property('planned[0].fault', 'missing');
    expect(await scene.control('DELETE', '/sim/faults')).to.deep.equal({ planned: [] });
    expect(await scene.control('POST', '/sim/faults', { kind: 'file', fault: 'cut-line' })).to.have.nested.property('planned.length', 1);
    await scene.control('DELETE', '/sim/faults');
  });
});
