import { expect } from 'chai';
import { attemptNo, china, merId, queryId } from './unionpay-scene.js';
import { bill, day, linesOf, oddityOf, oldZmLine, readAll, refund, zipped, zmLine, zmName, zmeLine, zmeName } from './unionpay-bill-lines.js';

describe('UnionPay bills: lines', () => {
  it('tell payments, refunds and undos in our words', async () => {
    const { lines, odd, totals } = await readAll(bill(zmLine(), zmLine(refund), zmLine({ ...refund, 12: 'U2026070409000001', 20: '31' })));
    const back = { kind: 'refund', channelNo: queryId, amount: 12_345n, settled: -12_345n, fee: -74n, at: china('20260704101612') };
    expect(lines).to.deep.equal([
      { lineNo: 1, kind: 'payment', ownNo: attemptNo, channelNo: queryId, amount: 12_345n, settled: 12_345n, fee: 74n, at: china('20260704101612') },
      { ...back, lineNo: 2, ownNo: 'R2026070409000001' }, { ...back, lineNo: 3, ownNo: 'U2026070409000001' },
    ]);
    expect(odd).to.deep.equal([]);
    expect(totals).to.deep.equal({
      lineCount: 3, payments: { count: 1, amount: 12_345n }, refunds: { count: 2, amount: 24_690n }, settled: -12_345n, fee: -74n, oddCount: 0,
    });
  });
  it('are the same with either tail, also mixed in one file, and with Chinese text in columns 31 and 35', async () => {
    const texts = { 31: '三明市三元区人民法院诉讼费专户', 35: '张三的诉讼费，案号（二〇二六）闽' };
    const { lines, odd } = await readAll(bill(zmLine(texts), oldZmLine(texts), zmLine(), oldZmLine()));
    expect(lines.map(({ amount, fee }) => [amount, fee])).to.deep.equal(Array.from({ length: 4 }, () => [12_345n, 74n]));
    expect(odd).to.deep.equal([]);
  });
  it('may end without a line end, with one byte more in the unused column, or in LF alone', async () => {
    for (const content of [zmLine(), Buffer.concat([zmLine(), Buffer.from('9\r\n')]), Buffer.concat([zmLine(), Buffer.from('\n')])]) {
      expect((await readAll(zipped({ [zmName()]: content }))).totals).to.include({ lineCount: 1, oddCount: 0 });
    }
  });
  it('keep a discount that the payee gives out of what is settled, and no other', async () => {
    const given = zmLine({ 16: 'D000000000070', 17: 'C000000011275', 33: 'C000000011275', 36: 'D000000001000' });
    const channels = zmLine({ 36: 'C000000001000' });
    const { lines } = await readAll(bill(given, channels, zmLine({ ...refund, 16: 'C000000000070', 17: 'D000000011275', 33: '', 36: 'C000000001000' })));
    expect(lines.map(({ amount, settled }) => [amount, settled])).to.deep.equal([[12_345n, 11_345n], [12_345n, 12_345n], [12_345n, -11_345n]]);
  });
  it('have no number of ours where the file has none', async () => {
    const { lines } = await readAll(bill(zmLine({ 12: '' }), zmLine({ 12: 'SHOP-1' })));
    expect(lines.map(({ ownNo }) => ownNo)).to.deep.equal(['', 'SHOP-1']);
  });
  for (const [told, clearingDay, meant] of [
    ['1231230500', '20270101', '20261231230500'], ['0101002200', '20270101', '20270101002200'], ['1231225959', '20261231', '20261231225959'],
    ['0228230000', '20280229', '20280228230000'], ['0229225959', '20280229', '20280229225959'], ['0229230001', '20280301', '20280229230001'],
  ] as const) {
    it(`at ${told} in the file of ${clearingDay} were at ${meant}`, async () => {
      const raw = zipped({ [zmName(merId, clearingDay.slice(2))]: linesOf(zmLine({ 5: told })) });
      expect((await readAll(raw, clearingDay)).lines[0]?.at).to.equal(china(meant));
    });
  }
  for (const [why, what, change] of [
    ['amount', 'letters in the amount', { 7: '00000001234O' }], ['amount', 'an amount of nothing', { 7: '000000000000' }], ['amount', 'an amount beyond 11 digits', { 7: '100000000000' }],
    ['amount', 'a fee neither C nor D', { 16: 'X000000000074' }], ['amount', 'a settlement neither C nor D', { 17: ' 000000012271' }], ['amount', 'a small letter', { 17: 'c000000012271' }],
    ['amount', 'letters in the fee', { 16: 'D0000000O0074' }], ['amount', 'a settlement that is not amount less fee', { 17: 'C000000012272' }],
    ['amount', 'a payment on the debit side', { 17: 'D000000012271' }], ['amount', 'a refund on the credit side', { ...refund, 17: 'C000000012271' }],
    ['amount', 'a fee larger than the amount', { 16: 'D000000020000', 17: 'D000000007655' }], ['amount', 'a discount neither C nor D', { 36: 'E000000000000' }],
    ['amount', 'a discount larger than the amount', { 17: 'D000000000729', 33: '', 36: 'D000000013000' }], ['amount', 'another net amount without a split', { 33: 'C000000012270' }],
    ['kind', 'a reversal', { 20: '99' }], ['kind', 'a preauthorisation', { 20: '02' }], ['kind', 'no type', { 20: '' }],
    ['time', 'month 13', { 5: '1304101612' }], ['time', 'the 31st of June', { 5: '0631101612' }], ['time', 'hour 24', { 5: '0704240000' }], ['time', 'letters in the time', { 5: '07O4101612' }],
    ['time', '29 February in a year without', { 5: '0229101612' }], ['time', 'a time two months away', { 5: '0504101612' }],
    ['other-merchant', 'another merchant', { 28: '777290058110099' }], ['other-merchant', 'no merchant', { 28: '' }],
    ['columns', 'a short number of UnionPay', { 10: '20260704101500123456' }], ['columns', 'letters in UnionPay’s number', { 10: '20260704101500123456X' }],
    ['columns', 'Chinese text for our number', { 12: '订单一' }],
  ] as const) {
    it(`with ${what} are odd: ${why}`, async () => { expect(await oddityOf(zmLine(change))).to.equal(why); });
  }
  it('of 29 February in the file of 1 March are odd in a year without that day', async () => {
    expect(await oddityOf(zmLine({ 5: '0229101612' }), '20270301')).to.equal('time');
    expect(await oddityOf(zmLine({ 5: '0229101612' }), '20280301')).to.equal(undefined);
  });
  it('are odd where Chinese text has pushed the columns', async () => {
    const line = zmLine({ 31: '', 35: '' });
    const text = Buffer.from('三明市不动产登记中心', 'utf8');
    const pushed = (at: number, cut: number): Buffer => Buffer.concat([line.subarray(0, at), text, line.subarray(at + cut)]);
    // Padded by characters: three bytes stand where one was counted.
    for (const at of [338, 407]) expect(await oddityOf(pushed(at, text.length / 3)), String(at)).to.equal('columns');
    // The length is right again at the end of the line, the columns between are not.
    const shifted = Buffer.concat([pushed(338, text.length / 3).subarray(0, 607)]);
    expect(await oddityOf(shifted)).to.equal('columns');
    expect(await oddityOf(zmLine().subarray(0, 606))).to.equal('columns');
    expect(await oddityOf(Buffer.concat([zmLine(), Buffer.from('  ')]))).to.equal('columns');
  });
  it('that are odd are shown as they are, readable and without control characters', async () => {
    const { odd } = await readAll(bill(zmLine({ 20: '99', 35: '中'.repeat(16), 41: '\u0000\u0007' }), Buffer.alloc(1000, 'x'), zmLine()));
    expect(odd.map(({ lineNo, why }) => [lineNo, why])).to.deep.equal([[1, 'kind'], [2, 'columns']]);
    expect(odd[0]?.text).to.include(`三明市不动产登记中心`).and.include(`${'中'.repeat(16)} C000000000000`).and.match(/^S22 48021000 {4}00049992/);
    expect(odd[0]?.text).to.include('\uFFFD\uFFFD').and.not.match(/\p{Cc}/u);
    expect(odd[1]?.text).to.equal('x'.repeat(700));
  });
  it('of disputes are shown and never booked', async () => {
    const { lines, odd, totals } = await readAll(zipped({ [zmeName]: linesOf(zmeLine()), [zmName()]: linesOf(zmLine()) }));
    expect(lines.map(({ lineNo }) => lineNo)).to.deep.equal([2]);
    expect(odd.map(({ lineNo, why }) => [lineNo, why])).to.deep.equal([[1, 'dispute']]);
    expect(odd[0]?.text).to.include('E74').and.include('持卡人否认交易');
    expect(totals).to.include({ lineCount: 1, oddCount: 1, settled: 12_345n });
  });
});

describe('UnionPay bills: files', () => {
  it('without lines are bills of nothing', async () => {
    const none = { count: 0, amount: 0n };
    for (const content of ['', '\r\n', '\n\n']) {
      expect(await readAll(zipped({ [zmName()]: Buffer.from(content) }))).to.deep.equal({
        pages: 0, lines: [], odd: [], refused: undefined, totals: { lineCount: 0, payments: none, refunds: none, settled: 0n, fee: 0n, oddCount: 0 },
      });
    }
  });
  it('come in pages of 500 lines, odd ones counted', async () => {
    const { pages, lines, odd } = await readAll(bill(...Array.from({ length: 1001 }, (_none, index) => zmLine({ 12: `A${index}`, 20: index % 2 === 0 ? '01' : '99' }))));
    expect([pages, lines.length, odd.length]).to.deep.equal([3, 501, 500]);
    expect(lines.at(-1)).to.include({ lineNo: 1001, ownNo: 'A1000' });
  });
  for (const [why, what, raw] of [
    ['wrong-merchant', 'the file of another merchant', zipped({ [zmName('777290058110099')]: linesOf(zmLine()) })],
    ['wrong-merchant', 'the disputes of another merchant', zipped({ [zmName()]: linesOf(zmLine()), [zmName('777290058110099').replace('ZM_', 'ZME_')]: Buffer.alloc(0) })],
    ['wrong-day', 'the file of another day', zipped({ [zmName(merId, '260705')]: linesOf(zmLine()) })],
    ['wrong-day', 'the file of another year', zipped({ [zmName(merId, '250704')]: linesOf(zmLine()) })],
    ['wrong-day', 'one file of the day and one of another', zipped({ [zmName()]: linesOf(zmLine()), [zmName(merId, '260705')]: linesOf(zmLine()) })],
    ['not-a-bill', 'a file of disputes alone', zipped({ [zmeName]: linesOf(zmeLine()) })],
    ['not-a-bill', 'a zip of something else', zipped({ 'readme.txt': Buffer.from('hello') })],
    ['not-a-bill', 'a name of another form', zipped({ [`../${zmName()}`]: linesOf(zmLine()) })],
    ['not-a-bill', 'an error page', Buffer.from('<html>503</html>')],
    ['not-a-bill', 'nothing', Buffer.alloc(0)],
    ['truncated', 'a last line that is cut', zipped({ [zmName()]: Buffer.concat([linesOf(zmLine()), zmLine().subarray(0, 300)]) })],
    ['truncated', 'a last line that lacks one byte', zipped({ [zmName()]: zmLine().subarray(0, 606) })],
    ['truncated', 'disputes that are cut', zipped({ [zmName()]: linesOf(zmLine()), [zmeName]: zmeLine().subarray(0, 300) })],
    ['damaged', 'a line without end', zipped({ [zmName()]: Buffer.alloc(20_000, '1') })],
  ] as const) {
    it(`are refused: ${what} (${why})`, async () => { expect(await readAll(raw)).to.include({ refused: why, totals: undefined }); });
  }
  it('give the same pieces for the same bytes', async () => {
    const raw = bill(zmLine(), zmLine({ 20: '99' }), oldZmLine(refund));
    expect(await readAll(raw)).to.deep.equal(await readAll(raw));
    expect((await readAll(raw, day)).totals).to.include({ lineCount: 2, oddCount: 1 });
  });
});
