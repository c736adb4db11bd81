import { createHash, createHmac } from 'node:crypto';
import { expect } from 'chai';
import { frameLength, frameOf, headBytes, maxFrameBytes, unframed } from '../../../adapters/outbound/province/cnnontax/frame.js';
import { gbkBytes, gbkText } from '../../../adapters/outbound/province/cnnontax/gbk.js';
import { macHolds, macOf, type MacRule } from '../../../adapters/outbound/province/cnnontax/mac.js';
import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';

const rule: MacRule = { rule: 'sm3-token-prefix', token: 'TOKEN' };
const hex = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

describe('frame of the national norm', () => {
  // Two captured frames were 609 and 581 bytes long, as their LEN said; 23 bytes stand before the XML and 64 behind it.
  for (const [length, xmlBytes] of [[609, 522], [581, 494]] as const) {
    it(`of ${length} bytes says so in its first eight, itself included`, () => {
      const xml = `<CFX>${'x'.repeat(xmlBytes - 11)}</CFX>`;
      const frame = frameOf('2601', xml, rule);
      expect([frame.length, headBytes, frameLength(frame)]).to.deep.equal([length, 23, length]);
      expect(frame.toString('latin1')).to.equal(`${length}     CNNONTAX1.02601${xml}${hex('sm3', `TOKEN${xml}`)}`);
      expect(unframed(frame, rule)).to.deep.equal({ kind: 'frame', msgNo: '2601', xml });
    });
  }

  it('carries the code that is set: token and XML under SHA-256 or SM3, HMAC, or 64 digits', () => {
    const xml = Buffer.from('<CFX></CFX>');
    expect(macOf({ rule: 'sha256-token-prefix', token: 'T' }, xml)).to.equal(hex('sha256', 'T<CFX></CFX>'));
    expect(macOf({ rule: 'sm3-token-prefix', token: 'T' }, xml)).to.equal(hex('sm3', 'T<CFX></CFX>'));
    expect(macOf({ rule: 'hmac-sm3', token: 'T' }, xml)).to.equal(createHmac('sm3', 'T').update('<CFX></CFX>').digest('hex'));
    expect(macOf({ rule: 'none' }, xml)).to.equal('0'.repeat(64));
  });

  it('is believed in upper case too, and not after any change', () => {
    const xml = Buffer.from('<CFX></CFX>');
    for (const one of ['sha256-token-prefix', 'sm3-token-prefix', 'hmac-sm3'] as const) {
      const set: MacRule = { rule: one, token: 'T' };
      expect(macHolds(set, xml, macOf(set, xml).toUpperCase()), one).to.equal(true);
      expect(macHolds({ ...set, token: 'U' }, xml, macOf(set, xml)), one).to.equal(false);
      expect(macHolds(set, Buffer.from('<CFX> </CFX>'), macOf(set, xml)), one).to.equal(false);
      expect(macHolds(set, xml, '0'.repeat(64)), one).to.equal(false);
    }
    const frame = frameOf('5996', '<CFX></CFX>', rule);
    frame[headBytes + 1] = 0x44;
    expect(unframed(frame, rule).kind).to.equal('unsigned');
  });

  it('is unreadable when it is cut, longer than it says, or of another kind', () => {
    const frame = frameOf('5996', '<CFX></CFX>', rule);
    const text = frame.toString('latin1');
    const others = [text.slice(0, -1), `${text} `, text.replace('CNNONTAX', 'CNNONTAY'), text.replace('1.0', '2.0'), text.replace('5996', '59X6'), '', text.slice(0, 8), `${text.slice(0, -1)}g`];
    for (const other of others) expect(unframed(Buffer.from(other, 'latin1'), rule).kind, other.slice(0, 24)).to.equal('unreadable');
  });

  it('says how much is still to come, and does not wait for what can be no frame', () => {
    expect(frameLength(Buffer.from('609    '))).to.equal('more');
    for (const start of ['00000609', '     609', '86      ', '99999999', `${maxFrameBytes + 1}`.padEnd(8), '-1      ', '6 09    ', 'GET / HT']) expect(frameLength(Buffer.from(start)), start).to.equal('bad');
  });

  it('holds ASCII only and is never written too long', () => {
    expect(() => frameOf('2601', '<CFX>缴</CFX>', rule)).to.throw(RangeError);
    expect(() => frameOf('26', '<CFX></CFX>', rule)).to.throw(RangeError);
    expect(() => frameOf('2601', 'x'.repeat(maxFrameBytes), rule)).to.throw(RangeError);
  });
});

describe('GBK', () => {
  it('keeps rare characters and refuses those it does not have', () => {
    for (const text of ['张三 A1', '镕鑫窗口', '喆堃玥']) {
      expect(gbkText(gbkBytes(text) ?? Buffer.alloc(0)), text).to.equal(text);
      expect(gbkBytes(text), text).to.deep.equal(gbkOf(text));
    }
    expect(gbkBytes('缴')?.toString('hex')).to.equal('bdc9');
    for (const text of ['𠮷', '한']) expect(gbkBytes(text), text).to.equal(undefined);
    expect(gbkText(Uint8Array.of(0xbd))).to.equal(undefined);
  });
});
