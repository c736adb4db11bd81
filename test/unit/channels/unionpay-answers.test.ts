import { expect } from 'chai';
import { codeTable, reasonFor, type CodeClass } from '../../../adapters/outbound/channels/unionpay/response-codes.js';
import type { ChannelReport } from '../../../domain/payments/channel-report.js';
import { anAccount, anAttempt, anSm2Account, attemptNo, china, queryId, Scene, toCall, toQuery, withSm2Certificate } from './unionpay-scene.js';
import { gatewayCertificate, merchantRsa, plainBody, signedByGateway, type Message } from './unionpay-other-side.js';

const ask = (answer: Message | string, attempt = anAttempt(), scene = new Scene()): Promise<ChannelReport> =>
  scene.answers(answer).channel.queries.query(anAccount(), attempt, 1000);
const charge = (answer: Message | string, scene = new Scene()): Promise<ChannelReport> =>
  scene.answers(answer).channel.barcodes.charge(anAccount(), anAttempt({ payMethod: 'bar' }), '6212345678901234567', 1000);
const short = (report: ChannelReport): string => (report.kind === 'unknown' ? `unknown ${report.why}` : report.kind);
const codes = (wanted: CodeClass): readonly string[] => Object.keys(codeTable).filter((code) => codeTable[code]?.class === wanted);

describe('UnionPay: the table of response codes', () => {
  it('holds exactly the codes of unionpay.md 6 in their classes', () => {
    const sorted = Object.fromEntries([...new Set(Object.values(codeTable).map((meaning) => meaning.class))].map((name) => [name, [...codes(name)].sort().join(' ')]));
    expect(sorted).to.deep.equal({
      done: '00', 'done-with-defect': 'A6', open: '03 04 05 99', 'not-found': '34', 'slow-down': '37', charged: '42 74 75', duplicate: '12', 'not-now': '02 06', 'our-fault': '10 11 13 14',
      failed: '01 30 31 32 33 35 36 38 39 40 41 43 44 60 61 62 63 64 65 66 67 68 69 70 71 72 73 76 77 78 79 80 82',
    });
  });
  it('has a Chinese text for every code', () => {
    for (const { text } of Object.values(codeTable)) expect(text).to.match(/^[\p{Script=Han}0-9，、 ]+$/u);
  });
  it('shows the channel’s own text without its inner number', () => {
    expect(reasonFor('64', '卡上的余额不足[1000051]')).to.equal('卡上的余额不足');
  });
  it('shows our text when the channel’s is missing, foreign or about a mistake of ours', () => {
    expect(reasonFor('64', undefined)).to.equal('银行卡余额不足');
    expect(reasonFor('64', 'Insufficient funds[1]')).to.equal('银行卡余额不足');
    expect(reasonFor('11', '验证签名失败[9100004]')).to.equal('支付请求未被银联受理，请选择其他支付方式');
  });
  it('shows no control or direction characters and no endless text', () => {
    expect(reasonFor('01', '失\u202e败\u0000\r\n')).to.equal('失败');
    expect([...reasonFor('01', '败'.repeat(500))]).to.have.length(100);
  });
});

describe('UnionPay: a query', () => {
  it('reports a payment with number, amount, moment and clearing day', async () => {
    expect(await ask(toQuery('00'))).to.deep.equal({
      kind: 'paid', attemptNo, channelOrderNo: queryId, amount: 12_345n, paidAt: china('20260704101612'), clearingDay: '20260704',
    });
  });
  it('reports the amount as told, so that the domain sees another one', async () => {
    expect(await ask(toQuery('00', { txnAmt: '1' }))).to.include({ kind: 'paid', amount: 1n });
  });
  it('books A6 as paid and notes the defect', async () => {
    const scene = new Scene();
    expect(await ask(toQuery('A6'), anAttempt(), scene)).to.include({ kind: 'paid' });
    expect(scene.journal).to.deep.equal([{ event: 'unionpay-success-with-defect', fields: { channelMerchantId: 'CM1', orderId: attemptNo, code: 'A6' } }]);
  });
  it('takes the time of sending where no traceTime is told', async () => {
    expect(await ask(toQuery('00', { traceTime: '' }))).to.include({ paidAt: china('20260704101500') });
  });
  it('puts a payment at 23:05 on New Year’s Eve into next year’s first clearing day', async () => {
    const report = await ask(toQuery('00', { txnTime: '20261231230500', settleDate: '0101', traceTime: '1231230630' }), anAttempt({ channelTime: '20261231230500' }));
    expect(report).to.include({ kind: 'paid', clearingDay: '20270101', paidAt: china('20261231230630') });
  });
  for (const [why, change] of [
    ['without queryId', { queryId: '' }], ['with a strange queryId', { queryId: '12' }], ['without amount', { txnAmt: '' }], ['with an amount in yuan', { txnAmt: '123.45' }],
    ['in another currency', { currencyCode: '840' }], ['without currency', { currencyCode: '' }], ['of another kind of transaction', { txnType: '04' }], ['about another order', { orderId: '20260704101500123001000099' }],
    ['about another time', { txnTime: '20260704101501' }], ['without origRespCode', { origRespCode: '' }], ['with a strange origRespCode', { origRespCode: '00 ' }], ['without respCode', { respCode: '' }],
  ] as const) {
    it(`never believes a success ${why}`, async () => { expect(await ask(toQuery('00', change))).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unreadable' }); });
  }
  it('accepts an answer that carries the transaction’s own type', async () => { expect(await ask(toQuery('00', { txnType: '01' }))).to.include({ kind: 'paid' }); });
  for (const code of ['03', '04', '05', '99', '12']) {
    it(`keeps origRespCode ${code} open, also after the time limit`, async () => {
      expect(short(await ask(toQuery(code)))).to.equal('unknown pending');
      expect(short(await ask(toQuery(code), anAttempt({ limitAt: china('20260704101529') })))).to.equal('unknown pending');
    });
  }
  for (const code of ['42', '74', '75']) {
    it(`reports origRespCode ${code} as money that moved`, async () => {
      expect(await ask(toQuery(code))).to.deep.equal({ kind: 'charged-in-error', attemptNo, channelOrderNo: queryId, amount: 12_345n, code, goesBack: code === '42' });
      expect(short(await ask(toQuery(code, { txnAmt: 'x' })))).to.equal('unknown unreadable');
    });
  }
  it('reports every definite failure as declined with text and code', async () => {
    for (const code of [...codes('failed'), ...codes('not-now'), ...codes('our-fault')]) expect(await ask(toQuery(code))).to.include({ kind: 'declined', attemptNo, code });
    expect(await ask(toQuery('64', { origRespMsg: '卡上的余额不足[1000051]' }))).to.include({ reason: '卡上的余额不足' });
  });
  it('reports 34 as not found, whichever of the two codes says it', async () => {
    expect(await ask(toCall('34'))).to.deep.equal({ kind: 'not-found', attemptNo });
    expect(await ask(toQuery('34'))).to.deep.equal({ kind: 'not-found', attemptNo });
  });
  it('does not take a code never heard of for a failure', async () => { expect(short(await ask(toQuery('X9')))).to.equal('unknown unheard-word'); });
  it('takes an unheard code for a failure once the payer’s time at UnionPay is over', async () => {
    const over = anAttempt({ limitAt: china('20260704101529') });
    expect(await ask(toQuery('X9'), over)).to.include({ kind: 'declined', code: 'X9' });
    expect(short(await ask(toQuery('X9'), { ...over, payMethod: 'bar' }))).to.equal('unknown unheard-word');
    expect(short(await ask(toCall('X9'), over))).to.equal('unknown unheard-word');
    expect(await ask(toQuery('34'), over)).to.include({ kind: 'not-found' });
  });
  for (const [code, why] of [
    ['03', 'pending'], ['05', 'pending'], ['37', 'busy'], ['02', 'busy'], ['06', 'busy'], ['10', 'call-refused'], ['11', 'call-refused'], ['31', 'call-refused'], ['01', 'call-refused'], ['42', 'unheard-word'], ['98', 'unheard-word'],
  ] as const) {
    it(`says nothing about the payment when the query itself is answered ${code}`, async () => { expect(await ask(toCall(code))).to.deep.equal({ kind: 'unknown', attemptNo, why, code }); });
  }
  it('does not read origRespCode while respCode says that the query failed', async () => {
    expect(short(await ask(toQuery('00', { respCode: '37' })))).to.equal('unknown busy');
    expect(short(await ask(toQuery('64', { respCode: '03' })))).to.equal('unknown pending');
  });
});

describe('UnionPay: the answer to a scanned code', () => {
  it('takes 00 and A6 for accepted, not for paid', async () => {
    expect(await charge(toCall('00', { queryId, txnAmt: '12345', currencyCode: '156' }))).to.deep.equal({ kind: 'unknown', attemptNo, why: 'pending', code: '00' });
    expect(short(await charge(toCall('A6', { queryId, txnAmt: '12345', currencyCode: '156' })))).to.equal('unknown pending');
  });
  for (const code of ['03', '04', '05', '12', '99']) {
    it(`asks after ${code}`, async () => { expect(short(await charge(toCall(code)))).to.equal('unknown pending'); });
  }
  it('declines on every definite failure, with Chinese text', async () => {
    for (const code of [...codes('failed'), ...codes('not-now'), ...codes('our-fault')]) {
      expect(await charge(toCall(code))).to.include({ kind: 'declined', code }).and.to.have.property('reason').that.matches(/\p{Script=Han}/u);
    }
  });
  it('reports money that moved, and keeps strange words open', async () => {
    expect(short(await charge(toCall('42', { queryId, txnAmt: '12345', currencyCode: '156' })))).to.equal('charged-in-error');
    expect(short(await charge(toCall('34')))).to.equal('unknown unheard-word');
    expect(short(await charge(toCall('37')))).to.equal('unknown busy');
    expect(short(await charge(toCall('Q1')))).to.equal('unknown unheard-word');
  });
  it('sends once and never again, whatever comes back', async () => {
    const scene = new Scene();
    await charge('', scene);
    expect(scene.requests).to.have.length(1);
  });
  it('writes neither code nor card into the journal', async () => {
    const scene = new Scene();
    await charge({ ...toCall('00', { accNo: '6217001234567890123' }), signature: 'AAAA' }, scene);
    expect(scene.journal).to.have.length(1);
    expect(JSON.stringify(scene.journal)).not.to.match(/6212345678901234567|6217001234567890123/);
  });
});

describe('UnionPay: answers nobody can believe', () => {
  const failure = (why: 'timeout' | 'unreachable' | 'too-large' | 'cut-off' | 'address-refused'): Scene => new Scene({ http: { send: () => Promise.resolve({ kind: 'failure', why }) } });
  for (const [why, word] of [['timeout', 'timeout'], ['unreachable', 'unreachable'], ['too-large', 'unreadable'], ['cut-off', 'unreadable'], ['address-refused', 'unreachable']] as const) {
    it(`leaves everything open after ${why}`, async () => {
      expect(await failure(why).channel.queries.query(anAccount(), anAttempt(), 1000)).to.deep.equal({ kind: 'unknown', attemptNo, why: word });
      expect(short(await failure(why).channel.barcodes.charge(anAccount(), anAttempt({ payMethod: 'bar' }), '6212345678901234567', 1000))).to.equal(`unknown ${word}`);
    });
  }
  for (const [status, word] of [[500, 'unreadable'], [502, 'busy'], [503, 'busy'], [504, 'busy'], [429, 'busy'], [404, 'call-refused'], [403, 'call-refused'], [302, 'unreadable'], [201, 'unreadable'], [204, 'unreadable']] as const) {
    it(`leaves everything open after HTTP ${status}, even with a signed success inside`, async () => {
      const scene = new Scene({ http: { send: () => Promise.resolve({ kind: 'answer', status, contentType: '', body: Buffer.from(plainBody(toQuery('00'))) }) } });
      expect(short(await scene.channel.queries.query(anAccount(), anAttempt(), 1000))).to.equal(`unknown ${word}`);
    });
  }
  it('leaves everything open after an empty body, a page, and bytes that are not UTF-8', async () => {
    expect(short(await ask(''))).to.equal('unknown unreadable');
    expect(short(await ask('<html>系统维护</html>'))).to.equal('unknown unreadable');
    const scene = new Scene({ http: { send: () => Promise.resolve({ kind: 'answer', status: 200, contentType: '', body: Buffer.from([0xb7, 0xd1]) }) } });
    expect(short(await scene.channel.queries.query(anAccount(), anAttempt(), 1000))).to.equal('unknown unreadable');
  });
  const changed = (change: Message): Message => ({ ...toQuery('00'), ...change });
  const { signature: _absent, ...unsigned } = toQuery('00');
  const { signPubKeyCert: _none, ...bare } = toQuery('00');
  for (const [what, answer] of [
    ['no signature', unsigned], ['an empty signature', changed({ signature: '' })], ['a signature of nothing', changed({ signature: 'AAAA' })], ['a changed amount', changed({ txnAmt: '12346' })],
    ['an added field', changed({ reserved: 'x' })], ['no certificate', bare], ['a certificate that is not trusted', changed({ signPubKeyCert: 'x' })],
    ['a certificate with other line ends than signed', changed({ signPubKeyCert: gatewayCertificate.replaceAll('\r', '') })],
    ['a signature by our own key', signedByGateway({ ...toQuery('00') }, '01', merchantRsa.privateKey)],
    ['version 5.0.0', toQuery('00', { version: '5.0.0' })], ['no version', toQuery('00', { version: '' })], ['signMethod 11', toQuery('00', { signMethod: '11' })], ['signMethod 21 for an RSA account', toQuery('00', { signMethod: '21' })],
    ['another merchant', toQuery('00', { merId: '777290058110097' })], ['no merchant', toQuery('00', { merId: '' })], ['another encoding', toQuery('00', { encoding: 'GBK' })],
  ] as const) {
    it(`leaves everything open after an answer with ${what}`, async () => {
      const scene = new Scene();
      expect(short(await ask(answer, anAttempt(), scene))).to.equal('unknown unsigned');
      expect(scene.journal.map(({ event }) => event)).to.deep.equal(['unionpay-message-not-believed']);
    });
  }
  it('passes on the code of an unsigned refusal, for the operator', async () => {
    expect(await ask('respCode=11&respMsg=Signature verification failed[9100004]')).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unsigned', code: '11' });
    expect(await ask('respCode=<script>&respMsg=x')).to.deep.equal({ kind: 'unknown', attemptNo, why: 'unsigned' });
  });
  it('believes SM2 answers whose user id is the serial of their certificate, and no other', async () => {
    await withSm2Certificate(async () => {
      const { signature: _rsa, signMethod: _method, ...content } = toQuery('00');
      const good = signedByGateway(content, '21');
      const query = (answer: Message): Promise<ChannelReport> => new Scene().answers(answer).channel.queries.query(anSm2Account(), anAttempt(), 1000);
      expect(await query(good)).to.include({ kind: 'paid' });
      expect(short(await query({ ...good, txnAmt: '1' }))).to.equal('unknown unsigned');
      expect(short(await query({ ...good, certId: '1' }))).to.equal('unknown unsigned');
    });
  });
  it('does not throw when a trusted certificate holds a key of another kind', async () => {
    await withSm2Certificate(async () => { expect(short(await ask(toQuery('00')))).to.equal('unknown unsigned'); });
  });
  it('throws for a signing key that does not exist: that is our own fault', async () => {
    const fault = await new Scene().channel.queries.query(anAccount({}, { keyName: 'gone' }), anAttempt(), 1000).then(() => undefined, (error: unknown) => error);
    expect(fault).to.be.instanceOf(Error);
  });
});
