import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BillRefused } from '../../../adapters/outbound/wire/bill-refused.js';
import { openBillZip, type OpenedZip, type ZipLimits } from '../../../adapters/outbound/wire/bill-zip.js';
import { allOf, inPieces, part, patched, zip } from './zips.js';

const limits: ZipLimits = { rawBytes: 1_000_000, unpackedBytes: 8_000_000, ratio: 200, entries: 16 };
const u32 = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };
const u16 = (value: number): Buffer => u32(value).subarray(0, 2);
const directorySignature = 'PK\x01\x02';
const endSignature = 'PK\x05\x06';

describe('zip of a bill', () => {
  const opened: OpenedZip[] = [];
  const open = async (bytes: Uint8Array, more: Partial<ZipLimits> = {}): Promise<OpenedZip> => {
    const one = await openBillZip(inPieces(bytes), { ...limits, ...more });
    opened.push(one);
    return one;
  };
  const whyOf = async (bytes: Uint8Array, more: Partial<ZipLimits> = {}): Promise<string> => {
    const one = await open(bytes, more);
    if (!one.ok) return one.refusal.why;
    try {
      for (const entry of one.value.entries) await allOf(entry.read());
      return 'good';
    } catch (fault) {
      if (fault instanceof BillRefused) return `while reading: ${fault.why}`;
      throw fault;
    }
  };
  const good = zip(part('2088_20261126_业务明细.csv', '第一行\r\n'.repeat(500)), part('2088_20261126_业务明细(汇总).csv', '合计', 'stored'));
  // A temporary folder of its own, so that nobody else's files are counted.
  const usual = process.env['TMPDIR'];
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-zip-test-'));
    process.env['TMPDIR'] = folder;
  });
  after(() => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmdirSync(folder);
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) if (one.ok) await one.value.close();
  });

  it('gives names that are GBK without saying so, and the bytes of deflated and stored entries', async () => {
    const one = await open(good);
    if (!one.ok) return expect.fail(one.refusal.detail);
    expect(one.value.entries.map((entry) => entry.name)).to.deep.equal(['2088_20261126_业务明细.csv', '2088_20261126_业务明细(汇总).csv']);
    const [detail, summary] = await Promise.all(one.value.entries.map((entry) => allOf(entry.read())));
    expect(new TextDecoder('gbk').decode(detail)).to.equal('第一行\r\n'.repeat(500));
    expect(new TextDecoder('gbk').decode(summary)).to.equal('合计');
    return undefined;
  });

  it('reads names with the UTF-8 flag as UTF-8', async () => {
    const bytes = zip({ name: Buffer.from('明细.csv'), content: Buffer.from('x'), method: 'stored' });
    const one = await open(patched(bytes, directorySignature, 8, u16(0x800)));
    expect(one.ok && one.value.entries[0]?.name).to.equal('明细.csv');
  });

  it('takes a name that climbs out of folders for a name and nothing more', async () => {
    const one = await open(zip(part('../../etc/业务明细.csv', 'x'), part('/dev/null', 'y'), part('C:\\bill.csv', 'z')));
    expect(one.ok && one.value.entries.map((entry) => entry.name)).to.deep.equal(['../../etc/业务明细.csv', '/dev/null', 'C:\\bill.csv']);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('can be given up in the middle of an entry, packed or not', async () => {
    const noise = Buffer.from(Array.from({ length: 600_000 }, (_, index) => (index * index * 31) >> 3));
    for (const method of ['deflated', 'stored'] as const) {
      const one = await open(zip(part('a', noise, method)));
      const [entry] = one.ok ? one.value.entries : [];
      let pieces = 0;
      for await (const piece of entry?.read() ?? []) {
        pieces += 1;
        expect(piece.length).to.be.at.most(64 * 1024);
        break;
      }
      expect(pieces).to.equal(1);
      if (one.ok) await one.value.close();
      opened.length = 0;
      // A read that was still on its way would complain now.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it('keeps the bytes in a file without a name, whether it is open, closed, refused or cut off', async () => {
    expect((await open(good)).ok).to.equal(true);
    expect(readdirSync(folder)).to.deep.equal([]);
    await open(Buffer.from('PK\x03\x04 and nothing'));
    const cutOff = async function* (): AsyncGenerator<Uint8Array> { yield good.subarray(0, 100); throw new Error('the line broke'); };
    const fault = await openBillZip(cutOff(), limits).then(() => undefined, (one: unknown) => one);
    expect(String(fault)).to.equal('Error: the line broke');
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('refuses what is not a zip from its first bytes on, without taking in the rest', async () => {
    let taken = 0;
    const errorPage = async function* (): AsyncGenerator<Uint8Array> { for (; taken < 1_000; taken += 1) yield Buffer.from('<html>'); };
    const one = await openBillZip(errorPage(), limits);
    expect(one.ok ? 'opened' : one.refusal.why).to.equal('not-a-bill');
    expect(taken).to.equal(0);
    expect(await whyOf(Buffer.alloc(0))).to.equal('not-a-bill');
    expect(await whyOf(Buffer.from('P'))).to.equal('truncated');
  });

  it('says truncated wherever the file was cut', async () => {
    const answers = new Set<string>();
    for (let percent = 1; percent < 100; percent += 1) answers.add(await whyOf(good.subarray(0, Math.ceil((good.length * percent) / 100))));
    answers.add(await whyOf(good.subarray(0, -1)));
    expect([...answers]).to.deep.equal(['truncated']);
  });

  it('refuses anything that hangs on behind the end', async () => {
    expect(await whyOf(Buffer.concat([good, Buffer.from('and more')]))).to.equal('damaged');
  });

  it('stops taking in at the raw limit and unpacking at the unpacked limit, counting all entries together', async () => {
    expect(await whyOf(good, { rawBytes: good.length - 1 })).to.equal('too-big');
    expect(await whyOf(good, { rawBytes: good.length })).to.equal('good');
    const two = zip(part('a', Buffer.alloc(600, 'a')), part('b', Buffer.alloc(600, 'b')));
    expect(await whyOf(two, { unpackedBytes: 1_199 })).to.equal('while reading: zip-bomb');
    expect(await whyOf(two, { unpackedBytes: 1_200 })).to.equal('good');
  });

  it('refuses what packs better than any bill, and more entries than a bill has', async () => {
    expect(await whyOf(zip(part('a', Buffer.alloc(4_000_000))))).to.equal('while reading: zip-bomb');
    const many = (count: number): Buffer => zip(...Array.from({ length: count }, (_, index) => part(`${index}`, '')));
    expect(await whyOf(many(16))).to.equal('good');
    expect(await whyOf(many(17))).to.equal('zip-bomb');
    expect(await whyOf(many(10_000))).to.equal('zip-bomb');
  });

  it('believes no declared size: a bomb that calls itself small is stopped at its word', async () => {
    const bomb = zip(part('a', Buffer.alloc(4_000_000)));
    expect(await whyOf(patched(bomb, directorySignature, 24, u32(10)))).to.equal('while reading: damaged');
    expect(await whyOf(patched(zip(part('a', 'abc')), directorySignature, 24, u32(1_000)))).to.equal('while reading: damaged');
  });

  it('refuses a wrong check sum, encrypted entries, methods it does not know, and too long names', async () => {
    const one = zip(part('a', 'abc'));
    expect(await whyOf(patched(one, directorySignature, 16, u32(1)))).to.equal('while reading: damaged');
    expect(await whyOf(patched(one, directorySignature, 8, u16(1)))).to.equal('damaged');
    expect(await whyOf(patched(one, directorySignature, 10, u16(12)))).to.equal('damaged');
    expect(await whyOf(zip(part('a'.repeat(1_025), 'abc')))).to.equal('damaged');
  });

  it('refuses a directory that lies elsewhere, hides entries or points outside the file', async () => {
    expect(await whyOf(patched(good, endSignature, 16, u32(0xfffffff0)))).to.equal('damaged');
    expect(await whyOf(patched(good, endSignature, 8, Buffer.concat([u16(1), u16(1)])))).to.equal('damaged');
    expect(await whyOf(patched(good, directorySignature, 42, u32(0xfffffff0)))).to.equal('damaged');
    expect(await whyOf(patched(good, directorySignature, 20, u32(0xfffffff0)))).to.equal('damaged');
  });

  it('survives places beyond what a number can hold in the records of a 64-bit zip', async () => {
    const locator = Buffer.concat([Buffer.from('PK\x06\x07', 'latin1'), Buffer.alloc(4), Buffer.alloc(8, 0xff), u32(1)]);
    const end = good.length - 22;
    expect(await whyOf(Buffer.concat([good.subarray(0, end), locator, good.subarray(end)]))).to.equal('damaged');
  });

  it('answers every flipped byte with the content or with a refusal', async () => {
    const small = zip(part('业务明细.csv', 'abc,def\r\n'.repeat(20)), part('b', 'stored', 'stored'));
    const known = /^(good|(while reading: )?(not-a-bill|truncated|damaged|zip-bomb))$/;
    for (let at = 0; at < small.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const bytes = Buffer.from(small);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        expect(await whyOf(bytes), `byte ${at} mask ${mask}`).to.match(known);
      }
    }
  });
});
