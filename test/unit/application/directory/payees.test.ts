import { expect } from 'chai';
import { aDeveloper } from '../../../builders/directory.js';
import { anAttempt, anOrder } from '../../../contract/persistence/builders.js';
import { acting, facts, no, of, PayeeTown } from './payee-town.js';

describe('whoever configures payees', () => {
  let town: PayeeTown;
  beforeEach(async () => { town = await PayeeTown.open(); });
  const add = (merchantNo = 'M1', changes = {}) => town.payeeDesk.payees.add(acting, merchantNo, facts(changes));

  it('adds one that belongs to no institution, and writes it down without what may be secret', async () => {
    const payee = await of(add());
    expect(payee).to.include({ merchantNo: 'M1', institutionNo: undefined, enabled: true, industryCode: 'EDU', createdAt: town.clock.now(), version: 1 });
    expect(await town.payeeDesk.readPayees.payee('M1')).to.deep.equal(payee);
    expect(town.lastEntry).to.deep.include({ action: 'payee.added', objectKind: 'payee', objectNo: 'M1', actor: { kind: 'operator', code: 'O-config', address: '192.0.2.7' }, requestId: 'req-1', before: undefined });
    expect(town.lastEntry?.after).to.include({ payNotifyUrl: 'https://biz.example/notify?…', regionCode: '350400', repeatRefundByRule: '是' });
  });

  it('gives a number and a name once', async () => {
    await of(add());
    expect(await no(add('M1', { payeeName: '另一个' }))).to.deep.equal({ code: 'number-taken' });
    expect(await no(add('M2'))).to.deep.equal({ code: 'name-taken' });
    expect(await no(add('单位'))).to.deep.equal({ code: 'number-malformed' });
    await of(add('M2', { payeeName: '另一个' }));
    expect(await no(town.payeeDesk.payees.edit(acting, { merchantNo: 'M2', version: 1 }, facts()))).to.deep.equal({ code: 'name-taken' });
    expect(town.audited.filter((action) => action.startsWith('payee.'))).to.deep.equal(['payee.added', 'payee.added']);
  });

  it('changes what it has read and nothing that somebody else changed meanwhile', async () => {
    const before = await of(add());
    const seen = { merchantNo: 'M1', version: before.version };
    const after = await of(town.payeeDesk.payees.edit(acting, seen, facts({ remark: '一楼', refundReviewRequired: true })));
    expect([after.merchantNo, after.remark, after.refundReviewRequired, after.createdAt]).to.deep.equal(['M1', '一楼', true, before.createdAt]);
    expect([town.lastEntry?.action, town.lastEntry?.before?.['remark'], town.lastEntry?.after?.['remark']]).to.deep.equal(['payee.edited', '', '一楼']);
    for (const late of [town.payeeDesk.payees.edit(acting, seen, facts({ remark: '二楼' })), town.payeeDesk.payees.disable(acting, seen), town.payeeDesk.payees.remove(acting, seen)]) {
      expect(await no(late)).to.deep.equal({ code: 'changed-meanwhile' });
    }
    expect((await town.payeeDesk.readPayees.payee('M1'))?.remark).to.equal('一楼');
    expect(await no(town.payeeDesk.payees.edit(acting, { merchantNo: 'M9', version: 1 }, facts()))).to.deep.equal({ code: 'unknown' });
  });

  it('switches one off and on', async () => {
    await of(add());
    expect((await of(town.payeeDesk.payees.disable(acting, { merchantNo: 'M1', version: 1 }))).enabled).to.equal(false);
    expect((await of(town.payeeDesk.payees.enable(acting, { merchantNo: 'M1', version: 2 }))).enabled).to.equal(true);
    expect(town.audited.slice(-2)).to.deep.equal(['payee.disabled', 'payee.enabled']);
  });

  it('deletes one that nothing uses, and says of every other why not', async () => {
    await of(add());
    const remove = async (version: number) => town.payeeDesk.payees.remove(acting, { merchantNo: 'M1', version });
    await town.change(({ orders }) => orders.add(anOrder({ devId: 'D1', merchantNo: 'M1' })));
    expect(await no(remove(1))).to.deep.equal({ code: 'in-use', by: 'orders' });
    const other = await PayeeTown.open();
    await of(other.payeeDesk.payees.add(acting, 'M1', facts()));
    const removeThere = async () => other.payeeDesk.payees.remove(acting, { merchantNo: 'M1', version: (await other.payeeDesk.readPayees.payee('M1'))?.version ?? 0 });
    await of(other.payeeDesk.payeeChannels.add(acting, { merchantNo: 'M1', channelMerchantId: 'CM-ALI', payMethods: ['pc'], enabled: false, remark: '' }));
    expect(await no(removeThere())).to.deep.equal({ code: 'in-use', by: 'links' });
    await of(other.payeeDesk.payeeChannels.remove(acting, { merchantNo: 'M1', channelMerchantId: 'CM-ALI', version: 1 }));
    await other.change(async ({ directory }) => directory.developers.add(aDeveloper({ devId: 'D2', merchantNos: ['M1'] })));
    expect(await no(removeThere())).to.deep.equal({ code: 'in-use', by: 'developers' });
    await other.change(async ({ directory }) => directory.developers.put(aDeveloper({ devId: 'D2', merchantNos: [] })));
    await other.change(async ({ directory }) => { const payee = await directory.payees.one({ merchantNo: 'M1' }); if (payee) await directory.payees.put({ ...payee, institutionNo: 'I1' }); });
    expect(await no(removeThere())).to.deep.equal({ code: 'in-use', by: 'institution' });
    await other.change(async ({ directory }) => { const payee = await directory.payees.one({ merchantNo: 'M1' }); if (payee) await directory.payees.put({ ...payee, institutionNo: undefined }); });
    await of(removeThere());
    expect([await other.payeeDesk.readPayees.payee('M1'), other.lastEntry?.action, other.lastEntry?.after]).to.deep.equal([undefined, 'payee.removed', undefined]);
  });
});

describe('whoever links payees and accounts', () => {
  const link = { merchantNo: 'M1', channelMerchantId: 'CM-ALI', payMethods: ['h5', 'pc'], enabled: true, remark: '' } as const;
  const seen = (version: number) => ({ merchantNo: 'M1', channelMerchantId: 'CM-ALI', version });
  let town: PayeeTown;
  beforeEach(async () => {
    town = await PayeeTown.open();
    await of(town.payeeDesk.payees.add(acting, 'M1', facts()));
  });

  it('opens an account for a payee, once', async () => {
    expect(await of(town.payeeDesk.payeeChannels.add(acting, link))).to.deep.include({ payChannel: 'alipay', payMethods: ['pc', 'h5'], createdAt: town.clock.now() });
    expect(town.lastEntry).to.deep.include({ action: 'payee-channel.added', objectNo: 'M1/CM-ALI', after: { payChannel: 'alipay', payMethods: 'pc,h5', enabled: '是', remark: '' } });
    expect(await no(town.payeeDesk.payeeChannels.add(acting, link))).to.equal('link-taken');
    expect(await no(town.payeeDesk.payeeChannels.add(acting, { ...link, merchantNo: 'M9' }))).to.equal('payee-unknown');
    expect(await no(town.payeeDesk.payeeChannels.add(acting, { ...link, channelMerchantId: 'CM-9' }))).to.equal('account-unknown');
  });

  it('opens none that is off, none of tests where money is real (CHN-07), and none beside another of the same kind', async () => {
    await town.change(async ({ directory }) => { const account = await directory.channelMerchants.one({ channelMerchantId: 'CM-ALI' }); if (account) { await directory.channelMerchants.put({ ...account, enabled: false }); await directory.channelMerchants.add({ ...account, channelMerchantId: 'CM-ALI-2' }); } });
    expect(await no(town.payeeDesk.payeeChannels.add(acting, link))).to.equal('account-off');
    await of(town.payeeDesk.payeeChannels.add(acting, { ...link, channelMerchantId: 'CM-ALI-2' }));
    await town.change(async ({ directory }) => { const account = await directory.channelMerchants.one({ channelMerchantId: 'CM-ALI' }); if (account) await directory.channelMerchants.put({ ...account, enabled: true }); });
    expect(await no(town.payeeDesk.payeeChannels.add(acting, link))).to.equal('method-served');
    await of(town.payeeDesk.payeeChannels.add(acting, { ...link, enabled: false }));
    expect(await no(town.payeeDesk.payeeChannels.enable(acting, seen(1)))).to.equal('method-served');
    await of(town.payeeDesk.payeeChannels.disable(acting, { ...seen(1), channelMerchantId: 'CM-ALI-2' }));
    await of(town.payeeDesk.payeeChannels.enable(acting, seen(1)));
    const real = await PayeeTown.open(true);
    await of(real.payeeDesk.payees.add(acting, 'M1', facts()));
    expect(await no(real.payeeDesk.payeeChannels.add(acting, link))).to.equal('account-of-tests');
    expect(await real.payeeDesk.readPayees.accounts()).to.deep.equal([]);
  });

  it('changes methods and switches, and not what somebody else changed meanwhile', async () => {
    await of(town.payeeDesk.payeeChannels.add(acting, link));
    expect((await of(town.payeeDesk.payeeChannels.edit(acting, seen(1), { payMethods: ['bar'], remark: '窗口' }))).payMethods).to.deep.equal(['bar']);
    expect(await no(town.payeeDesk.payeeChannels.edit(acting, seen(1), { payMethods: ['pc'], remark: '' }))).to.equal('changed-meanwhile');
    expect(await no(town.payeeDesk.payeeChannels.edit(acting, seen(2), { payMethods: [], remark: '' }))).to.equal('method-missing');
    await of(town.payeeDesk.payeeChannels.disable(acting, seen(2)));
    await town.change(async ({ directory }) => { const account = await directory.channelMerchants.one({ channelMerchantId: 'CM-ALI' }); if (account) await directory.channelMerchants.put({ ...account, enabled: false }); });
    expect(await no(town.payeeDesk.payeeChannels.enable(acting, seen(3)))).to.equal('account-off');
    expect(await no(town.payeeDesk.payeeChannels.remove(acting, { ...seen(1), channelMerchantId: 'CM-9' }))).to.equal('unknown');
  });

  it('deletes a link that nobody began to pay through, and no other: money may still come of the attempt, whatever became of it', async () => {
    await of(town.payeeDesk.payeeChannels.add(acting, link));
    await town.change(({ attempts }) => attempts.add(anAttempt({ merchantNo: 'M1', channelMerchantId: 'CM-ALI', state: 'ended' })));
    expect(await no(town.payeeDesk.payeeChannels.remove(acting, seen(1)))).to.equal('paid-through');
    await of(town.payeeDesk.payeeChannels.add(acting, { ...link, channelMerchantId: 'CM-UNI' }));
    await of(town.payeeDesk.payeeChannels.remove(acting, { ...seen(1), channelMerchantId: 'CM-UNI' }));
    expect(town.lastEntry).to.deep.include({ action: 'payee-channel.removed', objectNo: 'M1/CM-UNI' });
  });
});
