import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { createBosssoftProvince } from '../../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import type { BosssoftNeeds } from '../../../adapters/outbound/province/bosssoft/needs.js';
import { bosssoftSettings } from '../../../adapters/outbound/province/bosssoft/settings-check.js';
import { signatureOf } from '../../../adapters/outbound/province/bosssoft/signatures.js';
import { SpentHere } from '../../../adapters/outbound/province/bosssoft/spent-here.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import type { PaymentToConfirm, Province } from '../../../application/ports/province.js';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { storedSettings } from './stored-settings.js';

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const payment: PaymentToConfirm = { payCode: '35040026300000000001', serialNo: 'P1', channelSerialNo: 'C1', amount: fen(8000), paymentChannel: 'UNIONPAY', paidAt: noon, payerName: '张三' };
const confirmed = { payCode: payment.payCode, confirmCode: 'QR1', state: '1' };
const slip = {
  payCode: payment.payCode, busNo: 'B1', fillDate: '20260508', effectiveDate: '20260607', exeRegionCode: '350400', exeAgencyCode: '350400001', exeAgencyName: '单位', payerName: '张三', payerType: '1',
  totalAmount: 80, delayAmount: 0, state: '0', items: [{ itemCode: 'D1', itemName: '费', number: 1, std: 80, amt: 80 }],
};

describe('answers of a province that lies or breaks', function () {
  const http = new WireClient({ maxConnections: 2, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
  let answer: (response: ServerResponse) => void = () => undefined;
  let asked = 0;
  const server = createServer((request, response) => { asked += 1; request.resume().on('end', () => { answer(response); }); });
  const needs = {
    http, digests: new NodeDigests(), clock: { now: () => noon }, spent: { answers: new SpentHere(), messages: new SpentHere() }, secrets: { ours: async () => 'K1', province: async () => 'K2' },
  } as unknown as BosssoftNeeds;
  let province: Province;
  let noises = 0;

  before(async () => {
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    province = createBosssoftProvince(needs, storedSettings({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` }));
  });
  after(async () => { await http.close(); server.close(); server.closeAllConnections(); });

  const settings = bosssoftSettings(storedSettings());
  const signed = async (data: string, changes: object = {}): Promise<string> => {
    const noise = `noise-${String(noises++).padStart(8, '0')}`;
    return JSON.stringify({ data, noise, sign: await signatureOf(needs, settings, { data, noise }, 'ours'), ...changes });
  };
  const message = (content: object | string, result: unknown = 'S0000'): string =>
    base64(JSON.stringify({ result, message: base64(typeof content === 'string' ? content : JSON.stringify(content)) }));
  const saying = (body: string | Uint8Array, status = 200): void => { answer = (response) => { response.writeHead(status).end(body); }; };
  const confirm = () => province.confirming?.confirm(payment, 4_000);

  it('are believed when nothing is wrong with them', async () => {
    saying(await signed(message(confirmed)));
    expect(await confirm()).to.deep.equal({ kind: 'confirmed', confirmCode: 'QR1' });
  });

  it('are not believed a second time', async () => {
    saying(await signed(message(confirmed)));
    expect((await confirm())?.kind).to.equal('confirmed');
    expect(await confirm()).to.deep.equal({ kind: 'unknown', why: 'unsigned' });
  });

  const bodies: readonly (readonly [what: string, why: string, body: () => Promise<string | Uint8Array>])[] = [
    ['nothing', 'unreadable', async () => ''],
    ['bytes that are no text', 'unreadable', async () => Uint8Array.of(0x7b, 0xff, 0xfe)],
    ['a deep nest', 'unreadable', async () => '['.repeat(100_000)],
    ['more than is read', 'unreadable', async () => 'x'.repeat(300 * 1024)],
    ['no signature', 'unsigned', () => signed(message(confirmed), { sign: undefined })],
    ['a signature that is a list', 'unsigned', () => signed(message(confirmed), { sign: ['x'] })],
    ['data that is no text', 'unreadable', () => signed(message(confirmed), { data: { a: 1 } })],
    ['a random number that is too short', 'unreadable', () => signed(message(confirmed), { noise: '1' })],
    ['another region', 'unsigned', () => signed(message(confirmed), { region: '350500' })],
    ['another application', 'unsigned', () => signed(message(confirmed), { appid: 'OTHER' })],
    ['content that is no Base64', 'unreadable', () => signed('{"result":"S0000"}')],
    ['Base64 in a second spelling', 'unreadable', () => signed(`${message(confirmed)} `)],
    ['a result that is no code', 'unreadable', () => signed(message(confirmed, { a: 1 }))],
    ['a result named like an inner word', 'unheard-word', () => signed(message(confirmed, 'constructor'))],
    ['an inner list', 'unreadable', () => signed(message('[1]'))],
    ['success in words only', 'unreadable', () => signed(message('成功'))],
    ['success without a confirm code', 'unreadable', () => signed(message({ ...confirmed, confirmCode: '' }))],
    ['success with a state nobody knows', 'unheard-word', () => signed(message({ ...confirmed, state: '9' }))],
    ['success with a state that is unpaid', 'unheard-word', () => signed(message({ ...confirmed, state: '0' }))],
    ['another slip', 'unreadable', () => signed(message({ ...confirmed, payCode: '35040026300000000002' }))],
    ['another payment', 'unreadable', () => signed(message({ ...confirmed, serialNo: 'P2' }))],
  ];
  for (const [what, why, body] of bodies) {
    it(`are unknown when they hold ${what}`, async () => {
      saying(await body());
      expect(await confirm()).to.deep.include({ kind: 'unknown', why });
    });
  }

  for (const [status, why] of [[302, 'unreadable'], [400, 'call-refused'], [404, 'call-refused'], [429, 'busy'], [500, 'unreadable'], [503, 'busy']] as const) {
    it(`are unknown under status ${status}, whatever they say`, async () => {
      saying(await signed(message(confirmed)), status);
      expect(await confirm()).to.deep.equal({ kind: 'unknown', why });
    });
  }

  it('are unknown when the line breaks or nobody is there, and nothing is sent twice', async () => {
    answer = (response) => { response.writeHead(200, { 'content-length': '1000' }).write('{'); setTimeout(() => response.destroy(), 20); };
    const before = asked;
    expect(await confirm()).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    answer = () => undefined;
    expect(await province.confirming?.confirm(payment, 400)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    expect(asked).to.equal(before + 2);
    const nobody = createBosssoftProvince(needs, storedSettings({ baseUrl: 'http://127.0.0.1:1/api' }));
    expect(await nobody.confirming?.confirm(payment, 4_000)).to.deep.equal({ kind: 'unknown', why: 'unreachable' });
  });

  it('show a slip only when every field of it can be read', async () => {
    const query = () => province.queries.query({ payCode: payment.payCode }, 4_000);
    saying(await signed(message(slip)));
    expect((await query()).kind).to.equal('found');
    const [item] = slip.items;
    const changes = [
      { payCode: '1' }, { payCode: Number(payment.payCode) }, { state: '9' }, { state: '__proto__' }, { totalAmount: 80.001 }, { totalAmount: '-80' }, { delayAmount: 'x' }, { effectiveDate: '20260231' }, { payerType: '3' }, { payerType: 'constructor' },
      { payerName: '' }, { exeAgencyName: 'x'.repeat(101) }, { items: undefined }, { items: [{ ...item, number: 0.5 }] }, { items: [item, 7] }, { items: Array.from({ length: 101 }, () => item) }, { confirmCode: 'C1' }, { serialNo: 'P1', confirmCode: 'C1', confirmDate: '20260508' },
    ];
    for (const change of changes) {
      saying(await signed(message({ ...slip, ...change })));
      expect(await query(), JSON.stringify(change).slice(0, 80)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    }
  });

  it('give no pay code that has not the form of one', async () => {
    const issue = () => province.issuing?.issue(aNoticeContent(), 4_000);
    saying(await signed(message({ payCode: payment.payCode, state: '0' })));
    expect((await issue())?.kind).to.equal('issued');
    for (const change of [{ payCode: '<script>' }, { payCode: undefined }, { busNo: 'OTHER' }, { effectiveDate: 'soon' }]) {
      saying(await signed(message({ payCode: payment.payCode, state: '0', ...change })));
      expect(await issue(), JSON.stringify(change)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    }
  });

  it('show no number of a person that the province says again', async () => {
    saying(await signed(message('缴款人身份证 35040219900101123X、手机13800138000、凭证 123456，错误码 18012', 'E0002')));
    expect(await confirm()).to.deep.equal({ kind: 'refused', code: 'E0002', reason: '缴款人身份证 ***、手机***、凭证 ***，错误码 18012' });
  });

  it('put no control characters and no endless text before people, and no script where a payer is sent', async () => {
    saying(await signed(message(`不行\r\n\u202e${'x'.repeat(500)}`, 'E0002')));
    const report = await confirm();
    expect(report?.kind === 'refused' && [report.code, report.reason.length, /[\r\n\u202e]/.test(report.reason)]).to.deep.equal(['E0002', 200, false]);
    saying(await signed(message({ payCode: payment.payCode, state: '0', qrUrl: 'javascript:alert(1)' })));
    expect(await province.issuing?.issue(aNoticeContent(), 4_000)).to.deep.include({ kind: 'issued', payUrl: undefined });
    saying(await signed(message({ payCode: payment.payCode, state: '0', qrUrl: 'https://pay.example/q?c=1' })));
    expect(await province.issuing?.issue(aNoticeContent(), 4_000)).to.deep.include({ kind: 'issued', payUrl: 'https://pay.example/q?c=1' });
    saying(await signed(message({ payUrl: 'javascript:alert(1)' })));
    const notice = { ...aNoticeContent(), payCode: payment.payCode, checkCode: undefined, state: 'unpaid', confirmation: undefined } as const;
    expect(await province.pushing?.push(notice, 'TONGJIAO', 'http://127.0.0.1/x', 4_000)).to.deep.equal({ kind: 'accepted', payUrl: undefined });
  });

  it('give no file whose digest, name or content is not right', async () => {
    const content = Buffer.from('#20260508|0|0\n');
    const file = { fileName: 'a.txt', sha256: new NodeDigests().sha256Hex(content), content: base64(content) };
    const fetch = async (change: object) => { saying(await signed(message({ ...file, ...change }))); return province.statements?.fetch('20260508', 4_000); };
    expect((await fetch({}))?.kind).to.equal('file');
    for (const change of [{ sha256: undefined }, { sha256: '0'.repeat(64) }, { fileName: '../a.txt' }, { fileName: '' }, { content: undefined }, { content: `${base64(content)}=` }]) {
      expect(await fetch(change), JSON.stringify(change)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    }
  });
});
