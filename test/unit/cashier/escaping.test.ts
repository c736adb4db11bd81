import { expect } from 'chai';
import { escapeHtml, html, trusted } from '../../../adapters/inbound/cashier/html.js';
import { checkedOrigins, isChannelAddress } from '../../../adapters/inbound/cashier/channel-origins.js';
import { comesFromOurPage } from '../../../adapters/inbound/cashier/same-origin.js';
import { terminalOf } from '../../../adapters/inbound/cashier/visitor.js';
import { aPaidView, aView, openFakeCashier, type FakeCashier } from './fake-cashier.js';
import { iphone, order } from './page-reader.js';

describe('escaping on cashier pages', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier(); });
  afterEach(() => fake.close());

  it('escapes all five characters in text and attributes, an escape itself included', () => {
    expect(escapeHtml('&amp;<i a="b" c=\'d\'>')).to.equal('&amp;amp;&lt;i a=&quot;b&quot; c=&#39;d&#39;&gt;');
    expect(html`<b title="${'"'}">${'<'}${undefined}${7}${[html`<i>${'&'}</i>`]}${trusted('<hr>')}</b>`.text).to.equal('<b title="&quot;">&lt;7<i>&amp;</i><hr></b>');
  });

  const attack = '<img src=x onerror=alert(1)>"\'{{7*7}}${7*7}</script><script>alert(1)</script>';
  for (const page of ['payable', 'asking', 'failed', 'paid', 'expired', 'closed'] as const) {
    it(`shows texts from outside literally on the ${page} page`, async () => {
      fake.view = { ...aPaidView(), page, channels: ['alipay'], orderTitle: attack, orderDescription: attack, payeeName: attack, stateMsg: attack, bizOrderNo: attack, channelOrderNo: attack };
      for (const query of ['?view=pc', '?view=h5', '?view=pc&stop=1', '?view=pc&change=1']) {
        const { text } = await order(fake, query);
        expect(text).not.to.contain('<img').and.not.to.contain('alert(1)</script>');
        expect(text.match(/<script/g)).to.have.length(1);
      }
    });
  }

  it('makes no link of an address that is not of the web', async () => {
    for (const backUrl of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'java\nscript:alert(1)', '//evil.example']) {
      fake.view = aPaidView({ backUrl });
      expect((await order(fake)).text, backUrl).not.to.contain('返回业务系统');
    }
  });

  it('repeats nothing of the address it was asked by, so there is no open redirect', async () => {
    fake.view = aView();
    const { text } = await order(fake, '?returnUrl=https://evil.example&view=%22%3E%3Cscript%3E&x=evil');
    expect(text).not.to.contain('evil').and.not.to.contain('"><script');
  });
});

describe('who is in front of the cashier', () => {
  const ours = 'https://pay.example.gov.cn';

  it('lets a form pass only from our own origin', () => {
    expect(comesFromOurPage({ origin: ours }, ours)).to.equal(true);
    expect(comesFromOurPage({ origin: ours, 'sec-fetch-site': 'same-origin' }, ours)).to.equal(true);
    expect(comesFromOurPage({}, ours)).to.equal(true);
    for (const headers of [{ origin: 'null' }, { origin: `${ours}:8443` }, { origin: 'http://pay.example.gov.cn' }, { 'sec-fetch-site': 'cross-site' }, { referer: 'about:blank' }]) {
      expect(comesFromOurPage(headers, ours), JSON.stringify(headers)).to.equal(false);
    }
  });

  it('knows the addresses of a channel by scheme, host and port', () => {
    const origins = checkedOrigins(['https://open.pay.example', 'https://*.wallet.example', 'http://127.0.0.1:8401']);
    for (const good of ['https://open.pay.example/gateway.do?x=1', 'https://m.wallet.example/', 'http://127.0.0.1:8401/pay']) expect(isChannelAddress(good, origins), good).to.equal(true);
    for (const bad of ['http://open.pay.example/', 'https://wallet.example/', 'https://evilwallet.example/', 'http://m.wallet.example/', 'http://127.0.0.1:8402/', 'https://open.pay.example@evil.example/', '/relative', '']) {
      expect(isChannelAddress(bad, origins), bad).to.equal(false);
    }
  });

  it('tells phones from computers', () => {
    for (const phone of [iphone, 'Mozilla/5.0 (Linux; Android 4.4.2; SM-N9008) Mobile', 'Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1']) expect(terminalOf(phone)).to.equal('h5');
    for (const computer of ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)', 'Mozilla/5.0 (X11; Linux loongarch64)', '']) expect(terminalOf(computer)).to.equal('pc');
  });
});
