import { expect } from 'chai';
import { readStatement } from '../../../adapters/outbound/province/bosssoft/read-statement.js';
import { bosssoftSettings } from '../../../adapters/outbound/province/bosssoft/settings-check.js';
import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';
import { storedSettings } from './stored-settings.js';

const day = '20260508';
const line = (changes: Partial<Record<number, string>> = {}): string =>
  ['35040026300000000001', 'P1', '350400001', '80.00', day, '120000', 'UNIONPAY', '1'].map((cell, index) => changes[index] ?? cell).join('|');
const read = (text: string | Uint8Array, charset: 'utf-8' | 'gbk' = 'utf-8') =>
  readStatement(bosssoftSettings(storedSettings({ statement: { charset } })), day, typeof text === 'string' ? Buffer.from(text) : text);
const whyNot = async (text: string | Uint8Array): Promise<unknown> => { const reading = await read(text); return reading.kind === 'damaged' ? reading.why : reading.kind; };

describe('statement of the province', () => {
  it('is read with either line end, with or without one at its end, and of a day without payments', async () => {
    for (const text of [`#${day}|160.00|2\n${line()}\n${line({ 1: 'P2' })}\n`, `\ufeff#${day}|160|2\r\n${line()}\r\n${line({ 1: 'P2' })}`]) {
      const reading = await read(text);
      expect(reading.kind === 'read' && reading.lines.map(({ serialNo }) => serialNo)).to.deep.equal(['P1', 'P2']);
    }
    expect(await read(`#${day}|0|0\n`)).to.deep.equal({ kind: 'read', lines: [], odd: [], total: 0n });
  });

  it('is read in GBK when that is set, rare characters included, and never by guess', async () => {
    const bytes = gbkOf(`#${day}|80.00|1\n${line({ 6: '镕鑫窗口' })}\n`);
    const reading = await read(bytes, 'gbk');
    expect(reading.kind === 'read' && reading.lines[0]?.paymentChannel).to.equal('镕鑫窗口');
    expect(await whyNot(bytes)).to.equal('charset');
  });

  it('is damaged as a whole when head and lines disagree', async () => {
    expect(await whyNot(`#${day}|80.01|1\n${line()}\n`)).to.equal('sum-differs');
    expect(await whyNot(`#${day}|80.00|2\n${line()}\n`)).to.equal('count-differs');
    expect(await whyNot(`#20260509|80.00|1\n${line()}\n`)).to.equal('day');
    expect(await whyNot(`#${day}|80.00|1\n${line({ 3: '8O.00' })}\n`)).to.equal('sum-differs');
    expect(await whyNot(`#${day}|0|1\n${line({ 3: '-80.00' })}\n`)).to.equal('sum-differs');
    expect(await whyNot(Buffer.concat([Buffer.from(`#${day}|0|0\n`), Buffer.alloc(8 * 1024 * 1024)]))).to.equal('too-large');
    for (const head of ['', '#', `${day}|80.00|1`, `#${day}|80.001|1`, `#${day}|-80|1`, `#${day}|80|1|2`, `#${day}|1e2|1`]) expect(await whyNot(`${head}\n${line()}\n`), head).to.equal('head');
  });

  it('keeps every odd line with its number and its reason', async () => {
    const odd = [line({ 0: '123' }), line({ 4: '20260507' }), line({ 5: '256060' }), line({ 7: '4' }), line({ 7: 'constructor' }), line({ 1: '' }), `${line()}|`, line({ 6: 'x'.repeat(65) })];
    const reading = await read(`#${day}|${80 * (odd.length + 1)}|${odd.length + 1}\n${line()}\n${odd.join('\n')}\n`);
    expect(reading.kind === 'read' && [reading.lines.length, reading.odd.map(({ lineNo, why }) => `${lineNo} ${why}`)]).to.deep.equal([1, [
      '3 缴款码不合格式', '4 确认时间不属于该日', '5 确认时间不属于该日', '6 未知状态', '7 未知状态', '8 流水号、单位或渠道不合格式', '9 列数不是 8', '10 流水号、单位或渠道不合格式',
    ]]);
  });
});
