import { expect } from 'chai';
import type { AccountComplaint, AccountsOfChannels, ChannelAccounts } from '../../../../application/ports/channel-accounts.js';
import { AccountCheck } from '../../../../application/directory/account-check.js';
import { ManageChannelMerchants } from '../../../../application/directory/manage-channel-merchants.js';
import { ManageChannels } from '../../../../application/directory/manage-channels.js';
import { ManageIndustries } from '../../../../application/directory/manage-industries.js';
import { ManageRegions } from '../../../../application/directory/manage-regions.js';
import { CountingIds } from '../../../contract/persistence/fakes.js';
import { anOperator } from '../../../builders/operators.js';
import { aChannel, aChannelMerchant, anIndustry, aPayee, aPayeeChannel, aRegion } from '../../../builders/directory.js';
import { openTown, type Town } from '../town.js';

const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.1', requestId: 'r' };
const second = { ...acting, by: { operatorNo: 'O2' } };
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

    it('come under no parent by which an account would see more than it was granted', async () => {
      await tree(['350000', undefined], ['350100', '350000'], ['350200', '350000'], ['350101', '350100'], ['350300', undefined]);
      const granted = (regionCode: string, operatorNo: string) => town.store.unitOfWork.run(({ operators }) => operators.add(anOperator({ operatorNo, account: operatorNo.toLowerCase(), scope: { kind: 'region', regionCode } }), undefined));
      await granted('350000', 'OP1');
      const regions = new ManageRegions(parts());
      const move = async (regionCode: string, version: number, parentRegionCode: string | undefined) => refusal(await regions.edit(acting, regionCode, version, { ...facts, regionName: `区${regionCode}`, parentRegionCode }));
      expect(await move('350300', 1, '350200'), 'from outside').to.equal('parent-widens-scope');
      expect(await move('350101', 1, '350200'), 'within what the account sees').to.equal('done');
      await granted('350100', 'OP2');
      expect(await move('350101', 2, '350100'), 'under the region of another account').to.equal('parent-widens-scope');
      expect(await move('350101', 2, undefined), 'out of all').to.equal('done');
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
      payChannel, hasAppId: true, merchantNoLabel: '编号', settings: [{ name: 'gatewayUrl', label: '地址', kind: 'address', isRequired: true, isTrustAnchor: true }, { name: 'feeRate', label: '费率', kind: 'text', isRequired: false, isTrustAnchor: false }], stored: (_setting, typed) => typed, shown: (_setting, stored) => stored,
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
      expect(refusal(await manage(true).enable(second, 'CM9', 1))).to.equal('foreign-environment');
      complaint = { field: 'keyName', message: '没有' };
      expect(refusal(await manage().enable(second, 'CM9', 1))).to.deep.equal(complaint);
      complaint = undefined;
      expect([refusal(await manage().enable(acting, 'CM9', 1)), refusal(await manage().enable(second, 'CM9', 1)), refusal(await manage().enable(acting, 'CM9', 1)), refusal(await manage().enable(acting, 'CM9', 2))])
        .to.deep.equal(['own-change', 'done', 'changed-meanwhile', 'not-now']);
      expect(town.database.tables.audit.all(false).map(({ entry }) => entry).filter(({ action }) => action.endsWith('-refused')).map(({ action, actor, objectNo }) => [action, actor.code, objectNo]), 'and it is written down who tried')
        .to.deep.equal([['channel-merchant.enabled-refused', 'O1', 'CM9']]);
    });

    it('are switched off by a change of what they are believed by, and on again only by somebody who changed none of it (CHN-01, AUTH-10)', async () => {
      await manage().add(acting, facts);
      await manage().enable(second, 'CM9', 1);
      const { channelMerchantName, channelAppId, keyName, settings, remark } = facts;
      const edit = async (who: typeof acting, changes: object): Promise<readonly unknown[]> => {
        const { version = 0 } = await manage().one('CM9') ?? {};
        const came = await manage().edit(who, 'CM9', version, { channelMerchantName, channelAppId, keyName, settings, remark, ...changes });
        return came.ok ? [came.value.enabled, came.value.changedBy] : [came.refusal];
      };
      const enable = async (who: typeof acting): Promise<unknown> => refusal(await manage().enable(who, 'CM9', (await manage().one('CM9'))?.version ?? 0));
      expect(await edit(acting, { remark: '备注', channelMerchantName: '十', settings: { ...settings, feeRate: '600' } })).to.deep.equal([true, []]);
      for (const changes of [{ keyName: 'k2' }, { channelAppId: '2021' }, { settings: { gatewayUrl: 'https://b.example' } }]) {
        expect(await edit(acting, changes), JSON.stringify(changes)).to.deep.equal([false, ['O1']]);
        expect(await edit(acting, {}), 'as it was before').to.deep.equal([false, ['O1']]);
        expect([await enable(acting), await enable(second)]).to.deep.equal(['own-change', 'done']);
      }
      await edit(acting, { keyName: 'k2' });
      expect(await edit(second, { keyName: 'k2', remark: '看过' }), 'a remark confirms nothing').to.deep.equal([false, ['O1']]);
      expect(await edit(second, { keyName: 'k3' }), 'nobody has seen both changes but who made them').to.deep.equal([false, ['O1', 'O2']]);
      expect([await enable(acting), await enable(second), await enable({ ...acting, by: { operatorNo: 'O3' } })]).to.deep.equal(['own-change', 'own-change', 'done']);
      for (let person = 0; person < 20; person++) await edit({ ...acting, by: { operatorNo: `P${person}` } }, { keyName: `n${person}` });
      expect(await edit(acting, { keyName: 'n' })).to.deep.equal(['too-many-changers']);
      expect(await edit({ ...acting, by: { operatorNo: 'P3' } }, { keyName: 'n' })).to.have.nested.property('[1]').with.length(20);
    });

    it('from before this was written down, or of the directory command, are switched on by whoever may', async () => {
      await town.store.directoryEditor.saveChannelMerchant(aChannelMerchant('alipay', { channelMerchantId: 'CM8', channelMerchantNo: '8', enabled: false }), by);
      expect(refusal(await manage().enable(acting, 'CM8', 1))).to.equal('done');
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
