import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { Life } from '../payments/life.js';
import { codesOf, Visitor, withoutNonce, type Seen } from './visitor.js';

describe('who asks where the money is and has no right to know', function () {
  this.timeout(180_000);
  let life: Life;
  let own: string;
  let others: string;
  const [phone, stranger] = ['13800138000', '13900139000'];
  before(async () => {
    life = await Life.start({ TONGJIAO_TRUSTED_PROXIES: '127.0.0.1' });
    own = (await life.paid('alipay', { payerMobile: phone })).platformOrderNo;
    others = (await life.paid('alipay', { payerMobile: stranger })).platformOrderNo;
  });
  after(() => life.close());
  afterEach(() => { life.city.advance(25 * hourMs); });
  const missing = '20260101000000000000000017';

  /** The newest code of the phone, sent after `count` of them. */
  const nextCode = (count: number): Promise<string> => life.city.until('the code', async () => { const all = await codesOf(life.city, phone); return all.length > count ? all[0] : undefined; });
  async function asked(visitor = new Visitor(life.city)): Promise<{ readonly visitor: Visitor; readonly code: string }> {
    const before = (await codesOf(life.city, phone)).length;
    await visitor.ask(own, phone);
    return { visitor, code: await nextCode(before) };
  }
  async function opened(): Promise<Visitor> {
    const { visitor, code } = await asked();
    expect((await visitor.type(code)).headers.get('location')).to.equal('/where/order');
    return visitor;
  }
  const wrong = (code: string): string => (code === '111111' ? '222222' : '111111');
  const facts = ({ status, text, headers, setCookies }: Seen) => ({
    status, text: withoutNonce(text), setCookies: setCookies.map((line) => line.replace(/=[^;]*/, ({ length }) => `=${length}`)),
    headers: [...headers].filter(([name]) => !['date', 'set-cookie', 'content-security-policy', 'content-length'].includes(name)),
  });

  it('learns nothing from what is answered, nor from when: an order that is there, of another phone, or not at all', async () => {
    const [match, foreign, none] = [new Visitor(life.city), new Visitor(life.city), new Visitor(life.city)];
    const steps = async (visitor: Visitor, number: string, written: string): Promise<readonly Seen[]> => [
      await visitor.ask(number, written), await visitor.get('/where/code'), await visitor.type('000000'), await visitor.ask(number, written), await visitor.get('/where/order'), await visitor.type('000001'),
    ];
    const [a, b, c] = [await steps(match, own, phone), await steps(foreign, own, '13700137001'), await steps(none, missing, '13700137002')];
    expect(b.map(facts)).to.deep.equal(a.map(facts));
    expect(c.map(facts)).to.deep.equal(a.map(facts));
    expect(a[1]?.text).to.include('如信息相符，验证码已发送');
    for (const seen of [a, b, c]) for (const index of [0, 2, 3, 5]) expect(seen[index]?.tookMs).to.be.at.least(295);
    expect(await codesOf(life.city, '13700137001')).to.deep.equal([]);
    const texts = await life.city.resources.unitOfWork.read(async (readers) => [await readers.texts.toPhone('13700137001', 0), await readers.texts.toPhone('13700137002', 0)]);
    expect(texts.map(([text]) => [text?.state, text?.code])).to.deep.equal([['failed', 'not-wanted'], ['failed', 'not-wanted']]);
  });

  it('finds no code by trying: five wrong ones end it, and a place that tries fast is held up', async () => {
    const { visitor, code } = await asked();
    for (let n = 0; n < 5; n++) {
      const seen = await new Visitor(life.city).post('/where/code', { code: wrong(code) }, { cookie: `whereAsked=${visitor.cookies.get('whereAsked') ?? ''}` });
      expect([seen.status, seen.text.includes('验证码不正确')]).to.deep.equal([400, true]);
    }
    const late = await visitor.type(code);
    expect([late.status, late.text.includes('验证码已失效'), visitor.cookies.size]).to.deep.equal([400, true, 0]);
    const hasty = new Visitor(life.city);
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => hasty.type('123456')))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).to.be.at.least(5);
    expect(life.city.log.join('\n')).to.include('"event":"where-too-fast"');
  });

  it('ends nobody\'s code by asking for another payment with the phone, nor by typing wrong ones', async () => {
    const { visitor, code } = await asked();
    const thief = new Visitor(life.city);
    await thief.ask(others, phone);
    // Each from another place, so that no limit of a place ends it before.
    const typed = (text: string) => new Visitor(life.city).post('/where/code', { code: text }, { cookie: `whereAsked=${thief.cookies.get('whereAsked') ?? ''}` });
    for (let n = 0; n < 5; n++) expect((await typed(wrong(code))).text).to.include('验证码不正确');
    expect((await typed(code)).text).to.include('验证码已失效');
    expect((await visitor.type(code)).status).to.equal(303);
  });

  it('uses no code twice, none that is old, and none of another phone', async () => {
    const { visitor, code } = await asked();
    const copy = new Visitor(life.city);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    const other = new Visitor(life.city);
    await other.ask(others, stranger);
    expect((await other.type(code)).status).to.equal(400);
    expect((await visitor.type(code)).status).to.equal(303);
    const again = await copy.type(code);
    expect([again.status, copy.cookies.has('whereSession')]).to.deep.equal([400, false]);
    life.city.advance(hourMs);
    const late = await asked();
    life.city.advance(5 * minuteMs);
    expect((await late.visitor.type(late.code)).text).to.include('验证码已失效');
  });

  it('sees with a session its own payments alone, for a quarter of an hour, and not with a pass that is changed, of another step or made up', async () => {
    const visitor = await opened();
    expect((await visitor.get('/where/order')).text).to.include(own).and.not.include(others);
    const session = visitor.cookies.get('whereSession') ?? '';
    life.city.advance(minuteMs);
    const { visitor: waiting } = await asked();
    const pass = waiting.cookies.get('whereAsked') ?? '';
    const flipped = `${session.slice(0, -2)}${session.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const bad of ['', 'x', pass, flipped, session.slice(0, 40), `${session}x`, 'a'.repeat(3_900), '1.k.sm4cbc-hmacsm3...', encodeURIComponent('{"platformOrderNos":["' + others + '"]}')]) {
      const seen = await new Visitor(life.city).fetch('/where/order', {}, { cookie: `whereSession=${bad}` });
      expect([seen.status, seen.text.includes(own)], bad.slice(0, 20)).to.deep.equal([403, false]);
    }
    expect((await new Visitor(life.city).fetch('/where/code', {}, { cookie: `whereAsked=${session}` })).headers.get('location')).to.equal('/where');
    life.city.advance(15 * minuteMs);
    const seen = await visitor.get('/where/order');
    expect([seen.status, seen.text.includes('查询已结束或超时')]).to.deep.equal([403, true]);
  });

  it('cannot have somebody else\'s browser ask, and gets nothing into a header', async () => {
    const visitor = new Visitor(life.city);
    const strange: readonly Readonly<Record<string, string>>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { origin: `${life.city.baseUrl}.evil.example` }];
    for (const headers of strange) {
      for (const path of ['/where', '/where/code', '/where/end']) expect((await visitor.post(path, { number: own, phone }, headers)).status, path).to.equal(403);
    }
    for (const number of ['a\r\nSet-Cookie: x=1', 'a%0d%0aLocation: https://evil.example', '\r\n\r\n<h1>']) {
      const seen = await visitor.ask(number, phone);
      expect([seen.headers.get('location') ?? '/where/code', seen.setCookies.every((line) => line.startsWith('whereAsked='))]).to.deep.equal(['/where/code', true]);
    }
    const seen = await new Visitor(life.city).ask(own, '13700137009');
    expect(seen.setCookies[0]).to.match(/^whereAsked=[A-Za-z0-9._-]+; Path=\/where; Max-Age=600; HttpOnly; SameSite=Strict$/);
    expect(await codesOf(life.city, '13700137009')).to.deep.equal([]);
  });

  it('changes nothing with odd or oversized forms, and sees them again escaped', async () => {
    const count = async () => (await life.rows('text_message', {})).length;
    const before = await count();
    const field = (number: string, written: string) => new URLSearchParams({ number, phone: written }).toString();
    const cases: readonly (readonly [body: string, status: number, headers?: Readonly<Record<string, string>>])[] = [
      ['', 400], ['number=1', 400], [`${field(own, phone)}&phone=${stranger}`, 400], [`${field(own, phone)}&admin=1`, 400], [field('', phone), 400], [field('中'.repeat(40), phone), 400], [field('x'.repeat(129), phone), 400],
      [field(own, '1380013800'), 400], [field(own, '138001380000'), 400], [field(own, '１３８００１３８０００x'), 400], [field(own, "13800138000' or '1'='1"), 400], [`${field(own, phone)}&x=${'y'.repeat(4_000)}`, 413],
      [JSON.stringify({ number: own, phone }), 415, { 'content-type': 'application/json' }], [field(own, phone), 415, { 'content-encoding': 'gzip' }], [field('a\u0000b', phone), 400],
    ];
    for (const [body, status, headers] of cases) expect((await new Visitor(life.city).post('/where', body, headers)).status, body.slice(0, 60)).to.equal(status);
    const { text } = await new Visitor(life.city).ask('"><script>alert(1)</script>中', '"><img src=x onerror=alert(1)>');
    expect(text).to.include('&quot;&gt;&lt;script&gt;').and.not.match(/<script|<img/);
    expect(await count()).to.equal(before);
    const visitor = new Visitor(life.city);
    for (const [method, path, status] of [['PUT', '/where', 405], ['DELETE', '/where/code', 405], ['POST', '/where/order', 405], ['GET', '/where/end', 405], ['GET', '/where/else', 404], ['GET', '/where/order/%E0%A4%A', 404], ['GET', '/where?big=1&big=0', 400]] as const) {
      const seen = await visitor.fetch(path, { method });
      expect([seen.status, seen.headers.get('x-frame-options'), /default-src 'none'/.test(seen.headers.get('content-security-policy') ?? '')], `${method} ${path}`).to.deep.equal([status, 'DENY', true]);
    }
  });

  it('makes no flood of texts: one a minute to a phone, and a place has its share', async () => {
    const before = (await codesOf(life.city, phone)).length;
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => new Visitor(life.city).ask(own, phone)))).map(({ status }) => status);
    expect(new Set(statuses)).to.deep.equal(new Set([303]));
    await nextCode(before);
    await life.quiet();
    expect(await codesOf(life.city, phone)).to.have.length(before + 1);
    const hasty = new Visitor(life.city);
    const fast = (await Promise.all(Array.from({ length: 12 }, () => hasty.ask(missing, '13700137111')))).map(({ status }) => status);
    expect(fast.filter((status) => status === 429).length).to.be.at.least(5);
  });
});
