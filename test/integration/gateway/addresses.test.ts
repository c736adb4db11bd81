import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import { choose, unescapeHtml } from '../../support/payer.js';
import { answerOf, call, countOrders, dataOf, enrol, envelope, expectRefusal, freshCode, newParty, order, orderData, postForm, postJson, type Expected, type Party } from './outsider.js';

const bad = (field: string): Expected => ({ code: '40004', subCode: 'URL_BAD', subMsg: `${field} 不是合规的地址` });
const foreign = (field: string): Expected => ({ code: '40004', subCode: 'URL_BAD', subMsg: `${field} 的来源未登记` });
const shape = (field: string): Expected => ({ code: '40002', subCode: 'FIELD_BAD', subMsg: `${field} 格式不正确` });

describe('addresses that others give (URL-01, URL-04, GW-14)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let port: string;
  before(async () => {
    city = await startCity();
    port = new URL(city.businessUrl).port;
    // Port 80 of this machine is registered on purpose: every spelling of 127.0.0.1 below would pass a list that looks only at the parsed host.
    party = await enrol(city, newParty('DEV-ADDRESSES'), { allowedOrigins: [city.businessUrl, 'http://127.0.0.1', 'http://localhost', 'http://[::1]', 'http://[::ffff:7f00:1]', 'http://a.example', 'https://a.example'] });
  });
  after(async () => city.close());

  /** What arrives against what is answered, for each field that takes an address. `own` = the registered host with its port. */
  const table: readonly (readonly [given: string, expected: (field: string) => Expected])[] = [
    ['http://2130706433/', bad], ['http://0x7f.1/', bad], ['http://0x7f000001/', bad], ['http://0177.0.0.1/', bad], ['http://127.1/', bad], ['http://127.0.1/', bad], ['http://017700000001/', bad],
    ['http://１２７.0.0.1/', shape], ['http://127。0。0。1/', shape], ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', shape], ['http://127.0.0.1%2fx/', bad], ['http://%31%32%37.0.0.1/', bad], ['http://%6cocalhost/', bad],
    ['http://[::ffff:127.0.0.1]/', bad], ['http://[0:0:0:0:0:ffff:7f00:1]/', bad], ['http://[0000::1]/', bad], ['http://[64:ff9b::7f00:1]/', foreign], ['http://[::1%25lo]/', bad],
    ['http://a@127.0.0.1/', bad], ['http://a:b@127.0.0.1/', bad], ['http://@127.0.0.1/', bad], ['http://:@127.0.0.1/', bad], ['http://a.example@203.0.113.7/', bad],
    ['http:127.0.0.1/', shape], ['http:/127.0.0.1/', shape], ['http:///127.0.0.1/', bad], ['http:////127.0.0.1/', bad], ['http:\\\\127.0.0.1/', shape], ['http://a.example\\@127.0.0.1/', bad], ['https:\\\\evil', shape], ['http://127.0.0.1\\x', bad],
    ['javascript:alert(1)', shape], ['java\nscript:alert(1)', shape], ['data:text/html,x', shape], ['//evil', shape], ['/callbacks', shape], ['callbacks', shape], ['ftp://a.example/', shape], ['file:///etc/passwd', shape],
    ['HTTP://127.0.0.1/', shape], ['ws://127.0.0.1/', shape], [' http://127.0.0.1/', shape], ['http://127.0.0.1/ ', shape], ['http://127.0.0.1/a b', shape], ['http://127.0.0.1/\n', shape], ['http://127.0.0.1/\tx', shape], ['http://127.0.0.1/缴费', shape],
    ['http://127.0.0.1/#x', bad], ['http://127.0.0.1/?a=1#', bad], ['http://127.0.0.1:080/', bad], ['http://127.0.0.1:/', bad], ['http://127.0.0.1:99999/', bad], ['http://127.0.0.1.:80/', bad], ['http://localhost./', foreign],
    ['http://', shape], ['http://?', bad], ['http://#', bad], ['', shape], [`http://127.0.0.1/${'a'.repeat(240)}`, shape],
    ['http://169.254.169.254/latest/meta-data', foreign], ['http://100.100.100.200/', foreign], ['http://10.0.0.1/', foreign], ['http://0.0.0.0/', foreign], ['http://[::]/', foreign],
    ['https://127.0.0.1/', foreign], ['http://127.0.0.1:22/', foreign], ['http://127.0.0.2/', foreign], ['http://a.example.evil.test/', foreign], ['http://evil.test/a.example', foreign], ['http://xa.example/', foreign], ['http://a.example:8443/', foreign],
  ];

  for (const field of ['notifyUrl', 'returnUrl', 'personBillDetailUrl']) {
    it(`refuses every foreign, hidden or crooked address as ${field} and stores nothing`, async () => {
      const orders = await countOrders(city);
      for (const [given, expected] of table) {
        const want = given.length > 256 ? { code: '40002', subCode: 'FIELD_BAD', subMsg: `${field} 超过长度` } : expected(field);
        const reply = await postJson(city, envelope(city, party, order, orderData(city, { [field]: given })));
        try { expectRefusal(reply, want); } catch (error) { throw new Error(`${JSON.stringify(given)}: ${String(error)} ${reply.text}`); }
      }
      expect(await countOrders(city)).to.equal(orders);
    });
  }

  it('refuses the same addresses for the news of a refund', async () => {
    const paid = dataOf(await call(city, party, 'epay-trade-core.bar.order.create', orderData(city, { barContent: freshCode('00') })));
    for (const [given, expected] of table.filter(([, one]) => one !== shape)) {
      const data = { merchantNo: 'M35040000001', bizRefundOrderNo: 'R1', refundOrderDate: '20261101', refundAmount: '1', refundTitle: '退', platformOrderNo: paid['platformOrderNo'], notifyUrl: given };
      expectRefusal(await postJson(city, envelope(city, party, 'epay-trade-core.refund.create', data)), expected('notifyUrl'));
    }
  });

  it('takes registered addresses and stores the one spelling that is used', async () => {
    for (const [given, stored] of [
      [`${'http://127.0.0.1'}:${port}/x?a=1&b=%20`, `http://127.0.0.1:${port}/x?a=1&b=%20`], ['http://127.0.0.1:80/x', 'http://127.0.0.1/x'], ['http://A.example/x', 'http://a.example/x'], ['http://a.example', 'http://a.example/'],
      ['https://a.example:443/a/../b', 'https://a.example/b'], ['http://[::1]/x', 'http://[::1]/x'], ['http://a.example/%2e%2e/%2e%2e/c', 'http://a.example/c'],
    ] as const) {
      const answer = await call(city, party, order, orderData(city, { notifyUrl: given, returnUrl: given, personBillDetailUrl: given }));
      expect([given, answer['code']]).to.deep.equal([given, '10000']);
      const kept = await city.resources.unitOfWork.read(({ orders }) => orders.byNo(dataOf(answer)['platformOrderNo'] ?? ''));
      expect([kept?.notifyUrl, kept?.returnUrl, kept?.personBillDetailUrl]).to.deep.equal([stored, stored, stored]);
    }
  });

  for (const name of ['bizOrderNo', 'orderDate', 'platformOrderNo', 'orderState', 'orderStateMsg', 'orderAmount', 'userId', 'devId', 'timestamp', 'sign']) {
    it(`refuses a returnUrl that speaks for the platform with ${name}, also escaped`, async () => {
      for (const query of [`?${name}=2`, `?a=1&${name}=2`, `?${name}`, `?%${name.charCodeAt(0).toString(16)}${name.slice(1)}=2`, `?a;b&${name}=`]) {
        expectRefusal(await postJson(city, envelope(city, party, order, orderData(city, { returnUrl: `${city.businessUrl}/back${query}` }))), bad('returnUrl'));
      }
    });
  }

  it('ignores whatever a visitor adds to the cashier\'s address: no other way back, no other amount (PAY-02)', async () => {
    const answer = await call(city, party, order, orderData(city, { returnUrl: `${city.businessUrl}/back` }));
    const { cashierUrl = '' } = dataOf(answer);
    const page = await (await fetch(`${cashierUrl}?returnUrl=http://evil.test/&backUrl=http://evil.test/&orderAmount=1&amount=1`)).text();
    expect(page).to.include('80.00').and.to.not.include('evil.test');
    const handover = await choose(city, cashierUrl, 'alipay');
    expect((JSON.parse(handover.fields['biz_content'] ?? '{}') as Record<string, string>)['total_amount']).to.equal('80.00');
    const posted = await fetch(cashierUrl, {
      method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: city.baseUrl },
      body: 'payChannel=alipay&view=pc&orderAmount=1&total_amount=0.01&amount=1&notify_url=http://evil.test/',
    });
    const html = unescapeHtml(await posted.text());
    expect(html).to.not.include('evil.test').and.to.not.include('"total_amount":"0.01"');
    if (posted.status === 200) expect(html).to.include('"total_amount":"80.00"');
  });

  it('leads to its own cashier, whatever host a request names (TLS-02)', async () => {
    const hosts = { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', forwarded: 'host=evil.test;proto=https' };
    const answer = answerOf(await postJson(city, envelope(city, party, order, orderData(city)), hosts));
    expect(dataOf(answer)['cashierUrl']).to.match(new RegExp(`^${city.baseUrl}/pay/[A-Za-z0-9_-]{32}$`));
  });

  describe('the page variants (1.1.2.1.1-a, 1.1.7.1.2-b)', () => {
    const nasty = ['</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '${alert(1)}', '<!--', ']]>'];
    for (const method of ['epay-trade-core.wappage.order.create', 'epay-trade-core.pcpage.order.create']) {
      it(`answers ${method} with a script that knows the platform's own address and nothing of the request`, async () => {
        for (const words of nasty) {
          const data = orderData(city, {
            orderTitle: words, orderDescription: words, passbackParams: words, userId: words, payerName: words, returnUrl: `${city.businessUrl}/back?x=${encodeURIComponent(words).replaceAll("'", '%27')}`,
          });
          const reply = await postForm(city, envelope(city, party, method, data));
          expect([reply.status, reply.headers['content-type'], reply.headers['x-content-type-options'], reply.headers['cache-control']]).to.deep.equal([200, 'text/html; charset=utf-8', 'nosniff', 'no-store']);
          const script = /<script nonce="([A-Za-z0-9+/=]+)">location\.replace\("(http:\/\/127\.0\.0\.1:\d+\/pay\/[A-Za-z0-9_-]{32})"\)<\/script>/.exec(reply.text);
          expect(script, reply.text).to.not.equal(null);
          expect(reply.text.match(/<script/g)).to.have.length(1);
          expect(reply.headers['content-security-policy']).to.equal(`default-src 'none'; script-src 'nonce-${script?.[1] ?? ''}'; style-src 'nonce-${script?.[1] ?? ''}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
          for (const trace of ['alert', 'onerror', String(data['bizOrderNo']), '/back', '<img', ']]>', '<!--']) expect(reply.text.replace('<!doctype', '')).to.not.include(trace);
          expect((await fetch(script?.[2] ?? '')).status).to.equal(200);
        }
      });

      it(`shows a payer of ${method} the reason in words, and nothing of the request`, async () => {
        for (const [changes, words] of [[{ orderAmount: '0' }, 'orderAmount 格式不正确'], [{ merchantNo: 'M99' }, '无此接口或商户的权限'], [{ returnUrl: 'http://evil.test/"><script>' }, 'returnUrl 的来源未登记']] as const) {
          const reply = await postForm(city, envelope(city, party, method, orderData(city, changes)));
          expect([reply.status, reply.headers['content-type'], reply.text.includes(words)]).to.deep.equal([400, 'text/html; charset=utf-8', true]);
          expect(reply.text).to.not.match(/<script|evil/);
          expect(reply.headers['content-security-policy']).to.include("default-src 'none'; script-src 'nonce-");
        }
        const forged = await postForm(city, { ...envelope(city, party, method, orderData(city)), sign: 'AAAA' });
        expect([forged.status, forged.text.includes('返回码 40003'), forged.text.includes('canonical')]).to.deep.equal([400, true, false]);
      });
    }
  });
});
