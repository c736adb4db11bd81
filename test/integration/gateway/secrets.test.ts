import { expect } from 'chai';
import sinon from 'sinon';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel } from '../../support/payer.js';
import {
  answerOf, barcode, base64, call, countOrders, dataOf, enrol, envelope, expectRefusal, freshCode, freshNumber, isSignedByPlatform, newParty, order, orderData, orderQuery, postForm, postJson, send, speak, type Party,
} from './outsider.js';
import { refusingOrders, storedBytes } from './stored.js';

/** Planted once and looked for everywhere afterwards. */
const person = { payerName: '欧阳密探', payerMobile: '13912345678', payerCertNo: '35040219900101123X' };
const gbkName = Buffer.from([0xc5, 0xb7, 0xd1, 0xf4, 0xc3, 0xdc, 0xcc, 0xbd]);
const words = { passbackParams: 'passback-geheim-77', orderDescription: '描述-geheim-78', userId: 'user-geheim-79' };

/** Any three places at which the text can begin inside Base64. */
const inBase64 = (text: string | Buffer): readonly string[] => [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64').slice(shift === 0 ? 0 : shift + 1).replace(/..?=*$/, '').slice(0, -1));
const spellings = (text: string): readonly string[] => [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('hex').toUpperCase(), encodeURIComponent(text), ...inBase64(text)];

describe('what stays inside the house (LOG-01, LOG-02, ENC-01, ERR-01, OPS-03)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  const codes: string[] = [];
  const tokens: string[] = [];
  before(async () => {
    city = await startCity();
    party = await enrol(city, newParty('DEV-SECRETS', 'SM2'));
    await aWholeDay();
  });
  afterEach(() => { sinon.restore(); });
  after(async () => city.close());

  const private_ = () => orderData(city, { ...person, ...words, returnUrl: `${city.businessUrl}/return` });
  const code = (ending: string): string => { const made = freshCode(ending); codes.push(made); return made; };

  /** Everything that a payment meets: success, refusals, forgeries, channel faults, refunds, callbacks. */
  async function aWholeDay(): Promise<void> {
    for (const payChannel of ['alipay', 'unionpay'] as const) {
      const { cashierUrl = '' } = dataOf(await call(city, party, order, private_()));
      tokens.push(cashierUrl.slice(cashierUrl.lastIndexOf('/') + 1));
      // Bytes that HTTP lets through: the 8-bit terminal escape, quotes and a whole entry of ours; and those it does not.
      await speak(city, [Buffer.from(`GET /pay/${tokens.at(-1) ?? ''} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: \u009b31m"}{"level":"info","event":"forged"}\r\n\r\n`, 'latin1')]);
      await speak(city, ['GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: a\u001b[2J\n{"level":"info","event":"forged"}\r\n\r\n']);
      const handover = await choose(city, cashierUrl, payChannel);
      await openChannel(handover);
      await payAtChannel(city, payChannel, attemptNoOf(handover));
      await city.until('paid', async () => (await fetch(cashierUrl).then(async (page) => page.text())).includes('支付成功') ? true : undefined);
    }
    for (const ending of ['00', '03', '07', '04', '06']) await call(city, party, barcode, { ...private_(), barContent: code(ending) });
    await fetch(`${city.alipayUrl}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method: 'alipay.trade.pay', fault: 'bad-signature', times: 1 }) });
    await call(city, party, barcode, { ...private_(), barContent: code('00') });
    await postJson(city, { ...envelope(city, party, order, private_()), sign: 'AAAA' });
    await postJson(city, envelope(city, party, order, { ...private_(), barContent: code('00') }));
    await postForm(city, { ...envelope(city, party, order, private_()), [person.payerMobile]: person.payerName });
    await send(city.baseUrl, { path: `/gateway?payerMobile=${person.payerMobile}`, body: JSON.stringify(person) });
    await send(city.baseUrl, { path: `/pay/${tokens[0] ?? ''}x`, verb: 'GET' });
    await refusingOrders(city.resources.engine, async () => {
      await call(city, party, order, private_());
      await call(city, party, barcode, { ...private_(), barContent: code('00') });
    });
    const fault = new Error(`insert failed: \u001b[2J\u009b31m\u202e\u2028 ${JSON.stringify(person)} ${code('00')} ${party.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`);
    const stub = sinon.stub(city.resources.unitOfWork, 'run').rejects(fault);
    await call(city, party, order, private_());
    stub.restore();
    city.advance(120_000);
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }

  it('has run into everything it should: paid, refused, faulted', () => {
    const log = city.log.join('');
    for (const event of ['started', 'gateway-refused', '"event":"gateway"']) expect(log).to.include(event);
    expect(log).to.match(/insert into (?:`|\\")pay_order/);
    expect(city.log.length).to.be.above(5);
  });

  it('writes each log entry as one line of JSON, whatever a caller sends', () => {
    for (const line of city.log) {
      expect(line.endsWith('\n') && line.indexOf('\n') === line.length - 1, line).to.equal(true);
      const entry = JSON.parse(line) as Record<string, unknown>;
      expect(entry).to.include.keys('level', 'time', 'event');
      expect(entry['event']).to.not.equal('forged');
      // Terminal escapes, line ends and direction marks that JSON would let through or that a viewer would unfold.
      expect(line.slice(0, -1), line).to.not.match(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]|\\u001b|\\u009b/u);
    }
  });

  it('keeps names, phones, certificates, codes, tokens, keys and passed-back words out of the log, also in faults', () => {
    const log = city.log.join('');
    const key = party.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const secrets = [person.payerMobile, person.payerCertNo, ...Object.values(words), ...codes, ...tokens, ...city.credentials.developers.map((one) => one.privateKeyPem), key].flatMap(spellings);
    for (const secret of [...secrets, key.split('\n')[1] ?? '', 'BEGIN PRIVATE KEY', base64(person)]) expect(log.includes(secret), secret).to.equal(false);
  });

  it('keeps names out of the log where no fault text carries them', () => {
    const lines = city.log.filter((line) => !line.includes('insert failed')).join('');
    for (const spelling of spellings(person.payerName)) expect(lines.includes(spelling)).to.equal(false);
  });

  it('holds no name, phone, certificate or payment code in clear anywhere in the database', async () => {
    const bytes = await storedBytes(city);
    // The net would catch it: what is not sealed is found in the same bytes.
    expect(bytes.includes(party.devId)).to.equal(true);
    expect(bytes.includes('不动产登记费')).to.equal(true);
    for (const secret of [...Object.values(person), ...codes].flatMap(spellings)) expect(bytes.includes(secret), secret).to.equal(false);
    expect(bytes.includes(gbkName)).to.equal(false);
    const stored = await city.resources.unitOfWork.read(({ orders }) => orders.byCashierToken(tokens[0] ?? ''));
    expect(stored?.payer).to.deep.equal({ name: person.payerName, mobile: person.payerMobile, certNo: person.payerCertNo });
  });

  it('shows a payer no personal data of the order', async () => {
    const page = await (await fetch(`${city.baseUrl}/pay/${tokens[0] ?? ''}`)).text();
    // userId is in the way back, as table 7-8 asks.
    for (const secret of [...Object.values(person), words.passbackParams]) expect(page).to.not.include(secret);
  });

  describe('faults', () => {
    const traces = /SQLITE|SELECT|insert|node_modules|dist\/|\.ts|\.js:|at |Error|stack|knex|express|\/work|\/tmp|\d+\.\d+\.\d+/i;
    const faults: readonly (readonly [string, unknown])[] = [
      ['an error of the database', new Error('SQLITE_BUSY: insert into pay_order at /srv/tongjiao/x.ts:3')], ['a thrown text', 'secret text'], ['a thrown nothing', null], ['an error without stack', Object.assign(new Error('x'), { stack: undefined })],
    ];
    for (const [name, fault] of faults) {
      it(`answers ${name} with a signed 20000 and a line in the log, and takes the same request afterwards`, async () => {
        const [orders, request, logged] = [await countOrders(city), envelope(city, party, order, orderData(city)), city.log.length];
        const stub = sinon.stub(city.resources.unitOfWork, 'run').callsFake(async () => AbortSignal.abort(fault).throwIfAborted());
        const reply = await postJson(city, request);
        stub.restore();
        expectRefusal(reply, { code: '20000' });
        expect(reply.text.replace(/"sign":"[^"]*"/, '')).to.not.match(traces);
        expect(await isSignedByPlatform(city, party, answerOf(reply))).to.equal(true);
        expect(city.log.slice(logged).filter((line) => line.includes('"event":"gateway"'))).to.have.length(1);
        expect(answerOf(await postJson(city, request))['code']).to.equal('10000');
        expect(await countOrders(city)).to.equal(orders + 1);
      });
    }

    it('answers an unsigned 20000 while it cannot know who asks', async () => {
      const stub = sinon.stub(city.resources.directory, 'developer').rejects(new Error('SQLITE_IOERR /srv/tongjiao/x'));
      const reply = await postJson(city, envelope(city, party, orderQuery, { merchantNo: 'M35040000001', bizOrderNo: freshNumber(), orderDate: '20261101' }));
      stub.restore();
      expect(reply.text).to.equal('{"code":"20000","msg":"系统繁忙或结果未知，请用相同内容重试","data":"e30=","sign":""}');
    });

    it('gives a browser a page with a number to ask about, and nothing else', async () => {
      const stub = sinon.stub(city.resources.unitOfWork, 'read').rejects(new Error('SQLITE_IOERR /srv/tongjiao/x'));
      const reply = await send(city.baseUrl, { verb: 'GET', path: `/pay/${tokens[0] ?? ''}` });
      stub.restore();
      expect(reply.status).to.equal(500);
      expect(reply.text.replace(/<style[\s\S]*?<\/style>/g, '')).to.not.match(/SQLITE|node_modules|\.js|\.ts:|Error|stack|\/srv/i);
    });
  });

  describe('other addresses of the public port', () => {
    for (const [verb, path, status] of [
      ['GET', '/metrics', 404], ['GET', '/', 404], ['GET', '/.git/config', 404], ['GET', '/.env', 404], ['GET', '/var/data/tongjiao.db', 404], ['GET', '/pay/../../etc/passwd', 404], ['GET', '/docs/..%2f..%2fpackage.json', 404],
      ['POST', '/healthz', 404], ['TRACE', '/healthz', 404], ['DELETE', '/readyz', 404], ['POST', '/control/clock/advance', 404], ['GET', '/sim/books', 404], ['GET', '/pay/%zz', 404], ['GET', '/%', 404], ['POST', '/gateway/x', 404], ['GET', '/channels', 404],
    ] as const) {
      it(`answers ${status} to ${verb} ${path} without a word about itself`, async () => {
        const reply = await send(city.baseUrl, { verb, path });
        expect([reply.status, reply.headers['x-content-type-options']]).to.deep.equal([status, 'nosniff']);
        expect(reply.text).to.not.match(/node_modules|express|stack|Cannot|\.js:|\/work|passwd/i);
        expect(reply.headers).to.not.have.any.keys('x-powered-by', 'server');
      });
    }

    it('says of its health one word', async () => {
      for (const [path, word] of [['/healthz', 'ok'], ['/readyz', 'ready']] as const) {
        const reply = await send(city.baseUrl, { verb: 'GET', path });
        expect([reply.status, reply.text, reply.headers['content-type']]).to.deep.equal([200, word, 'text/plain; charset=utf-8']);
      }
      const stub = sinon.stub(city.resources.jobBoard, 'nextDueAt').rejects(new Error('SQLITE_IOERR /srv/tongjiao/x'));
      const reply = await send(city.baseUrl, { verb: 'GET', path: '/readyz' });
      stub.restore();
      expect([reply.status, reply.text]).to.deep.equal([503, 'not ready']);
    });

    it('lets no other page steer its management port', async () => {
      for (const headers of [{ origin: 'http://evil.test' }, { host: 'evil.test' }, { origin: 'null' }] as readonly Record<string, string>[]) {
        expect((await send(city.managementUrl, { path: '/control/clock/advance', headers, body: '{"ms":1}' })).status).to.equal(403);
        expect((await send(city.managementUrl, { verb: 'GET', path: '/metrics', headers })).status).to.equal(403);
      }
    });

    it('opens nothing to scripts of other origins', async () => {
      for (const path of ['/gateway', '/healthz', `/pay/${tokens[0] ?? ''}`]) {
        const reply = await send(city.baseUrl, { verb: 'OPTIONS', path, headers: { origin: 'http://evil.test', 'access-control-request-method': 'POST' } });
        expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
      }
    });
  });
});
