import { expect } from 'chai';
import type { Industry } from '../../../domain/directory/industry.js';
import type { Institution } from '../../../domain/directory/institution.js';
import type { Region } from '../../../domain/directory/region.js';
import { ConcurrentChange, type Readers } from '../../../application/ports/unit-of-work.js';
import { account, by, developer, link, payee } from './directory.contract.js';
import { anAttempt, anOrder } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const at = 1_790_000_000_000;
const region: Region = { regionCode: '350400', regionName: '三明市', parentRegionCode: undefined, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: at, version: 1 };
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
