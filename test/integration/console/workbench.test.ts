import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import { expect } from 'chai';
import { signingSamples } from '../../../contracts/gateway/signing-samples.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { enrol, envelope, newParty, orderQuery, signatureOf, textToSign, type Parameters, type Party } from '../gateway/outsider.js';
import { ConsoleLife } from './console-life.js';

interface Said { readonly isVerified: boolean; readonly verdict: string; readonly explanation: readonly string[]; readonly canonicalText: string; readonly steps: readonly { readonly title: string; readonly isGood?: boolean; readonly words: string }[]; readonly pasted?: { readonly words: string } }

/** Support asks why a request is refused, over real sockets; the answer is the gateway's own. */
describe('the signature workbench at the console', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let operator: ConsoleClient;
  let party: Party;
  let sm2: Party;
  before(async () => {
    life = await ConsoleLife.start();
    operator = await life.person('demo');
    [party, sm2] = [await enrol(life.city, newParty('BENCH1')), await enrol(life.city, newParty('BENCH2', 'SM2'))];
  });
  after(async () => life.close());
  const data = { merchantNo: 'M35040000001', bizOrderNo: 'B1', orderDate: '20260508' };
  const post = async (body: object) => operator.post('/workbench/check', { devId: party.devId, ...body });
  /** As often as a person may ask. */
  const ask = async (body: object): Promise<Said> => {
    let answer = await post(body);
    for (let tries = 0; answer.status === 429 && tries < 20; tries += 1) {
      await setTimeout(500);
      answer = await post(body);
    }
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body as unknown as Said;
  };
  const request = (changes: Parameters = {}): Parameters => envelope(life.city, party, orderQuery, data, changes);

  it('says of a good request, as JSON and as a form, that it is one', async () => {
    const sent = request();
    const form = Object.entries(sent).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    for (const body of [JSON.stringify(sent), form, `\n${JSON.stringify(sent, undefined, 2)}\n`]) {
      const said = await ask({ request: body });
      expect(said).to.deep.include({ isVerified: true, canonicalText: textToSign(sent), explanation: [] });
      expect(said.steps.map(({ isGood }) => isGood)).to.deep.equal([true, true, true, true, true, true]);
    }
    const said = await ask({ devId: sm2.devId, request: JSON.stringify(envelope(life.city, sm2, orderQuery, data)) });
    expect(said.isVerified).to.equal(true);
  });

  it('says what is wrong in words, and what else the gateway would refuse', async () => {
    const sent = request({ timestamp: '20200101000000', method: 'epay.nothing' });
    const said = await ask({ request: JSON.stringify({ ...sent, sign: signatureOf(party, `${textToSign(sent)}\n`) }), signedText: `${textToSign(sent)}\n` });
    expect(said).to.deep.include({ isVerified: false, verdict: '验签不通过，原因已找到' });
    expect(said.pasted?.words).to.contain('末尾多了换行');
    expect(said.steps.filter(({ isGood }) => isGood === false).map(({ title }) => title)).to.deep.equal(['版本与接口', '时间戳']);
    const more = await ask({ request: JSON.stringify({ ...request(), extra: '1' }) });
    expect([more.isVerified, more.steps[0]]).to.deep.equal([false, { title: '公共参数', isGood: false, words: '40002 未知参数：extra' }]);
    // A form whose plus signs were not escaped arrives with blanks.
    const other = request();
    const unescaped = await ask({ request: Object.entries(other).map(([name, value]) => `${name}=${value}`).join('&') });
    expect(unescaped.isVerified || unescaped.explanation.some((one) => one.includes('%2B'))).to.equal(true);
    expect((await ask({ request: JSON.stringify({ ...other, sign: signatureOf(newParty('X'), textToSign(other)) }) })).verdict).to.equal('验签不通过，常见的错误写法都不符');
  });

  it('gives a sample to sign, takes the signature beside it, and its sample code signs it', async () => {
    const sample = (await operator.get(`/workbench/sample/${sm2.devId}`)).body as { readonly request: string; readonly canonicalText: string };
    const code = signingSamples.find(({ language }) => language === 'Node')?.code ?? '';
    const make = runInThisContext(`(require) => { ${code}\nreturn { textToSign, signRsa2, signSm2 }; }`) as (require: NodeJS.Require) => { textToSign: (p: object) => string; signRsa2: (pem: string, text: string) => string; signSm2: (pem: string, text: string) => string };
    const node = make(createRequire(import.meta.url));
    expect(node.textToSign(JSON.parse(sample.request) as object)).to.equal(sample.canonicalText);
    const pem = sm2.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect((await ask({ devId: sm2.devId, request: sample.request, signature: node.signSm2(pem, sample.canonicalText) })).isVerified).to.equal(true);
    expect((await ask({ devId: sm2.devId, request: sample.request })).verdict).to.contain('没有签名');
    const own = request();
    expect((await ask({ request: JSON.stringify({ ...own, sign: node.signRsa2(party.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), textToSign(own)) }) })).isVerified).to.equal(true);
    expect(signingSamples.map(({ language }) => language)).to.deep.equal(['Java', 'C#', 'Python', 'PHP', 'Node', 'Go']);
  });

  it('keeps and logs nothing of what was pasted, bounds it, and bounds how often', async () => {
    const secret = 'PASTED-SECRET-4711';
    await ask({ request: JSON.stringify({ ...request(), note: secret }), signedText: secret });
    for (const table of ['audit_entry', 'developer', 'outbox']) {
      const rows: readonly unknown[] = await life.city.resources.engine.reader(table).select('*');
      expect(JSON.stringify(rows)).not.to.contain(secret);
    }
    expect((await post({ request: 'x'.repeat(30_001) })).status).to.equal(400);
    for (const [body, field] of [['{', 'request'], ['{"a":1}', 'request'], ['a=%zz', 'request'], [`{"a":"1","a":"2"}`, 'request']] as const) expect((await post({ request: body })).body).to.deep.include({ code: 'REFUSED', field });
    const codes = await Promise.all(Array.from({ length: 30 }, async () => (await post({ request: JSON.stringify(request()) })).status));
    expect(codes).to.include(429);
    expect((await life.browser().post('/workbench/check', { devId: party.devId, request: '{}' })).status).to.equal(401);
  });
});
