import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createBosssoftIssuer } from '../../../adapters/outbound/e-bills/bosssoft/bosssoft-issuer.js';
import type { BillIssuer } from '../../../application/ports/bill-issuer.js';
import { aWireClient, HeardJournal, key, noise, place, someSettings, toIssue } from './e-bill-scene.js';

const base64 = (content: string | Buffer): string => Buffer.from(content).toString('base64');

/** Signed as section 2 of the protocol says, whatever stands in it. */
function signed(data: string): string {
  const sign = createHash('md5').update(`region=${place.region}&deptcode=${place.deptcode}&appid=SMFSTEST01&data=${data}&noise=n&key=${key}&version=1.0`).digest('hex').toUpperCase();
  return JSON.stringify({ data, noise: 'n', sign });
}
const said = (message: string, result = 'S0000'): string => signed(base64(JSON.stringify({ result, message: base64(message) })));

describe('e-bills: hostile and odd answers', () => {
  let answer: (response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => { request.resume().on('end', () => { answer(response); }); });
  const http = aWireClient();
  let issuer: BillIssuer;
  const journal = new HeardJournal();
  before(async () => {
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    issuer = createBosssoftIssuer({ settings: someSettings({ apiUrl, pageOrigins: ['https://pages.example'], timeoutMs: 1_000 }), key, http, noise, journal });
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await http.close();
  });

  const wish = toIssue();
  const fields = { busNo: wish.busNo, billBatchCode: '35010126', billNo: '0000000001', random: 'a1B2c3', createTime: '20260508120000123' };
  const issueWith = (message: string) => { answer = (response) => { response.end(said(message)); }; return issuer.issuing.issue(wish); };
  const issueTold = (changes: object) => issueWith(JSON.stringify({ ...fields, ...changes }));
  const findWith = (bills: string) => { answer = (response) => { response.end(said(`{"billList":${bills}}`)); }; return issuer.finding.findByOrder(wish.busNo); };
  const found = { ...fields, state: '1', isScarlet: '0' };
  const foundText = (totalAmt: string, changes: object = {}): string => JSON.stringify({ ...found, ...changes, totalAmt: '#' }).replace('"#"', totalAmt);

  it('a plain answer is believed, of either family of names', async () => {
    const bill = { eBillCode: '35010126', eBillNo: '0000000001', checkCode: 'a1B2c3', issuedAt: Date.UTC(2026, 4, 8, 4, 0, 0, 123), links: { pageUrl: undefined, internetPageUrl: undefined, qrImage: undefined } };
    expect(await issueTold({})).to.deep.equal({ kind: 'issued', busNo: wish.busNo, bill, amount: undefined });
    const college = JSON.stringify({ busNo: wish.busNo, eBillCode: '35010126', eBillNo: '0000000001', checkCode: 'a1B2c3', createTime: '20260508120000' });
    expect(await issueWith(college)).to.have.nested.property('bill.checkCode', 'a1B2c3');
  });
  for (const [title, changes] of [
    ['another busNo', { busNo: `${wish.busNo}-2` }], ['no busNo', { busNo: undefined }], ['a code with markup', { billBatchCode: '<script>' }], ['a number with a line break', { billNo: '00000000\n1' }],
    ['no check code', { random: undefined }], ['a check code of a thousand signs', { random: 'a'.repeat(1_000) }], ['a day that does not exist', { createTime: '20260230120000000' }], ['no time', { createTime: '' }],
    ['an amount that is none', { totalAmt: -80 }],
  ] as const) {
    it(`a success with ${title} is unreadable`, async () => { expect(await issueTold(changes)).to.deep.equal({ kind: 'unknown', why: 'unreadable' }); });
  }
  for (const message of ['成功', '', '[]', '{"busNo"', '['.repeat(10_000), JSON.stringify([fields])]) {
    it(`a success that says ${JSON.stringify(message.slice(0, 12))} is unreadable`, async () => { expect(await issueWith(message)).to.deep.equal({ kind: 'unknown', why: 'unreadable' }); });
  }
  for (const [title, give, why] of [
    ['a redirect', (response: ServerResponse) => { response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(); }, 'unreadable'],
    ['503', (response: ServerResponse) => { response.writeHead(503).end(); }, 'busy'],
    ['404', (response: ServerResponse) => { response.writeHead(404).end(said('{}')); }, 'call-refused'],
    ['a megabyte', (response: ServerResponse) => { response.end(said('x'.repeat(1_000_000))); }, 'unreadable'],
    ['no end of bytes', (response: ServerResponse) => { response.write('{'); }, 'timeout'],
    ['a compressed body', (response: ServerResponse) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(said('{}')); }, 'unreadable'],
    ['an unsigned success', (response: ServerResponse) => { response.end(JSON.stringify({ data: base64('{"result":"S0000","message":""}'), noise: 'n' })); }, 'unsigned'],
    ['a result that is no code', (response: ServerResponse) => { response.end(said('x', '<b>E1</b>')); }, 'unheard-word'],
    ['no content', (response: ServerResponse) => { response.end(signed('')); }, 'unreadable'],
  ] as const) {
    it(`${title} is unknown`, async () => {
      answer = give;
      expect(await issuer.issuing.issue(wish)).to.deep.equal({ kind: 'unknown', why });
    });
  }
  it('a reason shows no number of a person that the system says again', async () => {
    answer = (response) => { response.end(said('缴款人身份证 35040219900101123X、手机13800138000、凭证 123456，错误码 18012', 'E5000')); };
    expect(await issuer.issuing.issue(wish)).to.deep.equal({ kind: 'refused', code: 'E5000', text: '缴款人身份证 ***、手机***、凭证 ***，错误码 18012' });
  });
  it('a reason is told as one line of at most 200 signs', async () => {
    answer = (response) => { response.end(said(`拒绝\u0000\r\n\u202e${'长'.repeat(500)}`, 'E5000')); };
    const report = await issuer.issuing.issue(wish);
    expect(report).to.deep.equal({ kind: 'refused', code: 'E5000', text: `拒绝 ${'长'.repeat(197)}` });
  });

  const url = 'https://pages.example/bill?id=1';
  for (const [title, told, shown] of [
    ['of an agreed origin', url, url], ['of another host', 'https://evil.example/bill', undefined], ['without TLS', 'http://pages.example/bill', undefined], ['with another port', 'https://pages.example:444/', undefined],
    ['with a login', 'https://pages.example@evil.example/', undefined], ['with a user', 'https://user@pages.example/', undefined], ['that is a script', 'javascript:alert(1)', undefined],
    ['with a backslash', 'https://pages.example\\@evil.example/', undefined], ['with a line break', `${url}\nx`, undefined], ['that is too long', `${url}${'x'.repeat(1_000)}`, undefined], ['that is a number', 1, undefined],
  ] as const) {
    it(`a page address ${title} is ${shown === undefined ? 'left out' : 'kept'}`, async () => { expect(await issueTold({ pictureUrl: told })).to.have.nested.property('bill.links.pageUrl', shown); });
  }
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
  for (const [title, told, isKept] of [
    ['a PNG', base64(png), true], ['a JPEG', base64(Buffer.from('ffd8ffe000104a46', 'hex')), true], ['an SVG', base64('<svg onload="alert(1)"/>'), false], ['too large', base64(Buffer.concat([png, Buffer.alloc(100_000)])), false],
    ['no Base64', '%%%%', false], ['a data address', `data:image/png;base64,${base64(png)}`, false],
  ] as const) {
    it(`a picture that is ${title} is ${isKept ? 'kept' : 'left out'}`, async () => { expect(await issueTold({ billQRCode: told })).to.have.nested.property('bill.links.qrImage', isKept ? told : undefined); });
  }

  it('a found bill is read to the fen', async () => {
    expect(await findWith(`[${foundText('110.29')}]`)).to.have.nested.property('bills[0].amount', 11_029n);
    expect(await findWith('[]')).to.deep.equal({ kind: 'not-found' });
  });
  for (const [title, bills] of [
    ['an exponent', `[${foundText('8e1')}]`], ['a third decimal', `[${foundText('80.001')}]`], ['a negative amount', `[${foundText('-80.00')}]`], ['an amount twice', `[${foundText('80.00,"totalAmt":81.00')}]`],
    ['another order', `[${foundText('80.00', { busNo: 'X' })}]`], ['one good and one odd bill', `[${foundText('80.00')},{}]`], ['a list in a list', '[[]]'], ['no list', '{}'],
    ['too many bills', `[${Array.from({ length: 21 }, () => foundText('80.00')).join(',')}]`], ['a state that nobody knows', `[${foundText('80.00', { state: '3' })}]`], ['a red mark that nobody knows', `[${foundText('80.00', { isScarlet: '' })}]`],
  ] as const) {
    it(`an answer with ${title} is neither found nor not found`, async () => { expect(await findWith(bills)).to.deep.equal({ kind: 'unknown', why: 'unreadable' }); });
  }
  it('an answer about another bill or another day is not believed', async () => {
    answer = (response) => { response.end(said(foundText('80.00'))); };
    expect(await issuer.finding.findByNumbers({ eBillCode: '35010126', eBillNo: '0000000002' })).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    answer = (response) => { response.end(said('{"busBgnDate":"20260507","totalNum":1,"totalAmt":80.00}')); };
    expect(await issuer.checks.totals('20260508')).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    expect(await issuer.checks.totals('20260507')).to.deep.equal({ kind: 'totals', count: 1, amount: 8_000n });
  });
  it('a list that has more bills than it says is not believed', async () => {
    answer = (response) => { response.end(said(`{"total":0,"billList":[${foundText('80.00')}]}`)); };
    expect(await issuer.checks.list('20260508', 1)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
  });
  it('"it exists" and "it is not there" together decide nothing', async () => {
    answer = (response) => { response.end(said('已开票', 'E1001')); answer = (next) => { next.end(said('无', 'E3001')); }; };
    expect(await issuer.issuing.issue(wish)).to.deep.equal({ kind: 'unknown', why: 'unreadable', code: 'E1001' });
  });
  it('of several bills that exist under our number none is taken for ours', async () => {
    const several = `{"billList":[${foundText('80.00')},${foundText('80.00', { billNo: '0000000002' })}]}`;
    answer = (response) => { response.end(said('已开票', 'E1001')); answer = (next) => { next.end(said(several)); }; };
    expect(await issuer.issuing.issue(wish)).to.deep.equal({ kind: 'unknown', why: 'unreadable', code: 'E1001' });
  });
});
