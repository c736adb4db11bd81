import { expect } from 'chai';
import { base64Of } from '../../../adapters/outbound/e-bills/bosssoft/base64-text.js';
import { envelopeSign, openReply, sealRequest, type EnvelopeFace } from '../../../adapters/outbound/e-bills/bosssoft/envelope.js';

/** Vectors of the fact sheet, section 2. */
const content = '{"busNo":"SM20260101000001","payer":"测试缴款人","totalAmt":80.00}';
const data = 'eyJidXNObyI6IlNNMjAyNjAxMDEwMDAxIiwicGF5ZXIiOiLmtYvor5XnvLTmrL7kuroiLCJ0b3RhbEFtdCI6ODAuMDB9';
const noise = '0123456789abcdef0123456789abcdef';
const key = 'DEMOKEY-0001';
const short: EnvelopeFace = { appid: 'SMFSTEST01', version: '1.0', place: undefined, digest: 'md5-upper' };
const standard: EnvelopeFace = { ...short, place: { region: '350400', deptcode: '350400001' } };

describe('envelope of the bill system', () => {
  it('is signed like the vectors, byte for byte', () => {
    expect(envelopeSign(short, key, data, noise)).to.equal('7B467ED695F71C6D6AA3CDA6F01798C8');
    expect(envelopeSign(standard, key, data, noise)).to.equal('108EE90C3BB9D6AB375E798969E6510A');
  });
  it('carries the content as Base64 of its UTF-8', () => {
    const written = Buffer.from(data, 'base64').toString('utf8');
    expect(JSON.parse(sealRequest(standard, key, written, noise))).to.deep.equal({
      region: '350400', deptcode: '350400001', appid: 'SMFSTEST01', data, noise, version: '1.0', sign: '108EE90C3BB9D6AB375E798969E6510A',
    });
    expect(JSON.parse(sealRequest(short, key, written, noise))).to.deep.equal({ appid: 'SMFSTEST01', data, noise, version: '1.0', sign: '7B467ED695F71C6D6AA3CDA6F01798C8' });
  });
  it('takes SM3 over the same text where that is agreed', () => {
    expect(envelopeSign({ ...short, digest: 'sm3-upper' }, key, data, noise)).to.match(/^[0-9A-F]{64}$/);
  });

  const reply = (inner: string, changes: object = {}): Buffer => {
    const coded = base64Of(inner);
    return Buffer.from(JSON.stringify({ data: coded, noise, sign: envelopeSign(standard, key, coded, noise), ...changes }));
  };
  const said = (result: string, message: string): string => JSON.stringify({ result, message: base64Of(message) });
  it('gives what was said, as JSON text or as text for a person', () => {
    expect(openReply(standard, key, reply(said('S0000', content)))).to.deep.equal({ kind: 'said', result: 'S0000', message: content });
    expect(openReply(standard, key, reply(said('S0000', '成功')))).to.deep.equal({ kind: 'said', result: 'S0000', message: '成功' });
    expect(openReply(standard, key, reply(said('E2001', '票号不足')))).to.deep.equal({ kind: 'said', result: 'E2001', message: '票号不足' });
  });
  const good = said('S0000', '{}');
  const goodSign = (JSON.parse(reply(good).toString()) as { sign: string }).sign;
  for (const [title, changes] of [
    ['no sign', { sign: undefined }], ['an empty sign', { sign: '' }], ['a lower-case sign', { sign: goodSign.toLowerCase() }], ['a longer sign', { sign: `${goodSign}0` }],
    ['other data', { data: base64Of(said('S0000', '[]')) }], ['another noise', { noise: `${noise.slice(1)}0` }], ['a sign that is a number', { sign: 1 }],
  ] as const) {
    it(`is not believed with ${title}`, () => { expect(openReply(standard, key, reply(good, changes))).to.deep.equal({ kind: 'unsigned' }); });
  }
  it('is not believed under the form, key, appid or digest of another', () => {
    for (const face of [short, { ...standard, appid: 'OTHER' }, { ...standard, digest: 'sm3-upper' }] as const) expect(openReply(face, key, reply(good))).to.deep.equal({ kind: 'unsigned' });
    expect(openReply(standard, 'OTHERKEY', reply(good))).to.deep.equal({ kind: 'unsigned' });
  });
  for (const [title, body] of [
    ['an empty body', Buffer.alloc(0)], ['a page', Buffer.from('<html>')], ['a list', Buffer.from('[]')], ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['no data', reply(good, { data: undefined })], ['data twice', Buffer.from(reply(good).toString().replace('{', '{"data":"",'))],
    ['content that is no JSON', reply('x')], ['no result', reply('{"message":""}')], ['a message that is no text', reply('{"result":"S0000","message":1}')],
    ['a message that is no Base64', reply('{"result":"S0000","message":"%%%%"}')], ['a message that is no UTF-8', reply('{"result":"S0000","message":"/w=="}')],
  ] as const) {
    it(`with ${title} is unreadable`, () => { expect(openReply(standard, key, body)).to.deep.equal({ kind: 'unreadable' }); });
  }
});
