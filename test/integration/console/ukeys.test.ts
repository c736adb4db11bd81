import { expect } from 'chai';
import { SoftKey, totpStepMs, type ConsoleAnswer, type ConsoleClient, type KeyQuestion } from '../../support/console-client.js';
import { ConsoleLife, password } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;
const minuteMs = 60_000;

/** AUTH-03 with a UKey in software, over real sockets: how a key becomes that of an account, what it proves, and how it is lost. */
describe('UKeys of operators', function () {
  this.timeout(180_000);
  let life: ConsoleLife;
  let system: ConsoleClient;
  let security: ConsoleClient;
  const people = new Map<string, { browser: ConsoleClient; readonly key: SoftKey }>();
  before(async () => {
    life = await ConsoleLife.start();
    [system, security] = [await life.person('sysadmin'), await life.person('secadmin')];
    const invited = (await system.post('/operators/invite', { account: 'lin', name: '林晓宇', remark: '' })).body;
    people.set('demo', { browser: await life.person('demo'), key: new SoftKey() });
    people.set('lin', { browser: await life.person('lin', String(invited['activationCode'])), key: new SoftKey() });
  });
  after(async () => life.close());

  const of = (account: string) => people.get(account) ?? expect.fail(account);
  async function proved(officer: ConsoleClient): Promise<ConsoleClient> {
    life.city.advance(totpStepMs);
    expect((await officer.post('/step-up/code', { code: officer.code(life.city.now()) })).status).to.equal(200);
    return officer;
  }
  const keys = async (): Promise<readonly Row[]> => (await system.get('/lists/operator-keys?pageSize=100')).body['rows'] as readonly Row[];
  const newestKeyOf = async (account: string): Promise<string> => String((await keys()).find((row) => row['operatorAccount'] === account)?.['keyNo']);
  const decide = async (account: string, decision: 'approve' | 'reject'): Promise<ConsoleAnswer> =>
    (await proved(security)).post('/keys/decide', { keyNo: await newestKeyOf(account), decision, remark: '' });
  const countOf = async (action: string): Promise<number> => (await life.city.resources.engine.reader.table('audit_entry').where({ action })).length;
  /** Wrong tries from before count no more, else pictures have to be read; officers are still there. */
  async function calm(): Promise<void> {
    for (const half of [8, 8]) {
      life.city.advance(half * minuteMs);
      for (const one of [system, security]) expect((await one.get('/me')).status).to.equal(200);
    }
  }
  /** Somebody who has shown the password alone. */
  async function half(account: string): Promise<ConsoleClient> {
    const browser = life.browser();
    browser.secret = of(account).browser.secret;
    const begun = await browser.signIn(account, password);
    expect([begun.status, begun.body['code']]).to.deep.equal([200, undefined]);
    return browser;
  }
  async function enter(account: string): Promise<ConsoleClient> {
    await calm();
    const browser = await half(account);
    expect((await browser.byKey('sign-in', of(account).key)).body).to.deep.equal({ next: 'home' });
    of(account).browser = browser;
    return browser;
  }
  /** Refused, and written down as that. */
  async function refused(action: string, code: string, send: () => Promise<ConsoleAnswer>): Promise<ConsoleAnswer> {
    const before = await countOf(action);
    const answer = await send();
    expect(answer.body).to.include({ code });
    expect(await countOf(action), action).to.equal(before + 1);
    return answer;
  }
  const answer = (browser: ConsoleClient, path: string, { challengeNo }: Pick<KeyQuestion, 'challengeNo'>, signature: string): Promise<ConsoleAnswer> => browser.post(path, { challengeNo, signature });

  it('is no way in before a key was registered', async () => {
    expect((await (await half('demo')).post('/prove/key-question')).body).to.include({ code: 'REFUSED', message: '账号没有绑定 UKey' });
  });

  it('is handed in by its holder, with a fresh second factor and its own signature, and counts once the security officer has agreed', async () => {
    const { browser, key } = of('demo');
    life.city.advance(6 * minuteMs);
    expect((await browser.post('/keys/question')).body).to.include({ code: 'STEP_UP' });
    await proved(browser);
    const registered = await browser.byKey('register', key);
    expect([registered.status, registered.body['print']]).to.deep.equal([200, (await keys())[0]?.['keyPrint']]);
    expect((await keys())[0]).to.include({ operatorAccount: 'demo', keyState: '0', askerName: '演示操作员', deciderName: null });
    expect(registered.body['print']).to.match(/^[0-9a-f]{8}…[0-9a-f]{8}$/);
    expect((await refused('operator.key-refused', 'REFUSED', () => browser.byKey('register', new SoftKey()))).body['message']).to.contain('已有待审批');
    const keyNo = await newestKeyOf('demo');
    for (const one of [browser, await proved(system)]) expect((await one.post('/keys/decide', { keyNo, decision: 'approve', remark: '' })).body).to.include({ code: 'FORBIDDEN' });
    expect((await browser.get('/me')).body).to.include({ factor: 'totp' });

    expect((await decide('demo', 'approve')).status).to.equal(200);
    expect((await browser.get('/me')).body).to.include({ code: 'SESSION_ENDED' });
    expect(await countOf('operator.key-asked')).to.equal(1);
    expect(await countOf('operator.key-approved')).to.equal(1);
  });

  it('takes the place of the authenticator, at the sign-in and when the factor is wanted anew', async () => {
    await calm();
    const browser = await half('demo');
    await refused('operator.factor-failed', 'FACTOR_WRONG', () => browser.post('/prove/code', { code: browser.code(life.city.now()) }));
    expect((await browser.byKey('sign-in', of('demo').key)).body).to.deep.equal({ next: 'home' });
    of('demo').browser = browser;
    expect((await browser.get('/me')).body).to.include({ account: 'demo', factor: 'ukey' });
    life.city.advance(6 * minuteMs);
    expect((await browser.post('/keys/question')).body).to.include({ code: 'STEP_UP' });
    await refused('operator.step-up-failed', 'FACTOR_WRONG', () => browser.post('/step-up/code', { code: browser.code(life.city.now()) }));
    expect((await browser.byKey('step-up', of('demo').key)).body).to.deep.equal({ done: true });
    expect((await browser.post('/keys/question')).status).to.equal(200);
  });

  it('is refused, and that is written down: a key off the curve, that of another account, a signature by another key, over another text, a question of another session, one that was used or is too old', async () => {
    const { key } = of('lin');
    const browser = of('lin').browser = await life.again(of('lin').browser, 'lin');
    const offer = (asked: KeyQuestion, signature: string, publicKey = key.publicKey) => browser.post('/keys/register', { challengeNo: asked.challengeNo, publicKey, signature, remark: '' });
    const ask = () => { life.city.advance(1_000); return browser.keyQuestion('register'); };
    const offCurve = key.publicKey.slice(0, -1) + (key.publicKey.endsWith('0') ? '1' : '0');
    const [first, second, third, fourth] = [await ask(), await ask(), await ask(), await ask()];
    const tried = async (code: string, field: string | undefined, send: () => Promise<ConsoleAnswer>) => expect((await refused('operator.key-refused', code, send)).body['field']).to.equal(field);
    await tried('REFUSED', 'publicKey', () => offer(first, key.sign(first.text), offCurve));
    await tried('CHALLENGE', undefined, () => offer(first, key.sign(first.text)));
    const { key: others } = of('demo');
    await tried('REFUSED', 'publicKey', () => offer(second, others.sign(second.text), others.publicKey));
    await tried('REFUSED', 'signature', () => offer(third, others.sign(third.text)));
    await tried('REFUSED', 'signature', () => offer(fourth, key.sign(fourth.text.replace('register|', 'sign-in|'))));
    const ofDemo = await of('demo').browser.keyQuestion('register');
    await tried('CHALLENGE', undefined, () => offer(ofDemo, key.sign(ofDemo.text)));
    const old = await ask();
    life.city.advance(2 * minuteMs);
    await tried('CHALLENGE', undefined, () => offer(old, key.sign(old.text)));
    expect((await keys()).filter((row) => row['operatorAccount'] === 'lin')).to.deep.equal([]);
  });

  it('may be asked for again by its holder after it was not agreed to', async () => {
    const { browser, key } = of('lin');
    await proved(browser);
    expect((await browser.byKey('register', key)).status).to.equal(200);
    expect((await decide('lin', 'reject')).status).to.equal(200);
    expect((await browser.get('/me')).body, 'nothing has changed').to.include({ factor: 'totp' });
    expect((await decide('lin', 'approve')).body).to.include({ code: 'REFUSED', message: '申请已处理' });
    await proved(browser);
    expect((await browser.byKey('register', key)).status).to.equal(200);
    expect((await decide('lin', 'approve')).status).to.equal(200);
    await enter('lin');
  });

  it('proves nothing by the signature of another account, for another session, twice, too late, or for another use; each is written down', async () => {
    const [demo, lin] = [of('demo').key, of('lin').key];
    const atSignIn = (code: string, send: () => Promise<ConsoleAnswer>) => refused('operator.factor-failed', code, send);
    await calm();
    let browser = await half('lin');
    let asked = await browser.keyQuestion('sign-in');
    expect(asked.text).to.match(/^sign-in\|lin\|/);
    await atSignIn('FACTOR_WRONG', () => answer(browser, '/prove/key', asked, demo.sign(asked.text)));
    await atSignIn('CHALLENGE', () => answer(browser, '/prove/key', asked, lin.sign(asked.text)));
    await calm();
    [browser, asked] = [await half('lin'), await (await half('demo')).keyQuestion('sign-in')];
    await atSignIn('CHALLENGE', () => answer(browser, '/prove/key', asked, demo.sign(asked.text)));
    const own = await browser.keyQuestion('sign-in');
    await atSignIn('FACTOR_WRONG', () => answer(browser, '/prove/key', own, lin.sign(asked.text)));
    await calm();
    const elsewhere = await (await half('lin')).keyQuestion('sign-in');
    browser = await half('lin');
    await atSignIn('CHALLENGE', () => answer(browser, '/prove/key', elsewhere, lin.sign(elsewhere.text)));
    const late = await browser.keyQuestion('sign-in');
    life.city.advance(2 * minuteMs);
    await atSignIn('CHALLENGE', () => answer(browser, '/prove/key', late, lin.sign(late.text)));
    await calm();
    browser = await half('lin');
    const right = await browser.keyQuestion('sign-in');
    expect((await answer(browser, '/prove/key', right, lin.sign(right.text))).body).to.deep.equal({ next: 'home' });
    const again = await half('lin');
    await atSignIn('CHALLENGE', () => answer(again, '/prove/key', right, lin.sign(right.text)));

    browser = await enter('lin');
    const forStepUp = await browser.keyQuestion('step-up');
    expect(forStepUp.text).to.match(/^step-up\|lin\|/);
    await refused('operator.step-up-failed', 'FACTOR_WRONG', () => answer(browser, '/step-up/key', forStepUp, lin.sign(forStepUp.text.replace('step-up|', 'sign-in|'))));
    await refused('operator.step-up-failed', 'CHALLENGE', () => answer(browser, '/step-up/key', right, lin.sign(right.text)));
    expect((await browser.byKey('step-up', lin)).status).to.equal(200);
  });

  it('is shut out at once when it was reported lost; another person decides; then the authenticator counts again and the key never', async () => {
    const browser = await enter('lin');
    const { key } = of('lin');
    const report = async () => (await proved(system)).post('/keys/report-lost', { keyNo: await newestKeyOf('lin'), remark: '丢失' });
    expect((await report()).status).to.equal(200);
    expect((await browser.get('/me')).body).to.include({ code: 'SESSION_ENDED' });
    expect((await report()).body).to.include({ code: 'REFUSED', message: 'UKey 不在使用中' });
    await calm();
    const shut = await half('lin');
    await refused('operator.factor-failed', 'FACTOR_WRONG', () => shut.byKey('sign-in', key));
    await refused('operator.factor-failed', 'FACTOR_WRONG', () => shut.post('/prove/code', { code: shut.code(life.city.now()) }));
    expect((await decide('lin', 'reject')).status, 'found again').to.equal(200);
    await enter('lin');

    expect((await report()).status).to.equal(200);
    expect((await decide('lin', 'approve')).status).to.equal(200);
    await calm();
    const back = await half('lin');
    expect((await back.post('/prove/code', { code: back.code(life.city.now()) })).body).to.deep.equal({ next: 'home' });
    expect((await refused('operator.key-refused', 'REFUSED', () => back.byKey('register', key))).body).to.include({ field: 'publicKey' });
    expect((await back.byKey('register', new SoftKey())).status).to.equal(200);
    expect([await countOf('operator.key-reported'), await countOf('operator.key-kept'), await countOf('operator.key-removed')]).to.deep.equal([2, 1, 1]);
  });

  it('of the security officer is decided by another security officer', async () => {
    await proved(security);
    expect((await security.byKey('register', new SoftKey())).status).to.equal(200);
    expect((await decide('secadmin', 'approve')).body).to.include({ code: 'REFUSED', message: '不能审批自己的 UKey' });
  });

  it('leaves no whole key or fingerprint in the log', () => {
    const log = life.city.log.join('\n');
    for (const { key } of people.values()) expect(log.includes(key.publicKey)).to.equal(false);
  });
});
