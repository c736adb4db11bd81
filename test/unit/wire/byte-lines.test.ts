import { expect } from 'chai';
import { BillRefused } from '../../../adapters/outbound/wire/bill-refused.js';
import { byteLines } from '../../../adapters/outbound/wire/byte-lines.js';
import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';
import { inPieces } from './zips.js';

async function linesOf(bytes: Uint8Array, pieceSize: number, lineBytes = 100): Promise<readonly string[]> {
  const decoder = new TextDecoder('gbk');
  const lines: string[] = [];
  for await (const batch of byteLines(inPieces(bytes, pieceSize), lineBytes)) lines.push(...batch.map((line) => decoder.decode(line)));
  return lines;
}

describe('lines of a bill', () => {
  it('are the same however the bytes come in, with LF, CRLF or no end', async () => {
    const text = '#支付宝业务明细查询\r\n\r\n2088,测试\n\n单独的\r回车\r\n最后一行';
    for (const pieceSize of [1, 2, 3, 7, 1_000]) {
      expect(await linesOf(gbkOf(text), pieceSize)).to.deep.equal(['#支付宝业务明细查询', '', '2088,测试', '', '单独的\r回车', '最后一行']);
    }
    expect(await linesOf(gbkOf('a\r\n'), 1)).to.deep.equal(['a']);
    expect(await linesOf(Buffer.alloc(0), 1)).to.deep.equal([]);
  });

  it('may be as long as the limit and not longer, also where no end ever comes', async () => {
    for (const pieceSize of [1, 64, 1_000]) {
      expect(await linesOf(Buffer.from(`${'a'.repeat(100)}\r\nb`), pieceSize)).to.have.length(2);
      for (const text of [`${'a'.repeat(101)}\n`, 'a'.repeat(101)]) {
        const fault = await linesOf(Buffer.from(text), pieceSize).then(() => undefined, (one: unknown) => one);
        expect(fault).to.be.instanceOf(BillRefused).and.to.include({ why: 'damaged' });
      }
    }
    let taken = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> { for (; ; taken += 1) yield Buffer.alloc(64, 'a'); };
    const lines = byteLines(endless(), 100);
    expect(await lines.next().then(() => undefined, (fault: unknown) => fault)).to.be.instanceOf(BillRefused);
    expect(taken).to.be.at.most(3);
  });
});

describe('GBK of the simulators', () => {
  it('is read back as it was written', () => {
    const text = '#账号：[20881234567890160156] ￥商家实收（元）,（汇总）……—《缴费》囍龘 a~';
    expect(new TextDecoder('gbk').decode(gbkOf(text))).to.equal(text);
    expect(gbkOf('业务').toString('hex')).to.equal('d2b5cef1');
    expect(gbkOf('😀').toString()).to.equal('?');
  });
});
