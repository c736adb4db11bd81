import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import {
  answerOf, base64, countOrders, enrol, envelope, expectRefusal, newParty, order, orderData, postForm, postJson, send, signatureOf, speak, spokenAnswer, textToSign, timeText,
  type Expected, type Parameters, type Party, type Reply, type Sent,
} from './outsider.js';

const formType = 'application/x-www-form-urlencoded';
const bad = (subMsg: string, status?: number) => ({ code: '40002', subCode: 'FIELD_BAD', subMsg, status });

describe('envelope of a request (1.1.7.1.1-c, GW-02, GW-03, GW-08, GW-09)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let orders: number;
  before(async () => {
    city = await startCity();
    party = await enrol(city, newParty('DEV-ENVELOPE-1'));
  });
  beforeEach(async () => { orders = await countOrders(city); });
  after(async () => city.close());

  const good = (changes: Readonly<Parameters> = {}): Parameters => envelope(city, party, order, orderData(city), changes);
  /** Signs whatever there is, unknown names included: only the one defect may be the reason of a refusal. */
  const signed = (parameters: Readonly<Parameters>): Parameters => ({ ...parameters, sign: signatureOf(party, textToSign(parameters)) });
  const formOf = (parameters: Readonly<Parameters>): string => new URLSearchParams(parameters).toString();
  const json = async (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Reply> => send(city.baseUrl, { headers, body });
  const form = async (body: string): Promise<Reply> => send(city.baseUrl, { headers: { 'content-type': formType }, body });

  async function refused(reply: Reply, expected: Expected): Promise<void> {
    expectRefusal(reply, expected);
    const answer = answerOf(reply);
    expect([answer['sign'], answer['data'], await countOrders(city)]).to.deep.equal(['', 'e30=', orders]);
  }

  it('takes JSON and form, in any order of parameters, with charset and without', async () => {
    const reversed = (parameters: Parameters): Parameters => Object.fromEntries(Object.entries(parameters).reverse());
    for (const reply of [
      await postJson(city, good()), await postForm(city, good()), await postJson(city, reversed(good())), await postForm(city, reversed(good())),
      await json(JSON.stringify(good()), { 'content-type': 'application/json; charset=UTF-8' }), await json(JSON.stringify(good()), { 'content-type': 'Application/JSON;charset="utf-8"' }),
      await json(` \n${JSON.stringify(good())}\t`),
    ]) expect(answerOf(reply)['code']).to.equal('10000');
    expect(await countOrders(city)).to.equal(orders + 7);
  });

  it('takes a body of exactly 64 KiB and refuses one byte more', async () => {
    const text = JSON.stringify(good());
    expect(answerOf(await json(text.padEnd(65_536)))['code']).to.equal('10000');
    expectRefusal(await json(JSON.stringify(good()).padEnd(65_537)), bad('请求正文过大', 413));
  });

  for (const type of ['', 'text/plain', 'text/json', 'application/jsonp', 'application/json+x', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'application/json; charset=gbk', `${formType}; charset=gb2312`]) {
    it(`refuses the content type "${type}"`, async () => {
      await refused(await json(JSON.stringify(good()), { 'content-type': type }), bad('Content-Type 须为 application/json 或表单，UTF-8', 415));
    });
  }

  const bodies: readonly (readonly [name: string, write: (parameters: Parameters) => Sent, expected: Expected])[] = [
    ['all parameters in the query', (p) => ({ path: `/gateway?${formOf(p)}`, body: '' }), bad('参数须放在请求正文中')],
    ['one parameter in query and body', (p) => ({ path: `/gateway?data=${encodeURIComponent(p['data'] ?? '')}`, body: JSON.stringify(p) }), bad('参数须放在请求正文中')],
    ['devId only in the query', ({ devId, ...p }) => ({ path: `/gateway?devId=${devId ?? ''}`, body: JSON.stringify(p) }), bad('参数须放在请求正文中')],
    ['an empty query', (p) => ({ path: '/gateway?', body: JSON.stringify(p) }), bad('参数须放在请求正文中')],
    ['devId twice in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&devId=OTHER` }), bad('参数重复：devId')],
    ['the same devId twice in a form', (p) => ({ headers: { 'content-type': formType }, body: `devId=${p['devId'] ?? ''}&${formOf(p)}` }), bad('参数重复：devId')],
    ['devId[] in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&devId[]=A` }), bad('未知参数：devId[]')],
    ['data[merchantNo] in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&data[merchantNo]=A` }), bad('未知参数：data[merchantNo]')],
    ['__proto__ in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&__proto__=A` }), bad('未知参数：__proto__')],
    ['an empty unknown parameter in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&foo=` }), bad('未知参数：foo')],
    ['a trailing & in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}&` }), bad('未知参数：')],
    ['a half escape in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}%2` }), bad('表单编码不正确')],
    ['GBK bytes escaped in a form', (p) => ({ headers: { 'content-type': formType }, body: `${formOf({ ...p, devId: 'D' })}%B2%BB` }), bad('表单编码不正确')],
    ['a thousand parameters', (p) => ({ headers: { 'content-type': formType }, body: `${formOf(p)}${'&a=1'.repeat(1000)}` }), bad('未知参数：a')],
    ['doubly encoded data', (p) => ({ headers: { 'content-type': formType }, body: formOf({ ...p, data: encodeURIComponent(`${p['data'] ?? ''}=`) }) }), bad('data 格式不正确')],
    ['a literal + in a form, which is a blank', ({ data = '', ...p }) => ({ headers: { 'content-type': formType }, body: `data=${`+${data.slice(1)}`}&${formOf(p)}` }), bad('data 格式不正确')],
    ['a name twice in JSON', (p) => ({ body: `{"devId":"OTHER",${JSON.stringify(p).slice(1)}` }), bad('参数重复')],
    ['a name twice in JSON, once escaped', (p) => ({ body: `{"dev\\u0049d":"OTHER",${JSON.stringify(p).slice(1)}` }), bad('参数重复')],
    ['a name twice in JSON, behind seventy blanks', (p) => ({ body: `{"devId"${' '.repeat(70)}:"OTHER",${JSON.stringify(p).slice(1)}` }), bad('参数重复')],
    ['__proto__ in JSON', (p) => ({ body: `{"__proto__":{"devId":"A"},${JSON.stringify(p).slice(1)}` }), bad('请求正文不是合规的 JSON')],
    ['__proto__ as text in JSON', (p) => ({ body: `{"__proto__":"A",${JSON.stringify(p).slice(1)}` }), bad('请求正文不是合规的 JSON')],
    ['constructor in JSON', (p) => ({ body: `{"constructor":"A",${JSON.stringify(p).slice(1)}` }), bad('请求正文不是合规的 JSON')],
    ['a number', (p) => ({ body: JSON.stringify({ ...p, timestamp: Number(p['timestamp']) }) }), bad('参数须为字符串：timestamp')],
    ['null', (p) => ({ body: JSON.stringify({ ...p, devId: null }) }), bad('参数须为字符串：devId')],
    ['a list', (p) => ({ body: JSON.stringify({ ...p, devId: [p['devId']] }) }), bad('请求正文不是合规的 JSON')],
    ['data as an object', (p) => ({ body: JSON.stringify({ ...p, data: { merchantNo: 'M35040000001' } }) }), bad('请求正文不是合规的 JSON')],
    ['a list at the top', (p) => ({ body: JSON.stringify([p['devId']]) }), bad('请求正文须为 JSON 对象')],
    ['null at the top', () => ({ body: 'null' }), bad('请求正文须为 JSON 对象')],
    ['nothing', () => ({ body: '' }), bad('请求正文不是合规的 JSON')],
    ['two objects', (p) => ({ body: JSON.stringify(p).repeat(2) }), bad('请求正文不是合规的 JSON')],
    ['a comment', (p) => ({ body: `${JSON.stringify(p)}//` }), bad('请求正文不是合规的 JSON')],
    ['a hundred thousand opening brackets', () => ({ body: '['.repeat(60_000) }), bad('请求正文不是合规的 JSON')],
    ['an endless string', () => ({ body: `{"${'a'.repeat(60_000)}` }), bad('请求正文不是合规的 JSON')],
    ['a byte order mark', (p) => ({ body: `\ufeff${JSON.stringify(p)}` }), bad('请求正文不是 UTF-8')],
    ['UTF-16', (p) => ({ body: Buffer.from(JSON.stringify(p), 'utf16le') }), bad('请求正文不是合规的 JSON')],
    ['UTF-16 with its mark', (p) => ({ body: Buffer.from(`\ufeff${JSON.stringify(p)}`, 'utf16le') }), bad('请求正文不是 UTF-8')],
    ['GBK bytes', (p) => ({ body: Buffer.concat([Buffer.from(`{"devId":"`), Buffer.from([0xb2, 0xbb]), Buffer.from(`",${JSON.stringify({ ...p, devId: undefined }).slice(1)}`)]) }), bad('请求正文不是 UTF-8')],
    ['an overlong UTF-8 form', () => ({ body: Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x22, 0x22, 0x7d]) }), bad('请求正文不是 UTF-8')],
    ['gzip', (p) => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify(p)) }), bad('不接受压缩的请求正文', 415)],
    ['brotli by name', (p) => ({ headers: { 'content-encoding': 'BR' }, body: JSON.stringify(p) }), bad('不接受压缩的请求正文', 415)],
    ['a gzip bomb of 50 MB', () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(50_000_000), { level: 9 }) }), bad('不接受压缩的请求正文', 415)],
    ['1 MiB', (p) => ({ body: JSON.stringify(p).padEnd(1_048_576) }), bad('请求正文过大', 413)],
  ];

  for (const [name, write, expected] of bodies) {
    it(`refuses ${name}`, async () => refused(await send(city.baseUrl, write(good())), expected));
  }

  for (const name of ['version', 'method', 'timestamp', 'devId', 'data', 'sign']) {
    it(`asks for ${name} when it is missing or empty`, async () => {
      for (const parameters of [{ ...good(), [name]: undefined }, { ...good(), [name]: '' }]) {
        await refused(await json(JSON.stringify(parameters)), { code: '40001', subCode: 'FIELD_MISSING', subMsg: `缺少参数：${name}` });
      }
      await refused(await form(formOf({ ...good(), [name]: '' })), { code: '40001', subCode: 'FIELD_MISSING', subMsg: `缺少参数：${name}` });
    });
  }

  for (const [name, value] of [
    ['version', '1.0.0&devId=X'], ['version', '1'.repeat(51)], ['method', 'epay=x'], ['method', 'a'.repeat(101)], ['method', 'epay_trade'], ['method', '方法'],
    ['devId', 'A&data=B'], ['devId', 'A=B'], ['devId', 'a'.repeat(65)], ['devId', 'ＤＥＶ'], ['devId', 'DEV-1\n'], ['devId', '../../etc'],
    ['timestamp', '2026110112000'], ['timestamp', '202611011200000'], ['timestamp', '2026-11-01T12:00'], ['timestamp', '２０２６１１０１１２００００'], ['timestamp', '20261101120000\n'],
    ['data', 'e30'], ['data', 'e3 0='], ['data', 'e30=\n'], ['data', 'e30==='], ['data', '_-8='], ['data', '=e30'], ['data', 'A'.repeat(43_696)],
    ['sign', 'ab-_'], ['sign', 'abc'], ['sign', 'ab cd==='], ['sign', 'A'.repeat(1_372)],
  ] as const) {
    it(`refuses ${name} "${value.slice(0, 24).replace('\n', '↵')}" (${value.length}) by its alphabet and length`, async () => {
      const parameters = signed({ ...good(), [name]: value });
      const expected = bad(`${name} 格式不正确`);
      await refused(await postJson(city, name === 'sign' ? { ...parameters, sign: value } : parameters), expected);
    });
  }

  it('leaves capital names as unknown, so that no two names are alike', async () => {
    await refused(await postJson(city, signed({ ...good(), DevId: 'X' })), bad('未知参数：DevId'));
  });

  it('never lets an attacker\'s own words into the answer unfiltered', async () => {
    const reply = await form(`${formOf(good())}&%3Cscript%3E%0A=1`);
    await refused(reply, bad('未知参数：?script??'));
    expect(reply.headers['content-type']).to.equal('application/json; charset=utf-8');
    expect(reply.headers['x-content-type-options']).to.equal('nosniff');
    expect(reply.headers['cache-control']).to.equal('no-store');
    expect(reply.headers).to.not.have.any.keys('x-powered-by', 'server', 'etag', 'access-control-allow-origin');
  });

  it('takes a chunked body without a length, and stops one that grows too big', async () => {
    const head = 'POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
    const text = JSON.stringify(good());
    const whole = await speak(city, [head, chunk(text.slice(0, 30)), chunk(text.slice(30)), '0\r\n\r\n']);
    expect(spokenAnswer(whole)).to.have.nested.property('answer.code', '10000');
    const big = spokenAnswer(await speak(city, [head, ...Array.from({ length: 100 }, () => chunk(' '.repeat(10_000)))], 1_000));
    expect([big.status, big.answer['code'], big.answer['subMsg']]).to.deep.equal([413, '40002', '请求正文过大']);
    expect(await countOrders(city)).to.equal(orders + 1);
  });

  it('takes neither two lengths nor a length beside chunks, so that nobody smuggles a second request', async () => {
    const text = JSON.stringify(good());
    const heads = [
      `POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\nContent-Length: 5\r\n\r\n`,
      `POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked, identity\r\n\r\n`,
      `POST /gateway HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length : ${text.length}\n\n`,
    ];
    for (const head of heads) expect(await speak(city, [head, text], 500)).to.match(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(await countOrders(city)).to.equal(orders);
  });

  it('answers adversarial texts of full size without burning time (RATE-02)', async () => {
    for (const data of ['A'.repeat(43_691) + '!', '='.repeat(43_692), 'AA=='.repeat(10_000)]) {
      const began = performance.now();
      await refused(await postJson(city, signed({ ...good(), data })), bad('data 格式不正确'));
      expect(performance.now() - began).to.be.below(1_000);
    }
  });

  it('verifies over exactly the text of the requirement: names in order, nothing before, between or behind', async () => {
    const unsigned: Parameters = { version: '1.0.0', method: order, timestamp: timeText(city.now()), devId: party.devId, data: base64(orderData(city)) };
    const text = textToSign(unsigned);
    expect(text).to.match(/^data=[A-Za-z0-9+/=]+&devId=DEV-ENVELOPE-1&method=epay-trade-core\.wap\.order\.create&timestamp=\d{14}&version=1\.0\.0$/);
    for (const other of [`version=1.0.0&${text.replace(/&version=1\.0\.0$/, '')}`, `${text}&sign=`, `${text}\n`, text.toLowerCase()]) {
      const reply = await postJson(city, { ...unsigned, sign: signatureOf(party, other) });
      expectRefusal(reply, { code: '40003' });
    }
    expect(answerOf(await postJson(city, { ...unsigned, sign: signatureOf(party, text) }))['code']).to.equal('10000');
  });
});
