import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import type { BosssoftNeeds } from '../../../adapters/outbound/province/bosssoft/needs.js';
import { bosssoftSettings } from '../../../adapters/outbound/province/bosssoft/settings-check.js';
import { signatureHolds, signatureOf, textToSign } from '../../../adapters/outbound/province/bosssoft/signatures.js';
import { SpentHere } from '../../../adapters/outbound/province/bosssoft/spent-here.js';
import { readWireObject, wireText, yuanField } from '../../../adapters/outbound/province/bosssoft/wire-json.js';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { storedSettings } from './stored-settings.js';

/** Computed once from the published rule (e-bill sheet, section 2). */
const vector = {
  data: 'eyJidXNObyI6IlNNMjAyNjAxMDEwMDAxIiwicGF5ZXIiOiLmtYvor5XnvLTmrL7kuroiLCJ0b3RhbEFtdCI6ODAuMDB9', noise: '0123456789abcdef0123456789abcdef',
  short: '7B467ED695F71C6D6AA3CDA6F01798C8', standard: '108EE90C3BB9D6AB375E798969E6510A',
};
const needs = { digests: new NodeDigests(), secrets: { ours: async () => 'DEMOKEY-0001', province: async () => 'DEMOKEY-0002' } } as unknown as BosssoftNeeds;
const settingsWith = (changes: object) => bosssoftSettings(storedSettings(changes));

describe('envelope of the province', () => {
  it('carries the published content byte for byte', () => {
    const text = wireText({ busNo: 'SM202601010001', payer: '测试缴款人', totalAmt: fen(8000) });
    expect(Buffer.from(text, 'utf8').toString('base64')).to.equal(vector.data);
  });

  it('is signed as published, with and without region and department', async () => {
    for (const envelope of ['short', 'standard'] as const) {
      const settings = settingsWith({ envelope });
      expect(await signatureOf(needs, settings, vector, 'ours')).to.equal(vector[envelope]);
      expect(await signatureHolds(needs, settings, vector, vector[envelope], 'ours')).to.equal(true);
    }
  });

  it('is signed over SM3 by the same text, in upper case', async () => {
    const settings = settingsWith({ signing: { form: 'sm3-upper' } });
    const text = `region=350400&deptcode=350400001&appid=SMFSTEST01&data=${vector.data}&noise=${vector.noise}&key=DEMOKEY-0001&version=1.0`;
    expect(textToSign(settings, vector, 'DEMOKEY-0001')).to.equal(text);
    expect(await signatureOf(needs, settings, vector, 'ours')).to.equal(new NodeDigests().sm3Hex(text).toUpperCase());
  });

  it('is not believed under another key, in lower case, shortened, or signed by no text', async () => {
    const settings = settingsWith({});
    const holds = (sign: unknown, whose: 'ours' | 'province' = 'ours') => signatureHolds(needs, settings, vector, sign, whose);
    expect(await holds(vector.standard, 'province')).to.equal(false);
    for (const sign of [vector.standard.toLowerCase(), vector.standard.slice(1), `${vector.standard} `, vector.short, '', undefined, null, 7, [vector.standard]]) expect(await holds(sign), String(sign)).to.equal(false);
    for (const changed of [{ ...vector, noise: `${vector.noise.slice(1)}0` }, { ...vector, data: vector.data.replace('e', 'f') }]) {
      expect(await signatureHolds(needs, settings, changed, vector.standard, 'ours')).to.equal(false);
    }
  });
});

describe('amounts of the province', () => {
  const read = (text: string) => yuanField(readWireObject(`{"note":"1.5 \\" 2.75 \\\\","amount":${text}}`) ?? {}, 'amount');

  it('are read to the fen whether they come as numbers or as text', () => {
    for (const [text, amount] of [['80', 8000n], ['80.0', 8000n], ['80.00', 8000n], ['0.01', 1n], ['"0.1"', 10n], ['0.29', 29n], ['999999999.99', 99_999_999_999n]] as const) expect(read(text), text).to.equal(amount);
  });

  it('are not guessed: what is not exactly fen is no amount', () => {
    for (const text of ['80.000000000000001', '0.295', '1e2', '-1', '1000000000', 'null', 'true', '[80]', '{}', '""', '" 80"', '"八十"']) expect(read(text), text).to.equal(undefined);
  });

  it('leave numbers inside of texts alone', () => {
    expect(readWireObject('{"a":"x 1.50 \\\\","b":[1.50,{"c":-2}],"d":true}')).to.deep.equal({ a: 'x 1.50 \\', b: ['1.50', { c: '-2' }], d: true });
  });

  it('go out with two decimals', () => {
    for (const amount of [1n, 10n, 8000n, 99_999_999_999n]) {
      const text = wireText({ amount: fen(amount) });
      expect(text).to.match(/^\{"amount":[0-9]+\.[0-9]{2}\}$/);
      expect(yuanField(readWireObject(text) ?? {}, 'amount')).to.equal(amount);
    }
  });

  it('are not looked for in what is no JSON object', () => {
    for (const text of ['', '[]', '"x"', 'null', '{"a":01}', '{"a":1.}', '{"a":.5}', '{"a":+1}', '{"a":-}', '{"a":1e}', '{"a":1 2}', '{"a":"b"1}', '{1:2}', '{12 :2}', '{"a":1', '{a:1}', undefined]) expect(readWireObject(text), String(text)).to.equal(undefined);
  });
});

describe('numbers of messages', () => {
  it('are taken once within ten minutes and again afterwards', async () => {
    const spent = new SpentHere();
    expect(await spent.spend('a', noon, 600_000)).to.equal(true);
    expect(await spent.spend('a', noon + 599_999, 600_000)).to.equal(false);
    expect(await spent.spend('a', noon + 600_000, 600_000)).to.equal(true);
  });

  it('are refused rather than forgotten when there are too many', async () => {
    const spent = new SpentHere(2);
    expect([await spent.spend('a', noon, 10), await spent.spend('b', noon, 10), await spent.spend('c', noon, 10), await spent.spend('c', noon + 10, 10)]).to.deep.equal([true, true, false, true]);
  });
});
