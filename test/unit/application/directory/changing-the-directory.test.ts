import { expect } from 'chai';
import type { AccountComplaint, AccountsOfChannels, ChannelAccounts } from '../../../../application/ports/channel-accounts.js';
import { AccountCheck } from '../../../../application/directory/account-check.js';
import { ManageChannelMerchants } from '../../../../application/directory/manage-channel-merchants.js';
import { ManageChannels } from '../../../../application/directory/manage-channels.js';
import { ManageIndustries } from '../../../../application/directory/manage-industries.js';
import { ManageRegions } from '../../../../application/directory/manage-regions.js';
import { CountingIds } from '../../../contract/persistence/fakes.js';
import { aChannel, aChannelMerchant, anIndustry, aPayee, aPayeeChannel, aRegion } from '../../../builders/directory.js';
import { openTown, type Town } from '../town.js';

const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.1', requestId: 'r' };
const by = { kind: 'system', code: 'test', address: undefined } as const;
const refusal = (answer: { readonly ok: boolean; readonly refusal?: unknown }): unknown => (answer.ok ? 'done' : answer.refusal);

describe('changing the directory', () => {
  let town: Town;
  let ids: CountingIds;
  beforeEach(async () => { [town, ids] = [await openTown(), new CountingIds('9')]; });
  const parts = () => ({ unitOfWork: town.store.unitOfWork, ids, clock: town.clock });

  describe('regions', () => {
    const facts = { regionName: '三明', parentRegionCode: undefined, remark: '' };
    const tree = (...codes: readonly (readonly [string, string | undefined])[]) =>
      town.store.unitOfWork.run(async ({ directory }) => { for (const [regionCode, parentRegionCode] of codes) await directory.regions.add(aRegion({ regionCode, regionName: `区${regionCode}`, parentRegionCode })); });

    it('never make a circle, whoever changes them at once', async () => {
      await tree(['350400', undefined], ['350401', undefined]);
      const regions = new ManageRegions(parts());
      const came = await Promise.all([regions.edit(acting, '350400', 1, { ...facts, regionName: '甲', parentRegionCode: '350401' }), regions.edit(acting, '350401', 1, { ...facts, regionName: '乙', parentRegionCode: '350400' })]);
      expect(came.map(refusal).sort()).to.deep.equal(['done', 'parent-below']);
    });

    it('are not deeper than eight', async () => {
      await tree(...Array.from({ length: 8 }, (_, at) => [`35040${at}`, at === 0 ? undefined : `35040${at - 1}`] as const));
      expect(refusal(await new ManageRegions(parts()).add(acting, '350409', { ...facts, parentRegionCode: '350407' }))).to.equal('too-deep');
      expect(refusal(await new ManageRegions(parts()).add(acting, '350409', { ...facts, parentRegionCode: '350406' }))).to.equal('done');
    });

    it('stay while something is in them, and change only as they were seen', async () => {
      await tree(['350400', undefined], ['350404', '350400'], ['350405', undefined]);
      const regions = new ManageRegions(parts());
      await town.store.directoryEditor.saveNontaxRegion({ regionCode: '350405', regionName: '永安', nontaxRegionCode: '1', nontaxRegionName: 'a', eBillRegionCode: '1', eBillRegionName: 'b', version: 1 }, by);
      await town.store.directoryEditor.savePayee(aPayee({ regionCode: '350404' }), by);
      const remove = async (code: string, version = 1): Promise<unknown> => refusal(await regions.remove(acting, code, version));
      expect([await remove('350400'), await remove('350404'), await remove('350405'), await remove('350405', 2), await remove('359999')]).to.deep.equal(['used-by-region', 'used-by-payee', 'used-by-nontax', 'changed-meanwhile', 'unknown']);
      expect(refusal(await regions.nameAdmin(acting, '350404', 1, 'nobody'))).to.equal('admin-unknown');
    });
  });

  it('an industry stays while a payee names it', async () => {
    await town.store.unitOfWork.run(({ directory }) => directory.industries.add(anIndustry()));
    await town.store.directoryEditor.savePayee({ ...aPayee(), ...{ industryCode: 'EDU' } }, by);
    const industries = new ManageIndustries(parts());
    expect(refusal(await industries.remove(acting, 'EDU', 1))).to.equal('used-by-payee');
    await town.store.directoryEditor.savePayee(aPayee(), by);
    expect(refusal(await industries.remove(acting, 'EDU', 1))).to.equal('done');
  });

  it('an adapter has one channel, which goes only when there is no account at it', async () => {
    await town.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel('alipay')));
    const channels = new ManageChannels(parts());
    const { createdAt: _, version: __, enabled: ___, ...facts } = aChannel('alipay', { channelNo: 'A2', channelName: '第二' });
    expect([refusal(await channels.add(acting, facts)), refusal(await channels.remove(acting, 'ALIPAY', 1))]).to.deep.equal(['adapter-taken', 'used-by-account']);
    await town.store.unitOfWork.run(async ({ directory }) => { for (const account of await directory.channelMerchants.where({ payChannel: 'alipay' })) await directory.channelMerchants.remove(account); });
    expect([refusal(await channels.remove(acting, 'ALIPAY', 1)), refusal(await channels.add(acting, facts))]).to.deep.equal(['done', 'done']);
  });

  describe('accounts', () => {
    let complaint: AccountComplaint | undefined;
    const form = (payChannel: 'alipay' | 'unionpay'): ChannelAccounts => ({
      payChannel, hasAppId: true, merchantNoLabel: '编号', settings: [{ name: 'gatewayUrl', label: '地址', kind: 'address', isRequired: true }], stored: (_setting, typed) => typed, shown: (_setting, stored) => stored,
      complaints: async () => (complaint === undefined ? [] : [complaint]),
    });
    const accounts: AccountsOfChannels = { alipay: form('alipay'), unionpay: form('unionpay') };
    const manage = (isProduction = false) => new ManageChannelMerchants(parts(), new AccountCheck(accounts, isProduction));
    const facts = { channelMerchantId: 'CM9', payChannel: 'alipay', channelMerchantName: '九', channelMerchantNo: '9', channelAppId: undefined, environment: 'test', keyName: 'k', settings: { gatewayUrl: 'https://a.example' }, remark: '' } as const;
    beforeEach(async () => {
      complaint = undefined;
      await town.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel('alipay')));
    });

    it('of a test are not switched on in production, and none that is not sound', async () => {
      expect(refusal(await manage(true).add(acting, facts))).to.equal('done');
      expect(refusal(await manage(true).enable(acting, 'CM9', 1))).to.equal('foreign-environment');
      complaint = { field: 'keyName', message: '没有' };
      expect(refusal(await manage().enable(acting, 'CM9', 1))).to.deep.equal(complaint);
      complaint = undefined;
      expect([refusal(await manage().enable(acting, 'CM9', 1)), refusal(await manage().enable(acting, 'CM9', 1)), refusal(await manage().enable(acting, 'CM9', 2))]).to.deep.equal(['done', 'changed-meanwhile', 'not-now']);
    });

    it('have a number that no other has at the channel, also when two are made at once', async () => {
      const came = await Promise.all(['CM7', 'CM8', 'CM9'].map((channelMerchantId) => manage().add(acting, { ...facts, channelMerchantId, channelMerchantName: channelMerchantId })));
      expect(came.map(refusal).sort()).to.deep.equal(['done', 'number-taken', 'number-taken']);
      expect(refusal(await manage().add(acting, { ...facts, payChannel: 'unionpay' }))).to.equal('no-channel');
    });

    it('stay while a payee or a payment uses them', async () => {
      await manage().add(acting, facts);
      await town.store.directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { channelMerchantId: 'CM9' }), by);
      expect(refusal(await manage().remove(acting, 'CM9', 1))).to.equal('used-by-link');
      expect((await manage().one('CM-ALI'))?.enabled).to.equal(aChannelMerchant('alipay').enabled);
    });
  });
});
