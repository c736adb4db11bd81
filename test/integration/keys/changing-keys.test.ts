import { expect } from 'chai';
import type { DataKeyPurpose } from '../../../adapters/outbound/crypto/keystore/purposes.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { entryText } from '../../../domain/audit/audit-entry.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import { wireTime } from '../../support/payer.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife, password } from '../console/console-life.js';
import { typed } from '../recovery/typed-commands.js';

const [payer, optedOut, address] = ['13800380000', '13700370007', '192.0.2.1'];
const merchantNo = 'M35040000001';

/** KEY-02: keys are changed while people pay, search, type codes and are signed in, and nobody notices. */
describe('data keys changed while the platform works', function () {
  this.timeout(240_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  let count = 0;
  before(async () => {
    life = await ConsoleLife.start();
    demo = await life.person('demo');
  });
  after(() => life.close());

  const order = (bizOrderNo: string) => {
    const time = wireTime(life.city);
    return { merchantNo, bizOrderNo, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费', payerMobile: payer };
  };
  const placed = async (): Promise<string> => (await life.city.rsa2.createOrder(order(`KEY${++count}`))).platformOrderNo;
  const listed = async (list: string, filters: string): Promise<number> => {
    const answer = await demo.get(`/lists/${list}?${filters}&pageSize=100`);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return (answer.body['rows'] as readonly unknown[]).length;
  };
  const isOut = async (phone: string): Promise<boolean> => (await life.city.resources.unitOfWork.read(({ texts }) => texts.block(phone)))?.isBlocked === true;
  /** The key is used from a moment on that this test can wait for; the command leaves five minutes. */
  async function begun(purpose: DataKeyPurpose): Promise<void> {
    const usedFrom = Date.now() + 1_500;
    await life.city.resources.keyStore.rotate(purpose, usedFrom);
    await life.city.until('the moment of the key', () => (Date.now() > usedFrom ? true : undefined));
  }
  const sentCode = async (): Promise<string> => {
    const send = life.city.platform.container.get(tokens.sendCode);
    expect(await send.run({ template: 'FIND_PAYMENT', phone: payer, address, isWanted: true })).to.deep.equal({ ok: true, value: 'sent' });
    await send.settled();
    const { texts } = (await (await fetch(`http://127.0.0.1:${life.city.config.textMessagePort}/sim/texts`)).json()) as { texts: readonly { readonly mobile: string; readonly text: string }[] };
    return /验证码([0-9]{6})/.exec(texts.find(({ text }) => text.includes('验证码'))?.text ?? '')?.[1] ?? '';
  };

  it('the command tells what it knows, refuses what it does not, and makes no key beside processes of another release', async () => {
    const keys = (...words: readonly string[]) => typed(life.city.environment, 'keys', ...words);
    expect((await keys('--rotate', 'pepper')).error).to.include('用途：field 个人信息加密，row-mac 行校验码，index 盲索引，audit 审计链，session 会话、激活码和口令');
    const { engine, keyStore } = life.city.resources;
    const [ours] = await engine.writer('node_number').select<Record<string, unknown>[]>('*').whereNotNull('holding');
    await engine.writer('node_number').insert({ ...ours, node_no: 900, holding: 'elsewhere', host_name: 'another-host', program_version: '0.0.1', lease_until: Date.now() + 600_000 });
    expect((await keys('--rotate', 'index')).error).to.include('还有其他版本（0.0.1）的进程在运行');
    await keyStore.refresh();
    expect(keyStore.dataKeys('index')).to.have.length(1);
    expect(await engine.writer('node_number').where({ node_no: 900 }).delete()).to.equal(1);
  });

  it('the key of sessions: who is signed in stays so, codes and challenges of before are good, and a password comes over at the next sign-in', async () => {
    const { unitOfWork, vault } = life.city.resources;
    const hash = async (): Promise<string> => unitOfWork.read(async ({ operators }) => (await operators.credentials((await operators.byAccount('demo'))?.operatorNo ?? ''))?.password ?? '');
    const auditor = life.browser();
    const asked = await auditor.sealed('activate', 'auditor', password);
    const before = await hash();
    await begun('session');
    expect((await demo.get('/lists/pay-orders?pageSize=10')).status, 'signed in before').to.equal(200);
    const activated = await auditor.post('/activate', { challengeNo: asked.challengeNo, account: 'auditor', activationCode: life.codes.get('auditor'), cipher: asked.ciphers[0] });
    expect(activated.status, JSON.stringify(activated.body)).to.equal(200);
    expect((await auditor.enrol(life.city.now())).status).to.equal(200);
    expect(await hash()).to.equal(before);
    const left = async (): Promise<string | undefined> => /仍用旧密钥的口令摘要：([0-9]+) 个账号/.exec((await typed(life.city.environment, 'keys', '--status')).out)?.[1];
    expect(await left()).to.equal('1');
    demo = await life.again(demo, 'demo');
    expect([(await hash()).endsWith(`$${vault.pepperName() ?? ''}`), await left()]).to.deep.equal([true, undefined]);
    expect((await demo.get('/lists/pay-orders?pageSize=10')).status).to.equal(200);
    expect((await life.browser().signIn('demo', '晴天要带伞-Umbrella8')).status).to.equal(401);
    const other = life.browser();
    other.cookie = 'tongjiao-console=nobody';
    expect((await other.get('/lists/pay-orders?pageSize=10')).status).to.equal(401);
  });

  it('the key of the audit chain: entries go on under the new key, the log is whole over both, and a backup of before still has the same fingerprint', async () => {
    const { keyStore, vault, auditChain } = life.city.resources;
    const keysOfEntries = async (): Promise<string> => [...new Set((await auditChain.numbered(1, '')).flatMap(({ entry, entryMac }) => (entry === undefined ? [] : [vault.auditKeyOf(entryText(entry), entryMac, 0)])))].join();
    await placed();
    await life.city.until('the numbering', async () => (await keysOfEntries() === '0' ? true : undefined));
    const fingerprint = new SoftwareVault(keyStore).fingerprint();
    await begun('audit');
    await placed();
    await life.city.until('the numbering under the new key', async () => (await keysOfEntries() === '0,1' ? true : undefined));
    expect([vault.auditKeyNo(0), new SoftwareVault(keyStore).fingerprint()]).to.deep.equal([1, fingerprint]);
    expect(await auditChain.verify()).to.include({ ok: true });
    expect((await typed(life.city.environment, 'verify-audit')).code).to.equal(0);
    expect((await typed(life.city.environment, 'keys', '--status')).out).to.match(/审计链 {2}audit-.*自首次启动\n审计链 {2}audit-.*自 2/);
  });

  it('the key of indexes: orders are found by phone, repeats told from new ones, codes and opt-outs hold, at each moment and under load', async () => {
    const day = businessDay(life.city.now());
    const again = order('KEY-AGAIN');
    const first = (await life.city.rsa2.createOrder(again)).platformOrderNo;
    expect((await typed(life.city.environment, 'texts', '--block', optedOut)).code).to.equal(0);
    const search = (): Promise<number> => listed('pay-orders', `payerMobile=${payer}&tradeDateFrom=${day}`);
    const code = await sentCode();

    let going = true;
    const failures: unknown[] = [];
    const load = [0, 1].map(async (worker) => {
      while (going) {
        try {
          const before = count;
          if (worker === 0) await placed();
          else if (await search() < Math.min(before, 99)) failures.push('a search missed orders');
          if (!await isOut(optedOut)) failures.push('an opt-out was missed');
          if ((await life.city.rsa2.createOrder(again)).platformOrderNo !== first) failures.push('a repeat made another order');
        } catch (error) {
          failures.push(error);
        }
        await new Promise((resolve) => { setTimeout(resolve, 60); });
      }
    });
    try {
      await begun('index');
      const tryCode = life.city.platform.container.get(tokens.tryCode);
      expect(await tryCode.run({ template: 'FIND_PAYMENT', phone: payer, code, address, isWanted: true }), 'a code of before').to.equal('right');
      expect((await life.city.rsa2.createOrder(again)).platformOrderNo).to.equal(first);
      const renew = life.city.platform.container.get(tokens.renewRows);
      await life.city.until('the end of the walk', async () => ((await renew.run()).kind === 'nothing-to-do' ? true : undefined));
      await placed();
    } finally {
      going = false;
      await Promise.all(load);
    }
    expect(failures).to.deep.equal([]);

    expect(await search()).to.equal(Math.min(count + 1, 100));
    expect(await isOut(optedOut)).to.equal(true);
    const status = await typed(life.city.environment, 'keys', '--status');
    expect(status.code, status.error).to.equal(0);
    expect(status.out).to.match(/盲索引 {2}index-/).and.to.include('全部数据行已换用当前密钥').and.to.match(/仍用旧盲索引密钥：短信退订名单 至多 1 行/);
    expect((await typed(life.city.environment, 'texts', '--unblock', optedOut)).code).to.equal(0);
    expect((await typed(life.city.environment, 'texts', '--block', optedOut)).out).to.include('已加入退订名单');
    expect(await life.city.resources.engine.reader('text_block').count({ total: '*' })).to.deep.equal([{ total: 1 }]);
  });

  it('the command makes a key of each kind that is used in five minutes, written down and known to the running platform at once', async () => {
    const { keyStore, vault } = life.city.resources;
    const today = vault.blindIndex('c', 'x');
    for (const [purpose, words] of [['index', '盲索引'], ['audit', '审计链'], ['session', '会话、激活码和口令']] as const) {
      const made = await typed(life.city.environment, 'keys', '--rotate', purpose);
      expect(made.code, made.error).to.equal(0);
      expect(made.out).to.match(new RegExp(`^已新增${words}密钥 ${purpose}-[0-9a-f]{12}，`)).and.to.include('起用于写入');
    }
    await life.city.until('the platform to know them', () => (['index', 'audit', 'session'] as const).every((purpose) => keyStore.dataKeys(purpose).length === 3) || undefined);
    expect([vault.indexKeys(), vault.blindIndex('c', 'x'), vault.blindIndexes('c', 'x').length, vault.auditKeyNo(0)]).to.deep.equal(['changing', today, 3, 1]);
    expect(await life.city.resources.auditChain.verify()).to.include({ ok: true });
    expect(await life.city.resources.engine.reader('audit_entry').where({ action: 'keys.rotated' }).count({ total: '*' })).to.deep.equal([{ total: 3 }]);
    expect((await demo.get('/lists/pay-orders?pageSize=10')).status).to.equal(200);
  });
});
