import { expect } from 'chai';
import { gbkOf } from '../../../../adapters/simulators/shared/gbk.js';
import { zipOf } from '../../../../adapters/simulators/shared/zip-writer.js';
import { at, sellerId } from './alipay-world.js';
import { csv, header, lines, readCsv, readZip, refundRow, row, summary, summaryName, zipped } from './bill-file.js';

const payments = (count: number, yuan: string): string => `${count}笔，商家实收共${yuan}元，商家优惠共0.00元`;
const noRefunds = '0笔，商家实收退款共0.00元，商家优惠退款共0.00元';
const only = (given: Parameters<typeof row>[0]) => ({ rows: [row(given)], refunds: noRefunds });

describe('Alipay: bill', () => {
  it('gives every payment and refund with its own number, signs and fee', async () => {
    const read = await readCsv();
    expect(read.lines).to.deep.equal([
      { lineNo: 1, kind: 'payment', ownNo: '20261122101500000001000013', channelNo: '2026112222001000000001', amount: 12000n, settled: 12000n, fee: 72n, at: at('20261122101509') },
      { lineNo: 2, kind: 'refund', ownNo: '20261122110000000001000021', channelNo: '2026112222001000000001', amount: 5000n, settled: -5000n, fee: -30n, at: at('20261122110003') },
    ]);
    expect(read.totals).to.deep.equal({ lineCount: 2, payments: { count: 1, amount: 12000n }, refunds: { count: 1, amount: 5000n }, settled: 7000n, fee: 42n, oddCount: 0 });
    expect(read).to.deep.include({ odd: [], refused: undefined });
  });

  it('says the payment number of a refund that has no number of its own', async () => {
    expect((await readCsv({ rows: [row(), refundRow({ refundNo: '' })] })).lines[1]).to.include({ kind: 'refund', ownNo: '20261122101500000001000013' });
  });

  it('keeps what the payee paid as a discount out of what is settled', async () => {
    const read = await readCsv({ ...only({ settled: '110.50' }), payments: payments(1, '110.50') });
    expect(read.lines[0]).to.include({ amount: 12000n, settled: 11050n });
    expect(read.totals).to.deep.include({ settled: 11050n, payments: { count: 1, amount: 12000n } });
  });

  it('accepts a day without any trade', async () => {
    const read = await readCsv({ rows: [], payments: payments(0, '0.00'), refunds: noRefunds });
    expect(read.totals).to.deep.equal({ lineCount: 0, payments: { count: 0, amount: 0n }, refunds: { count: 0, amount: 0n }, settled: 0n, fee: 0n, oddCount: 0 });
  });

  it('finds columns by their names, in other orders, with half-width brackets and with columns it does not know', async () => {
    const changed = header.replaceAll('（', '(').replaceAll('）', ')').replace('退款批次号/请求号', '退款批次号').split(',');
    const moved = ['实收净额(元)', ...changed.slice(12), ...changed.slice(0, 12), '交易方式'].join(',');
    const cells = row().split(',');
    const rows = [['119.28', ...cells.slice(12), ...cells.slice(0, 12), '手机网站'].join(',')];
    expect((await readCsv({ header: moved, rows, refunds: noRefunds })).lines[0]).to.include({ ownNo: '20261122101500000001000013', amount: 12000n, fee: 72n });
  });

  it('puts commas in title and remark back where they belong', async () => {
    const read = await readCsv({ rows: [row({ title: '登记费,加急,2本' }), refundRow({ title: '登记费,', remark: '误缴,已核实,,' })] });
    expect(read.odd).to.deep.equal([]);
    expect(read.lines.map(({ amount, fee }) => [amount, fee])).to.deep.equal([[12000n, 72n], [5000n, -30n]]);
  });

  it('guesses nothing where a title is written so that it looks like other columns', async () => {
    const forged = '费,2026-11-22 10:15:00,2026-11-22 10:15:09,,,,,x,999.00,999.00,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,,0.00,0.00';
    const read = await readCsv({ ...only({ title: forged, remark: '' }) });
    expect(read.lines).to.deep.equal([]);
    expect(read.odd).to.have.length(1);
    expect(read.odd[0]).to.include({ lineNo: 1, why: 'columns' });
  });

  it('makes odd lines of what it cannot read and drops none', async () => {
    const odd: readonly (readonly [string, Parameters<typeof row>[0]])[] = [
      ['amount', { amount: '120.001' }], ['amount', { amount: '1e3' }], ['amount', { amount: '-120.00' }], ['amount', { amount: '0.00' }], ['amount', { amount: '１２０.00' }],
      ['amount', { amount: '1000000000.00', settled: '0.00' }], ['amount', { amount: '999999999999999999999999.00' }], ['amount', { fee: '' }], ['amount', { fee: 'NaN' }], ['amount', { settled: '-120.00' }],
      ['time', { finishedAt: '2026-02-30 10:00:00' }], ['time', { finishedAt: '' }], ['kind', { kind: '转账' }], ['kind', { kind: 'constructor' }],
      ['number', { channelNo: '' }], ['number', { ownNo: '缴款' }], ['number', { ownNo: '1'.repeat(65) }],
    ];
    const read = await readCsv({ rows: [row(), ...odd.map(([, given]) => row(given))], payments: payments(odd.length + 1, '99999.00'), refunds: noRefunds });
    expect(read.refused).to.equal(undefined);
    expect(read.odd.map(({ why }) => why)).to.deep.equal(odd.map(([why]) => why));
    expect(read.odd.map(({ lineNo }) => lineNo)).to.deep.equal(odd.map((_, index) => index + 2));
    expect(read.totals).to.deep.include({ lineCount: 1, oddCount: odd.length, settled: 12000n });
  });

  it('keeps a line that is not GBK as an odd line, cut to what can be shown', async () => {
    const broken = Buffer.concat([Buffer.from([0xff, 0xff]), Buffer.alloc(2_000, 'a')]);
    const [before, after] = [lines().slice(0, 5), lines({ payments: payments(2, '240.00') }).slice(5)];
    const bytes = Buffer.concat([gbkOf(`${before.join('\r\n')}\r\n`), broken, gbkOf(`\r\n${after.join('\r\n')}\r\n`)]);
    const read = await readZip(zipped(bytes));
    expect(read.odd).to.have.length(1);
    expect(read.odd[0]).to.include({ lineNo: 1, why: 'charset' });
    expect(read.odd[0]?.text).to.have.length(700);
    expect(read.totals).to.include({ lineCount: 2, oddCount: 1 });
  });

  it('reads characters that only the larger GB 18030 has', async () => {
    const text = lines().join('\r\n').replace('不动产登记费', 'X');
    const [front = '', back = ''] = text.split('X');
    const read = await readZip(zipped(Buffer.concat([gbkOf(front), Buffer.from([0x94, 0x39, 0xda, 0x33]), gbkOf(back)])));
    expect(read).to.deep.include({ odd: [], refused: undefined });
  });

  it('refuses totals that do not agree, count or money, payments or refunds', async () => {
    const wrong = [
      { payments: payments(2, '120.00') }, { payments: payments(1, '120.01') }, { payments: payments(1, '119.99') },
      { refunds: '0笔，商家实收退款共-50.00元' }, { refunds: '1笔，商家实收退款共-50.01元' }, { refunds: '2笔，商家实收退款共-50.00元' },
      { rows: [row()] }, { rows: [row(), row({ ownNo: 'X1' }), refundRow()] }, { rows: [row({ amount: '121.00' }), refundRow()] },
    ];
    for (const parts of wrong) expect((await readCsv(parts)).refused, JSON.stringify(parts)).to.equal('totals-disagree');
  });

  it('holds the totals against odd lines as far as they can be held', async () => {
    const rows = [row(), row({ amount: '?' }), refundRow()];
    expect((await readCsv({ rows, payments: payments(2, '300.00') })).refused).to.equal(undefined);
    expect((await readCsv({ rows, payments: payments(1, '120.00') })).refused).to.equal('totals-disagree');
    expect((await readCsv({ rows, payments: payments(3, '300.00') })).refused).to.equal('totals-disagree');
    expect((await readCsv({ rows, payments: payments(2, '119.99') })).refused).to.equal('totals-disagree');
    // Business of other kinds may or may not be in the footer's number.
    const foreign = [row(), row({ kind: '转账' }), refundRow()];
    for (const count of [1, 2]) expect((await readCsv({ rows: foreign, payments: payments(count, '300.00') })).refused).to.equal(undefined);
  });

  it('refuses another merchant, another day, a longer period', async () => {
    expect((await readCsv({ accountNo: '20880000000000020156' })).refused).to.equal('wrong-merchant');
    expect((await readCsv({ accountNo: `1${sellerId}0156` })).refused).to.equal('wrong-merchant');
    expect((await readCsv({ accountNo: sellerId })).refused).to.equal(undefined);
    const period = (from: string, to: string): string => `#起始日期：[${from}]   终止日期：[${to}]`;
    expect((await readCsv({ period: period('2026年11月21日 00:00:00', '2026年11月22日 00:00:00') })).refused).to.equal('wrong-day');
    expect((await readCsv({ period: period('2026年11月22日 00:00:00', '2026年11月24日 00:00:00') })).refused).to.equal('wrong-day');
    expect((await readCsv({ period: period('2026年11月22日 08:00:00', '2026年11月23日 00:00:00') })).refused).to.equal('wrong-day');
    expect((await readCsv({ period: period('2026年11月22日 00:00:00', '2026年11月22日 23:59:59') })).refused).to.equal(undefined);
    expect((await readCsv({ accountNo: 'abc' })).refused).to.equal('damaged');
  });

  it('takes a row of another day as it is: bills bring rows late', async () => {
    expect((await readCsv(only({ finishedAt: '2026-11-21 23:59:58' }))).lines[0]).to.include({ at: at('20261121235958') });
  });

  it('refuses a summary in the place of a detail file, and another charset', async () => {
    expect((await readZip(zipped(summary))).refused).to.equal('not-a-bill');
    expect((await readZip(zipOf([{ name: gbkOf(summaryName), content: summary, method: 'deflated' }]))).refused).to.equal('not-a-bill');
    expect((await readZip(zipped(Buffer.from(lines().join('\r\n'))))).refused).to.equal('charset');
    expect((await readZip(zipped(Buffer.from(`\ufeff${lines().join('\r\n')}`)))).refused).to.equal('charset');
  });

  it('chooses by the first line where no name tells, and refuses two detail files', async () => {
    const named = (name: string, content: Buffer) => ({ name: Buffer.from(name), content, method: 'stored' as const });
    expect((await readZip(zipOf([named('a.csv', summary), named('b.csv', csv()), named('c.csv', Buffer.from('hello'))]))).totals).to.include({ lineCount: 2 });
    expect((await readZip(zipOf([named('a.csv', csv()), named('b.csv', csv())]))).refused).to.equal('not-a-bill');
    expect((await readZip(zipOf([]))).refused).to.equal('not-a-bill');
  });

  it('refuses a header or a list that comes twice, rows behind the end, and a header without the columns it needs', async () => {
    const twice = [...lines(), ...lines()].join('\r\n');
    expect((await readZip(zipped(gbkOf(twice)))).refused).to.equal('damaged');
    expect((await readCsv({ rows: [row(), header, refundRow()] })).refused).to.equal('damaged');
    expect((await readCsv({ end: row() })).refused).to.equal('damaged');
    expect((await readCsv({ rows: [row(), '#交易合计：1笔，商家实收共120.00元'] })).refused).to.equal('damaged');
    expect((await readCsv({ header: header.replace('服务费（元）', '手续费') })).refused).to.equal('not-a-bill');
    expect((await readCsv({ header: `${header},服务费（元）` })).refused).to.equal('not-a-bill');
  });
});
