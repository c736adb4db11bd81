import { expect } from 'chai';
import type { DeveloperRole } from '../../../domain/directory/developer-role.js';
import type { Industry } from '../../../domain/directory/industry.js';
import type { Institution } from '../../../domain/directory/institution.js';
import type { Region } from '../../../domain/directory/region.js';
import { ConcurrentChange, type Readers } from '../../../application/ports/unit-of-work.js';
import { aChannel } from '../../builders/directory.js';
import { aMenuEntry } from '../../builders/management.js';
import { anOperator } from '../../builders/operators.js';
import { anAttempt, anOrder } from './builders.js';
import { account, by, developer, link, payee, region as nontaxRegion } from './directory.contract.js';
import { faultOf, type Open, type Opened } from './opened.js';

const at = 1_790_000_000_000;
const region: Region = { regionCode: '350400', regionName: '三明市', parentRegionCode: undefined, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: at, version: 1 };
const role: DeveloperRole = { roleCode: 'hall', roleName: '大厅', methods: [...developer.allowedMethods, 'epay-trade-core.refund.create'], merchantNos: ['M1', 'M2'], remark: '', createdAt: at, version: 1 };
const industry: Industry = { industryCode: 'EDU', industryName: '教育', enabled: false, remark: '学校收费', createdAt: at, version: 1 };

const institution: Institution = { institutionNo: 'I1', institutionName: '市收费中心', adminOperatorNo: 'O1', contactName: '林晓宇', contactMobile: '13800138000', enabled: true, remark: '', createdAt: at, version: 1 };

export function shelvesContract(adapter: string, open: Open): void {
  describe(`shelves of the directory on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('gives back what was added, in a unit and outside', async () => {
      await store.unitOfWork.run(async ({ directory }) => {
        expect([await directory.developers.add(developer), await directory.payees.add(payee), await directory.channelMerchants.add(account), await directory.payeeChannels.add(link)]).to.deep.equal(['added', 'added', 'added', 'added']);
        expect([await directory.regions.add(region), await directory.industries.add(industry)]).to.deep.equal(['added', 'added']);
        expect(await directory.payees.one({ merchantNo: 'M1' })).to.deep.equal(payee);
      });
      const read = await store.unitOfWork.read(async ({ directory }) => [
        await directory.developers.one({ devId: 'D1' }), await directory.payees.one({ merchantNo: 'M1' }), await directory.channelMerchants.one({ channelMerchantId: 'CM1' }),
        await directory.payeeChannels.one({ merchantNo: 'M1', channelMerchantId: 'CM1' }), await directory.regions.one({ regionCode: '350400' }), await directory.industries.one({ industryCode: 'EDU' }),
      ]);
      expect(read).to.deep.equal([developer, payee, account, link, region, industry]);
    });

    it('gives back a channel, what the non-tax system calls a region, and whether there is one alike', async () => {
      const channel = aChannel('unionpay', { payMethods: ['bar'], billSource: 'upload', billTime: '10:30', splitEnabled: false, remark: '试点' });
      await store.unitOfWork.run(async ({ directory }) => { await directory.channels.add(channel); await directory.nontaxRegions.add(nontaxRegion); await directory.channelMerchants.add(account); });
      await store.unitOfWork.read(async ({ directory }) => {
        expect([await directory.channels.all(), await directory.nontaxRegions.one({ regionCode: '350400' })]).to.deep.equal([[channel], nontaxRegion]);
        expect([await directory.channels.any({ payChannel: 'unionpay' }), await directory.channels.any({ payChannel: 'alipay' }), await directory.channelMerchants.any({ payChannel: 'alipay', channelMerchantNo: '2088' })]).to.deep.equal([true, false, true]);
        expect(await faultOf(directory.channels.any({}))).to.be.instanceOf(Error);
      });
      expect([await store.directory.channelAt('unionpay'), await store.directory.channelAt('alipay')]).to.deep.equal([channel, undefined]);
      await store.unitOfWork.run(async ({ directory }) => { await directory.channels.put({ ...channel, enabled: false }); await directory.regions.add(region); await directory.industries.add(industry); });
      expect([(await store.directory.channelAt('unionpay'))?.enabled, await store.directory.region('350400'), await store.directory.industry('EDU'), await store.directory.region('359999')]).to.deep.equal([false, region, industry, undefined]);
    });

    it('knows whose scope is a region, and through which accounts money was ever asked for', async () => {
      await store.unitOfWork.run(async ({ operators }) => {
        for (const [operatorNo, regionCode, state] of [['O2', '350404', 'disabled'], ['O1', '350404', 'active'], ['O3', '350400', 'active']] as const) await operators.add(anOperator({ operatorNo, account: `a-${operatorNo.toLowerCase()}`, state, scope: { kind: 'region', regionCode } }), undefined);
      });
      expect((await store.unitOfWork.read(({ operators }) => operators.inRegion('350404'))).map(({ operatorNo }) => operatorNo)).to.deep.equal(['O1', 'O2']);
      await store.unitOfWork.run(({ orders }) => orders.add(anOrder()));
      await store.unitOfWork.run(({ attempts }) => attempts.add(anAttempt({ channelMerchantId: 'CM1' })));
      expect(await store.unitOfWork.read(async ({ attempts }) => [await attempts.anyThrough('CM1'), await attempts.anyThrough('CM2')])).to.deep.equal([true, false]);
    });

    it('keeps entries of the menu with their longest values and with none', async () => {
      const entries = [
        aMenuEntry({ menuKey: 'a'.repeat(64), parentKey: 'd'.repeat(64), menuName: '菜'.repeat(64), pageKey: 'p'.repeat(64), remark: '备'.repeat(200), enabled: false, origin: 'added', sortNo: 100 }),
        aMenuEntry({ menuKey: 'd.desk', parentKey: '-', menuType: 'directory', pageKey: undefined }), aMenuEntry(),
      ];
      await store.unitOfWork.run(async ({ directory }) => { for (const entry of entries) await directory.menus.add(entry); });
      expect(await store.unitOfWork.read(({ directory }) => directory.menus.all())).to.deep.equal(entries);
      await store.unitOfWork.run(({ directory }) => directory.menus.put(aMenuEntry({ menuName: '订单', sortNo: 2, parentKey: 'd.other', enabled: false, remark: '改' })));
      expect(await store.unitOfWork.read(({ directory }) => directory.menus.one({ menuKey: 'p.pay-orders' }))).to.deep.equal(aMenuEntry({ menuName: '订单', sortNo: 2, parentKey: 'd.other', enabled: false, remark: '改', version: 2 }));
    });

    it('keeps institutions with their contacts, and a payee that belongs to none', async () => {
      const silent = { ...institution, institutionNo: 'I2', contactMobile: undefined, remark: '筹建' };
      await store.unitOfWork.run(async ({ directory }) => {
        expect([await directory.institutions.add(institution), await directory.institutions.add(silent), await directory.institutions.add(institution)]).to.deep.equal(['added', 'added', 'exists']);
        await directory.payees.add({ ...payee, institutionNo: undefined, industryCode: undefined, remark: '', createdAt: undefined });
        await directory.institutions.put({ ...institution, contactMobile: '13900139000', createdAt: 5 });
      });
      await store.unitOfWork.read(async ({ directory }) => {
        expect(await directory.institutions.all()).to.deep.equal([{ ...institution, contactMobile: '13900139000', version: 2 }, silent]);
        expect((await directory.institutions.where({ institutionName: '市收费中心' })).length).to.equal(2);
        expect(await directory.payees.one({ merchantNo: 'M1' })).to.deep.equal({ ...payee, institutionNo: undefined, industryCode: undefined, remark: '', createdAt: undefined });
        expect(await directory.payees.where({ institutionNo: 'I1' })).to.deep.equal([]);
      });
    });

    it('says of a payee whether it ever had an order, and of an account whether it was ever paid through', async () => {
      await store.unitOfWork.run(async ({ orders, attempts }) => {
        await orders.add(anOrder());
        await attempts.add(anAttempt());
      });
      const [{ devId, merchantNo }, { channelMerchantId }] = [anOrder(), anAttempt()];
      const asked = async ({ orders, attempts }: Pick<Readers, 'orders' | 'attempts'>): Promise<readonly boolean[]> => [
        await orders.anyOf(devId, merchantNo), await orders.anyOf(devId, 'M9'), await orders.anyOf('D9', merchantNo),
        await attempts.anyThrough(channelMerchantId, merchantNo), await attempts.anyThrough(channelMerchantId, 'M9'), await attempts.anyThrough('CM9', merchantNo),
      ];
      const expected = [true, false, false, true, false, false];
      expect(await store.unitOfWork.run(asked)).to.deep.equal(expected);
      expect(await store.unitOfWork.read(asked)).to.deep.equal(expected);
    });

    it('adds a key once, and each again after its removal', async () => {
      const add = () => store.unitOfWork.run(({ directory }) => directory.regions.add({ ...region, version: 7 }));
      expect([await add(), await add()]).to.deep.equal(['added', 'exists']);
      await store.unitOfWork.run(async ({ directory }) => { await directory.regions.remove(region); });
      expect(await store.unitOfWork.read(({ directory }) => directory.regions.one({ regionCode: '350400' }))).to.equal(undefined);
      expect(await add()).to.equal('added');
    });

    it('changes and removes only what is as it was read', async () => {
      await store.unitOfWork.run(({ directory }) => directory.regions.add(region));
      await store.unitOfWork.run(({ directory }) => directory.regions.put({ ...region, regionName: '三明', createdAt: 5 }));
      expect(await store.unitOfWork.read(({ directory }) => directory.regions.one({ regionCode: '350400' }))).to.deep.equal({ ...region, regionName: '三明', version: 2 });
      for (const stale of [region, { ...region, version: 3 }, { ...region, regionCode: '350402' }]) {
        expect(await faultOf(store.unitOfWork.run(({ directory }) => directory.regions.remove(stale)))).to.be.instanceOf(ConcurrentChange);
        expect(await faultOf(store.unitOfWork.run(({ directory }) => directory.regions.put(stale)))).to.be.instanceOf(ConcurrentChange);
      }
      expect((await store.unitOfWork.read(({ directory }) => directory.regions.all())).length).to.equal(1);
    });

    it('finds those alike and all, by key, and refuses a question without a property', async () => {
      await store.unitOfWork.run(async ({ directory }) => {
        for (const [regionCode, parentRegionCode] of [['350402', '350400'], ['350400', undefined], ['350403', '350400']] as const) await directory.regions.add({ ...region, regionCode, parentRegionCode });
        for (const channelMerchantId of ['CM2', 'CM1']) await directory.payeeChannels.add({ ...link, channelMerchantId });
        await directory.payeeChannels.add({ ...link, merchantNo: 'M2' });
      });
      await store.unitOfWork.read(async ({ directory }) => {
        expect((await directory.regions.where({ parentRegionCode: '350400' })).map(({ regionCode }) => regionCode)).to.deep.equal(['350402', '350403']);
        expect((await directory.regions.all()).map(({ regionCode }) => regionCode)).to.deep.equal(['350400', '350402', '350403']);
        expect((await directory.payeeChannels.where({ channelMerchantId: 'CM1' })).map(({ merchantNo }) => merchantNo)).to.deep.equal(['M1', 'M2']);
        expect(await faultOf(directory.regions.where({}))).to.be.instanceOf(Error);
      });
    });

    it('keeps the whole number of a contact apart, and forgets it with its developer', async () => {
      await store.unitOfWork.run(async ({ directory }) => { await directory.developers.add(developer); await directory.developers.putMobile('D1', '13800138000'); });
      const numbers = () => store.unitOfWork.read(({ directory }) => Promise.all(['D1', 'D2'].map((devId) => directory.developers.mobileOf(devId))));
      expect(await numbers()).to.deep.equal(['13800138000', undefined]);
      await store.unitOfWork.run(({ directory }) => directory.developers.put({ ...developer, contactName: '王芳', createdAt: 5 }));
      expect(await store.unitOfWork.read(({ directory }) => directory.developers.one({ devId: 'D1' }))).to.deep.equal({ ...developer, contactName: '王芳', version: 2 });
      expect(await numbers()).to.deep.equal(['13800138000', undefined]);
      await store.unitOfWork.run(({ directory }) => directory.developers.putMobile('D1', undefined));
      expect(await numbers()).to.deep.equal([undefined, undefined]);
      expect(await faultOf(store.unitOfWork.run(({ directory }) => directory.developers.putMobile('D2', '13800138000')))).to.be.instanceOf(ConcurrentChange);
      await store.unitOfWork.run(async ({ directory }) => { await directory.developers.putMobile('D1', '13800138000'); await directory.developers.remove({ ...developer, version: 2 }); });
      await store.unitOfWork.run(({ directory }) => directory.developers.add(developer));
      expect(await numbers()).to.deep.equal([undefined, undefined]);
    });

    it('knows which developers an order names', async () => {
      await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ devId: 'D2' })));
      const used = await store.unitOfWork.read(({ directory }) => Promise.all(['D1', 'D2'].map((devId) => directory.developers.isUsed(devId))));
      expect(used).to.deep.equal([false, true]);
    });

    it('gives whoever serves by it a developer with what its roles grant, and the shelf what it was given itself', async () => {
      await store.unitOfWork.run(async ({ directory }) => {
        await directory.developers.add({ ...developer, roleCodes: ['hall', 'gone'] });
        expect(await directory.developerRoles.add(role)).to.equal('added');
      });
      expect(await store.directory.developer('D1')).to.deep.include({ allowedMethods: [...developer.allowedMethods, 'epay-trade-core.refund.create'], merchantNos: ['M1', 'M2'], roleCodes: ['hall', 'gone'] });
      expect(await store.unitOfWork.read(({ directory }) => directory.developers.one({ devId: 'D1' }))).to.deep.include({ allowedMethods: developer.allowedMethods, merchantNos: ['M1'] });
      expect(await store.unitOfWork.read(({ directory }) => directory.developerRoles.all())).to.deep.equal([role]);
      await store.unitOfWork.run(({ directory }) => directory.developerRoles.put({ ...role, methods: [] }));
      expect((await store.directory.developer('D1'))?.allowedMethods).to.deep.equal(developer.allowedMethods);
    });

    it('is seen at once by whoever serves by the directory of this process, and not when the unit fails', async () => {
      await store.directoryEditor.savePayee(payee, by);
      expect((await store.directory.payee('M1'))?.enabled).to.equal(true);
      const change = async (fails: boolean): Promise<void> => store.unitOfWork.run(async ({ directory }) => {
        const read = await directory.payees.one({ merchantNo: 'M1' });
        if (read !== undefined) await directory.payees.put({ ...read, enabled: false });
        if (fails) throw new Error('power cut');
      });
      await faultOf(change(true));
      expect((await store.directory.payee('M1'))?.enabled).to.equal(true);
      await change(false);
      expect((await store.directory.payee('M1'))?.enabled).to.equal(false);
    });
  });
}
