import { expect } from 'chai';
import { answerOf, call, dataOf, envelope, freshNumber, newParty, order, orderData, orderQuery, pemOf, postJson, type Party } from '../gateway/outsider.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';

/** An operator makes a developer at the console, and the business system behind it calls the gateway: both over real sockets. */
describe('a developer from the console to the gateway', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let operator: ConsoleClient;
  const merchantNo = 'M35040000001';
  before(async () => {
    life = await ConsoleLife.start();
    operator = await life.person('demo');
  });
  after(async () => life.close());

  const post = async (path: string, body: object) => (await operator.post(path, body)).body;
  const ok = async (path: string, body: object) => {
    const answer = await operator.post(path, body);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body;
  };
  const facts = { developerName: '网上办事大厅', contactName: '李建国', contactMobile: '13800138000', allowedAddresses: [], requestsPerSecond: 100, textsPayers: true, merchantNos: [merchantNo] };
  const versionOf = async (devId: string): Promise<number> => Number((await operator.get(`/developers/${devId}`)).body['version']);
  const named = async (devId: string) => ({ devId, version: await versionOf(devId) });
  const codeOf = async (party: Party, method = orderQuery, data: object = { merchantNo, bizOrderNo: 'NONE', orderDate: '20260508' }) => (await call(life.city, party, method, data as Record<string, unknown>)).code;
  /** The word for a signed request that was taken and found no order. */
  const taken = '40004';

  async function connected(developerName: string, algorithm: 'RSA2' | 'SM2', sm2: { readonly encoding?: 'der' | 'raw'; readonly userId?: string } = {}): Promise<Party> {
    const { devId } = await ok('/developers/add', { ...facts, developerName }) as { readonly devId: string };
    const party = newParty(devId, algorithm, sm2);
    await ok('/developers/keys/import', { ...await named(devId), algorithm, publicKey: pemOf(party.publicKey), former: 'keep', ...(algorithm === 'SM2' && { sm2Encoding: party.encoding, sm2UserId: party.userId }) });
    return party;
  }

  it('is refused like a stranger without a key, without permission without a role, and served with both', async () => {
    const party = await connected('办事大厅一', 'RSA2');
    expect(await codeOf(party)).to.equal('40302');
    await ok('/developer-roles/add', { roleCode: 'hall', roleName: '大厅', methods: [order, orderQuery], merchantNos: [], remark: '' });
    await ok('/developers/assign-roles', { ...await named(party.devId), roleCodes: ['hall'], ownMethods: [] });
    expect(await codeOf(party)).to.equal(taken);
    const created = await call(life.city, party, order, orderData(life.city, { bizOrderNo: freshNumber() }));
    expect([created.code, Object.keys(dataOf(created)).includes('cashierUrl')]).to.deep.equal(['10000', true]);
    // What the role grants no more counts at once.
    await ok('/developer-roles/edit', { version: 1, roleCode: 'hall', roleName: '大厅', methods: [orderQuery], merchantNos: [], remark: '' });
    expect((await operator.get('/developer-roles/hall')).body['granted']).to.deep.equal({ methods: [{ method: orderQuery, title: gatewayMethods[orderQuery as keyof typeof gatewayMethods].title }], payees: [] });
    expect([await codeOf(party, order, orderData(life.city)), await codeOf(party)]).to.deep.equal(['40302', taken]);
    await ok('/developers/assign-roles', { ...await named(party.devId), roleCodes: [], ownMethods: [] });
    expect(await codeOf(party)).to.equal('40302');
    // Orders name it now.
    await ok('/developers/disable', await named(party.devId));
    expect(await post('/developers/remove', await named(party.devId))).to.deep.include({ code: 'REFUSED', message: '已有订单或缴款书属于这个开发者，不能删除；可以保持停用' });
    expect(await codeOf(party)).to.equal('40003');
    await ok('/developers/enable', await named(party.devId));
    expect(await codeOf(party)).to.equal('40302');
  });

  it('acts for the payees of its roles, and for no others', async () => {
    const party = await connected('办事大厅二', 'SM2', { encoding: 'raw', userId: 'hall@example' });
    await ok('/developers/edit', { ...await named(party.devId), ...facts, developerName: '办事大厅二', merchantNos: [] });
    await ok('/developer-roles/add', { roleCode: 'second', roleName: '第二', methods: [order, orderQuery], merchantNos: ['M35040000002'], remark: '' });
    await ok('/developers/assign-roles', { ...await named(party.devId), roleCodes: ['second'], ownMethods: [] });
    expect(await codeOf(party, order, orderData(life.city, { merchantNo: 'M35040000002' }))).to.equal('10000');
    expect(await codeOf(party, order, orderData(life.city, { merchantNo }))).to.equal('40302');
    expect(await post('/developer-roles/remove', { version: 1, roleCode: 'second' })).to.deep.include({ code: 'REFUSED', message: '还有开发者属于这个角色，请先在开发者管理中调整其角色' });
  });

  it('changes its key in overlap: both sign, then the new one alone, and a date ends the former by itself', async () => {
    const former = await connected('办事大厅三', 'RSA2');
    const [next, last] = [newParty(former.devId), newParty(former.devId)];
    const { devId } = former;
    await ok('/developers/keys/import', { ...await named(devId), algorithm: 'RSA2', publicKey: pemOf(next.publicKey), former: 'keep' });
    const shown = (await operator.get(`/developers/${devId}/keys`)).body as { readonly keys: readonly { readonly fingerprint: string; readonly isAccepted: boolean }[]; readonly platformPems: { readonly RSA2: string } };
    expect(shown.keys.map(({ isAccepted }) => isAccepted)).to.deep.equal([true, true]);
    expect(shown.platformPems.RSA2).to.equal(await life.city.resources.signer.publicKeyPem('platform.RSA2'));
    expect([await codeOf(former), await codeOf(next)]).to.deep.equal(['40302', '40302']);
    await ok('/developers/keys/retire', { ...await named(devId), fingerprint: shown.keys[1]?.fingerprint, deedRemark: '开发者来函〔2026〕3 号' });
    const noted = await life.city.resources.engine.reader('audit_entry').select('description').where({ object_no: devId, action: 'developer.key-retired' }) as readonly { readonly description: string }[];
    expect(noted.map(({ description }) => description.endsWith('；备注：开发者来函〔2026〕3 号'))).to.deep.equal([true]);
    expect([await codeOf(former), await codeOf(next)]).to.deep.equal(['40003', '40302']);
    const hence = new Date(life.city.now() + 3_600_000 + 8 * 3_600_000).toISOString().replace(/[^0-9]/g, '').slice(0, 14);
    await ok('/developers/keys/import', { ...await named(devId), algorithm: 'RSA2', publicKey: pemOf(last.publicKey), former: 'until', until: hence });
    expect([await codeOf(next), await codeOf(last)]).to.deep.equal(['40302', '40302']);
    life.city.advance(3_601_000);
    expect([await codeOf(next), await codeOf(last)]).to.deep.equal(['40003', '40302']);
    operator = await life.again(operator, 'demo');
  });

  it('is told why a key is refused, and nothing of what was pasted is kept or answered', async () => {
    const party = await connected('办事大厅四', 'RSA2');
    const secret = party.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const refused = async (publicKey: string, algorithm = 'RSA2') => post('/developers/keys/import', { ...await named(party.devId), algorithm, publicKey, former: 'keep' });
    const answer = await refused(secret);
    expect(answer).to.deep.include({ code: 'REFUSED', field: 'publicKey', message: '给出的是私钥，不是公钥；该私钥应视为已泄露并更换' });
    expect(JSON.stringify(answer)).not.to.contain(secret.slice(100, 140));
    expect(await refused(`04${'11'.repeat(64)}`, 'SM2')).to.deep.include({ field: 'publicKey', message: 'SM2 公钥不是曲线上的点，或不是 04、02、03 形式' });
    const other = await connected('办事大厅五', 'RSA2');
    expect(await refused(pemOf(other.publicKey))).to.deep.include({ message: '这个公钥已登记在其他开发者名下；每个开发者须使用自己的密钥' });
    expect((await operator.post('/developers/keys/import', { ...await named(party.devId), algorithm: 'RSA2', publicKey: 'x'.repeat(8193), former: 'keep' })).status).to.equal(400);
    const rows: readonly Record<string, unknown>[] = await life.city.resources.engine.reader('audit_entry').select('*');
    expect(JSON.stringify(rows)).not.to.contain(secret.slice(100, 140));
    expect(JSON.stringify(rows)).not.to.contain('13800138000');
  });

  it('keeps the number of its contact sealed, shows it masked, and lists what was asked for', async () => {
    const party = await connected('办事大厅六', 'RSA2');
    const rows: readonly Record<string, unknown>[] = await life.city.resources.engine.reader('developer').where({ dev_id: party.devId });
    expect(JSON.stringify(rows)).not.to.contain('13800138000');
    const page = (await operator.get(`/lists/developers?devId=${party.devId}`)).body as { readonly rows: readonly Record<string, unknown>[] };
    expect(page.rows[0]).to.deep.include({ devId: party.devId, developerName: '办事大厅六', contactName: '李建国', contactMobile: '138****8000', signAlgorithm: 'RSA2', enabled: '1' });
  });

  it('is called only from where it said, networks included', async () => {
    const party = await connected('办事大厅七', 'RSA2');
    const come = async (allowedAddresses: readonly string[]) => { await ok('/developers/edit', { ...await named(party.devId), ...facts, developerName: '办事大厅七', allowedAddresses }); return codeOf(party); };
    expect([await come(['10.0.0.0/8']), await come(['10.0.0.0/8', '127.0.0.0/8'])]).to.deep.equal(['40301', '40302']);
    expect(await post('/developers/edit', { ...await named(party.devId), ...facts, developerName: '办事大厅七', allowedAddresses: ['0.0.0.0/0'] })).to.deep.include({ field: 'allowedAddresses' });
  });

  it('takes no field that is not its own, and no request of yesterday’s form', async () => {
    const party = await connected('办事大厅八', 'RSA2');
    for (const more of [{ enabled: false }, { allowedMethods: [order] }, { roleCodes: ['hall'] }, { keys: [] }, { devId: 'DEV-MINE' }]) expect((await operator.post('/developers/add', { ...facts, developerName: '塞入', ...more })).status).to.equal(400);
    expect(await post('/developers/disable', { devId: party.devId, version: 1 })).to.deep.include({ code: 'REFUSED', message: '内容已被他人修改，请刷新后重新操作' });
    expect((await postJson(life.city, envelope(life.city, party, orderQuery, { merchantNo, bizOrderNo: 'NONE' }))).status).to.equal(200);
    expect(answerOf(await postJson(life.city, { ...envelope(life.city, party, orderQuery, {}), devId: 'DEV0' })).code).to.equal('40003');
  });
});
