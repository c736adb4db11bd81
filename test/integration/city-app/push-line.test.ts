import { generateKeyPairSync, verify as verifyBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HttpPersonalBills, judgePushAnswer } from '../../../adapters/outbound/city-app/http-personal-bills.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { createSm2Engine } from '../../../adapters/outbound/crypto/self-test.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import type { PushAnswer } from '../../../application/ports/city-app-bills.js';
import { personalBillOf, type PersonalBill } from '../../../domain/personal-bills/personal-bill.js';
import { aDeveloper } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { anOrder } from '../../builders/payments.js';
import { HandClock } from '../../contract/persistence/fakes.js';
import { textToSign } from '../gateway/outsider.js';
import { Ear, type EarAnswer } from '../payments/ear.js';

const agencyName = '三明市不动产登记中心';
const numbers = { billCode: '35040126', billNo: '0000000001' };
const bill = personalBillOf(anOrder({ state: 'paid', userId: 'U&=1', personBillDetailUrl: 'https://biz.example/bills/1' }), { refunds: [], agencyName, numbers }) as PersonalBill;

describe('the line on which personal bills are pushed', function () {
  this.timeout(30_000);
  const ear = new Ear(() => noon);
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed: string[] = [];
  const signer = new NodeSigner({ signingKey: (name) => { signed.push(name); return { algorithm: 'RSA2', key: keys.privateKey, publicKeyPem: '' }; } }, createSm2Engine());
  const lines: WireClient[] = [];
  const line = (allowedNetworks: readonly string[] = ['127.0.0.1/32'], httpsOnly = false): HttpPersonalBills => {
    const http = new WireClient({ maxConnections: 2, keepAliveMs: 1_000, connectTimeoutMs: 1_000, allowedNetworks });
    lines.push(http);
    return new HttpPersonalBills(http, signer, new HandClock(noon), httpsOnly);
  };
  before(() => ear.listen());
  after(async () => { await Promise.all(lines.map((one) => one.close())); await ear.close(); });
  const push = (path: string, answer: EarAnswer, bills = line()): Promise<PushAnswer> => {
    ear.answer(path, () => answer);
    return bills.push(bill, aDeveloper({ personalBillUrl: `${ear.origin}${path}` }));
  };

  it('carries one signed envelope with the record and nothing else', async () => {
    expect(await push('/ok', { body: '{"code":"0000","msg":"success"}' })).to.deep.equal({ accepted: true, answer: '0000' });
    const [heard] = ear.at('/ok');
    const { data = '', sign = '', ...envelope } = JSON.parse(heard?.body ?? '{}') as Record<string, string>;
    expect(envelope).to.deep.equal({ version: '1.0.0', method: 'epay-user.bill.push', timestamp: '20260508120000', devId: 'D1' });
    expect(JSON.parse(Buffer.from(data, 'base64').toString('utf8'))).to.deep.equal({
      platformOrderNo: bill.platformOrderNo, bizOrderNo: 'B1', userId: 'U&=1', title: '不动产登记费', itemName: '不动产登记费', agencyName, amount: '12000', refundedAmount: '0',
      payTime: '20260508120100', channel: 'ALIPAY', state: 'PAID', ...numbers, detailUrl: 'https://biz.example/bills/1',
    });
    expect(verifyBytes('sha256', Buffer.from(textToSign({ ...envelope, data })), keys.publicKey, Buffer.from(sign, 'base64'))).to.equal(true);
    expect(signed.at(-1)).to.equal('platform.RSA2');
  });

  const refused: readonly (readonly [string, EarAnswer, string])[] = [
    ['/500', { status: 500, body: '{"code":"0000"}' }, 'http 500'], ['/201', { status: 201, body: '{"code":"0000"}' }, 'http 201'], ['/302', { status: 302, headers: { location: '/trap' }, body: 'success' }, 'http 302'],
    ['/other', { body: '{"code":"9999"}' }, 'code 9999'], ['/number', { body: '{"code":0}' }, 'not accepted'], ['/html', { body: '<html>ok</html>' }, 'not accepted'], ['/empty', { body: '' }, 'not accepted'],
    ['/long', { body: '{"code":"13800138000-张三"}' }, 'not accepted'], ['/large', { body: ' '.repeat(5_000) }, 'too-large'], ['/drop', 'drop', 'cut-off'],
  ];
  for (const [path, answer, word] of refused) {
    it(`takes ${path} for no acceptance and keeps the word "${word}"`, async () => {
      expect(await push(path, answer)).to.deep.equal({ accepted: false, answer: word });
      expect(ear.at('/trap')).to.deep.equal([]);
    });
  }

  it('takes the plain word too, and no other spelling of a yes', () => {
    for (const yes of ['success', ' success\n', '{"code":"0000"}']) expect(judgePushAnswer(yes).accepted, yes).to.equal(true);
    for (const no of ['SUCCESS', '"success"', '{"code":"success"}', '{"code":"00000"}', '{"code":["0000"]}', '[]', 'null', '{"Code":"0000"}']) expect(judgePushAnswer(no).accepted, no).to.equal(false);
  });

  it('connects to no address outside the networks of callbacks', async () => {
    expect(await push('/inner', { body: 'success' }, line(['192.0.2.0/24']))).to.deep.equal({ accepted: false, answer: 'address-refused' });
    expect(ear.at('/inner')).to.deep.equal([]);
  });

  it('reads no bomb to its end', async () => {
    const server = createServer((_request, response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as { port: number };
    expect(await line().push(bill, aDeveloper({ personalBillUrl: `http://127.0.0.1:${port}/` }))).to.deep.equal({ accepted: false, answer: 'too-large' });
    server.closeAllConnections();
    server.close();
  });

  it('sends no user id in clear where https is demanded, and to nothing that is no address', async () => {
    expect(await push('/clear', { body: 'success' }, line(['127.0.0.1/32'], true))).to.deep.equal({ accepted: false, answer: 'address not https' });
    expect(ear.at('/clear')).to.deep.equal([]);
    for (const personalBillUrl of ['not an address', 'ftp://127.0.0.1/', `${ear.origin.replace('//', '//user:word@')}/x`]) {
      expect(await line().push(bill, aDeveloper({ personalBillUrl })), personalBillUrl).to.deep.equal({ accepted: false, answer: 'address-refused' });
    }
  });

  it('pushes nothing for a developer without an address', async () => {
    expect(await line().push(bill, aDeveloper())).to.deep.equal({ accepted: false, answer: 'no address' });
  });
});
