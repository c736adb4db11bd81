import { deflateRawSync, deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { maxFileAnswerBytes, maxZipBytes } from '../../../adapters/outbound/channels/unionpay/bills/fetch-bill.js';
import { UnionPayBills } from '../../../adapters/outbound/channels/unionpay/bills/unionpay-bills.js';
import { unionPayAccount } from '../../../adapters/outbound/channels/unionpay/account.js';
import { checkAccount } from '../../../adapters/outbound/channels/unionpay/account-check.js';
import type { FetchedBill } from '../../../application/ports/channel-bills.js';
import { bill, day, readAll, zmLine } from './unionpay-bill-lines.js';
import { anAccount, anSm2Account, merId, Scene, withSm2Certificate, type Answer } from './unionpay-scene.js';
import { signedByGateway, type Message } from './unionpay-other-side.js';

const raw = bill(zmLine());
const content = (bytes: Uint8Array = raw): string => deflateSync(bytes).toString('base64');
/** What the file host repeats: the time of the call, and the day. */
const toFile = (respCode: string, change: Message = {}, signMethod: '01' | '21' = '01'): Message =>
  signedByGateway({ accessType: '0', bizType: '000000', merId, txnTime: '20260704101530', txnType: '76', txnSubType: '01', settleDate: '0704', fileType: '00', respCode, respMsg: '应答[0000000]', ...change }, signMethod);
const withFile = (change: Message = {}): Message => toFile('00', { fileName: `${merId}_${day}.zip`, fileContent: content(), ...change });

const fetchFrom = (scene: Scene, account = anAccount()): Promise<FetchedBill> => new UnionPayBills(scene.needs).fetch(account, day, 1000);
const fetched = (answer: Answer): Promise<FetchedBill> => fetchFrom(new Scene().answers(answer));

async function bytesOf(found: FetchedBill): Promise<Buffer> {
  if (found.kind !== 'file') throw new Error(`no file but ${JSON.stringify(found)}`);
  const parts: Uint8Array[] = [];
  for await (const part of found.bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe('UnionPay bills: fetching', () => {
  it('asks the file host for one day with a signed request', async () => {
    const scene = new Scene().answers(withFile());
    const found = await fetchFrom(scene);
    expect(scene.requests[0]).to.include({ url: 'https://filedownload.test.95516.com/', method: 'POST', timeoutMs: 1000, maxResponseBytes: maxFileAnswerBytes });
    expect(scene.sent()).to.include({ txnType: '76', txnSubType: '01', bizType: '000000', settleDate: '0704', fileType: '00', accessType: '0', merId, txnTime: '20260704101530' });
    expect(scene.sent()).to.not.have.any.keys('orderId', 'channelType', 'txnAmt');
    expect(found).to.include({ kind: 'file', fileName: `${merId}_${day}.zip` });
    expect(await bytesOf(found)).to.deep.equal(raw);
    expect((await readAll(await bytesOf(await fetched(withFile())))).totals).to.include({ lineCount: 1 });
  });
  it('works with SM2', async () => {
    await withSm2Certificate(async () => {
      const answer = toFile('00', { fileContent: content() }, '21');
      expect(await bytesOf(await fetchFrom(new Scene().answers(answer), anSm2Account()))).to.deep.equal(raw);
    });
  });
  it('gives a file without a decent name one of its own', async () => {
    for (const fileName of ['', '../../etc/passwd', 'a b.zip', '.zip']) expect(await fetched(withFile({ fileName }))).to.include({ kind: 'file', fileName: `${merId}_${day}.zip` });
  });
  it('takes 98 for not ready, and every other word for no answer', async () => {
    expect(await fetched(toFile('98'))).to.deep.equal({ kind: 'not-ready' });
    for (const [code, why] of [['06', 'busy'], ['37', 'busy'], ['10', 'call-refused'], ['31', 'call-refused'], ['34', 'unheard-word'], ['99', 'pending'], ['ZZ', 'unheard-word']] as const) {
      expect(await fetched(toFile(code))).to.deep.equal({ kind: 'unknown', why, code });
    }
  });
  it('believes no answer that UnionPay did not sign for this account, call and day', async () => {
    const spoiled = { ...withFile(), fileContent: content(bill()) };
    expect(await fetched(spoiled)).to.deep.equal({ kind: 'unknown', why: 'unsigned', code: '00' });
    expect(await fetched({ ...toFile('34'), respCode: '98' })).to.deep.equal({ kind: 'unknown', why: 'unsigned', code: '98' });
    expect(await fetched(withFile({ merId: '777290058110099' }))).to.include({ kind: 'unknown', why: 'unsigned' });
    expect(await fetched(withFile({ txnTime: '20260703101530' }))).to.include({ kind: 'unknown', why: 'unreadable' });
    expect(await fetched(withFile({ settleDate: '0703' }))).to.include({ kind: 'unknown', why: 'unreadable' });
  });
  it('refuses content that cannot be unpacked, is cut off or is a bomb', async () => {
    const cut = content().slice(0, -40);
    for (const fileContent of ['', '!', cut, raw.toString('base64'), deflateRawSync(raw).toString('base64')]) {
      expect(await fetched(withFile({ fileContent }))).to.deep.equal({ kind: 'unknown', why: 'unreadable', code: '00' });
    }
    expect(await fetched(withFile({ fileContent: content(Buffer.alloc(maxZipBytes + 1)) }))).to.deep.equal({ kind: 'unknown', why: 'too-big', code: '00' });
  });
  it('never throws for what the network does', async () => {
    for (const [failure, why] of [['timeout', 'timeout'], ['unreachable', 'unreachable'], ['too-large', 'unreadable'], ['cut-off', 'unreadable']] as const) {
      expect(await fetched({ kind: 'failure', why: failure })).to.deep.equal({ kind: 'unknown', why });
    }
    expect(await fetched('<html>503</html>')).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    expect(await fetched({ kind: 'answer', status: 503, contentType: '', body: Buffer.alloc(0) })).to.deep.equal({ kind: 'unknown', why: 'busy' });
  });
});

describe('UnionPay bills: the address of the file host', () => {
  const live = { frontUrl: 'https://gateway.95516.com/gateway/api/frontTransReq.do', backUrl: 'https://gateway.95516.com/gateway/api/backTransReq.do', queryUrl: 'https://gateway.95516.com/gateway/api/queryTrans.do' };
  it('is the vendor’s where the account names none', () => {
    expect(unionPayAccount(anAccount()).fileUrl).to.equal('https://filedownload.test.95516.com/');
    expect(unionPayAccount(anAccount(live, { environment: 'production' })).fileUrl).to.equal('https://filedownload.95516.com/');
    expect(unionPayAccount(anAccount({ fileUrl: 'http://127.0.0.1:8092/' })).fileUrl).to.equal('http://127.0.0.1:8092/');
  });
  it('is unknown for a simulator’s account that names none: nothing is asked', async () => {
    const scene = new Scene();
    expect(await fetchFrom(scene, anAccount({}, { environment: 'simulator' }))).to.deep.equal({ kind: 'unknown', why: 'no-file-address' });
    expect(scene.requests).to.have.length(0);
  });
  it('is checked like the others', () => {
    for (const fileUrl of ['', ' ', 'filedownload.95516.com', 'https://a@filedownload.95516.com/']) expect(checkAccount(anAccount({ fileUrl })).join()).to.include('fileUrl');
    expect(checkAccount(anAccount({ fileUrl: 'https://filedownload.95516.com/' })).join()).to.include('fileUrl');
    for (const fileUrl of ['https://filedownload.test.95516.com/', 'http://filedownload.95516.com/', 'https://127.0.0.1/']) {
      expect(checkAccount(anAccount({ ...live, fileUrl }, { environment: 'production' })).join()).to.include('fileUrl');
    }
    expect(checkAccount(anAccount({ ...live, fileUrl: 'https://filedownload.95516.com/' }, { environment: 'production' }))).to.deep.equal([]);
  });
});
