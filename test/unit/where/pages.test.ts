import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { evenly } from '../../../adapters/inbound/where/even-time.js';
import { TokenBuckets } from '../../../adapters/outbound/system/token-buckets.js';
import { Visitor } from '../../integration/where/visitor.js';
import { wordsOf } from '../cashier/page-reader.js';
import { aShownPayment, noon, openFakeWhere, type FakeWhere } from './fake-where.js';

describe('the pages of 我的钱在哪', () => {
  let fake: FakeWhere | undefined;
  afterEach(async () => { await fake?.close(); fake = undefined; });
  const open = async (...parts: Parameters<typeof openFakeWhere>): Promise<{ readonly where: FakeWhere; readonly visitor: Visitor }> => {
    const where = await openFakeWhere(...parts);
    fake = where;
    return { where, visitor: new Visitor({ baseUrl: where.address }) };
  };

  it('say plainly where no texts are sent, and ask for nothing', async () => {
    const { visitor } = await open({ ask: undefined });
    const [got, posted] = [await visitor.get('/where'), await visitor.ask('P1', '13800138000')];
    expect([got.status, posted.status]).to.deep.equal([200, 503]);
    for (const { text } of [got, posted]) expect(text).to.include('没有接入短信服务').and.not.include('<form');
  });

  it('work without script, are light, and name their labels', async () => {
    const { visitor } = await open();
    const first = await visitor.get('/where');
    await visitor.ask('P1', '13800138000');
    const second = await visitor.get('/where/code');
    await visitor.type(' １２３ 456');
    const third = await visitor.get('/where/order');
    for (const { status, text, headers } of [first, second, third]) {
      expect(status).to.equal(200);
      expect(text).to.not.include('<script');
      expect(gzipSync(text).length).to.be.below(15_000);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect((text.match(/<h1>/g) ?? []).length).to.equal(1);
    }
    expect(second.text).to.include('autocomplete="one-time-code"');
    expect(wordsOf(third.text)).to.include('正在进行 退款 退回多收的款项').and.include('2026-11-23 14:01:00 起 缴款书 与省级非税系统办理缴款书').and.include('¥120.00');
    expect(third.text).to.include(`href="/bills/${'Tk7_aB3-'.repeat(4)}"`);
  });

  it('say nothing of a fault, to the visitor after the same time as everything else', async () => {
    const { visitor, where } = await open();
    where.askFault = new Error('secret of the database');
    const seen = await visitor.ask('P1', '13800138000');
    expect([seen.status, seen.tookMs >= 295, seen.text.includes('REQ-0001'), seen.text.includes('secret')]).to.deep.equal([500, true, true, false]);
    expect(where.journal.events.map(({ event }) => event)).to.deep.equal(['where-fault']);
  });

  it('keep cookies to one host over TLS, behind a path as well', async () => {
    const { visitor } = await open({ publicBaseUrl: 'https://pay.example.gov.cn/city' });
    const seen = await visitor.post('/where', { number: 'P1', phone: '13800138000' }, { origin: 'https://pay.example.gov.cn' });
    expect(seen.headers.get('location')).to.equal('/city/where/code');
    expect(seen.setCookies[0]).to.match(/^__Host-whereAsked=[^;]+; Path=\/; Secure; Max-Age=600; HttpOnly; SameSite=Strict$/);
    expect(seen.headers.get('strict-transport-security')).to.include('max-age');
  });

  it('remember large type, and escape every title', async () => {
    const { visitor, where } = await open();
    expect((await visitor.get('/where?big=1')).text).to.include('<html lang="zh-CN" class="big">').and.include('href="/where?big=0"');
    where.payments = [aShownPayment({ orderTitle: '</title><script>alert(1)</script>', payeeName: '"><svg onload=alert(1)>', bizOrderNo: '<i>', stateMsg: '<u>' })];
    visitor.cookies.set('whereSession', where.passes.make('session', { platformOrderNos: [aShownPayment().platformOrderNo] }));
    const { text } = await visitor.get('/where/order');
    expect(text).to.include('&lt;script&gt;').and.not.match(/<script|<svg onload|<i>|<u>/);
  });

  it('that get forms of other pages answer each, and say so in the journal now and then', async () => {
    const { where, visitor } = await open({ rateLimiter: new TokenBuckets() });
    for (let n = 0; n < 20; n++) expect((await visitor.post('/where', { number: 'P1', phone: '13800138000' }, { origin: 'https://evil.example' })).status).to.equal(403);
    expect(where.journal.events.filter(({ event }) => event === 'where-foreign-post')).to.have.length(1);
  });

  it('end with their time, however the clock is set', async () => {
    const { visitor, where } = await open();
    visitor.cookies.set('whereSession', where.passes.make('session', { platformOrderNos: [aShownPayment().platformOrderNo] }));
    const statusAt = async (at: number): Promise<number> => { where.clock.at = at; return (await visitor.get('/where/order')).status; };
    expect([await statusAt(noon + 899_999), await statusAt(noon + 900_000), await statusAt(noon - 1)]).to.deep.equal([200, 403, 403]);
  });
});

describe('answers after an even time', () => {
  it('come at whole multiples, also of work that takes longer', async () => {
    // Played time: a busy machine is late, and says nothing of the rule.
    const time = useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    try {
      const waited = async (workMs: number): Promise<number> => {
        const began = performance.now();
        await evenly(100, () => new Promise((resolve) => { setTimeout(resolve, workMs); }));
        return performance.now() - began;
      };
      const all = Promise.all([waited(40), waited(0), waited(130)]);
      await time.tickAsync(400);
      expect(await all).to.deep.equal([100, 100, 200]);
    } finally {
      time.restore();
    }
  });
});
