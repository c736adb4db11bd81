import { expect } from 'chai';
import type { Actor } from '../../../domain/audit/audit-entry.js';
import type { ChannelMerchant, PayeeChannel } from '../../../domain/directory/channel-merchant.js';
import type { Developer } from '../../../domain/directory/developer.js';
import type { NontaxItem, NontaxRegion } from '../../../domain/directory/nontax.js';
import type { Payee } from '../../../domain/directory/payee.js';
import { fen } from '../../../domain/kernel/money.js';
import { faultOf, type Open, type Opened } from './opened.js';

export const by: Actor = { kind: 'operator', code: 'admin', address: '192.0.2.1' };
export const developer: Developer = {
  devId: 'D1', developerName: '政务服务大厅', scheme: { algorithm: 'SM2', sm2Encoding: 'raw' }, keys: [{ pem: '-----BEGIN PUBLIC KEY-----\nAAAA\n', since: 1_790_000_000_000, until: undefined }, { pem: '-----BEGIN PUBLIC KEY-----\nBBBB\n', since: undefined, until: 1_800_000_000_000 }],
  enabled: true, allowedOrigins: ['https://biz.example'], allowedAddresses: [], allowedMethods: ['epay-trade-core.order.query'], merchantNos: ['M1'],
  requestsPerSecond: 50, textsPayers: false, personalBillUrl: 'https://biz.example/personal-bills', roleCodes: [], contactName: '李建国', contactMobile: '138****8000', createdAt: 1_790_000_000_000, version: 1,
};
export const payee: Payee = {
  merchantNo: 'M1', payeeName: '不动产登记中心', institutionNo: 'I1', regionCode: undefined, industryCode: 'EDU', enabled: true, payNotifyUrl: 'https://biz.example/n',
  refundNotifyUrl: undefined, defaultReturnUrl: undefined, refundReviewRequired: false, refundReviewAbove: fen(1_000_000), callbackOnFailedOrClosed: true,
  repeatRefundByRule: true, subMerchants: [{ subMerchantNo: 'S1', subMerchantName: '登记费', enabled: true }], chargingUnit: { code: 'U350400001', name: '三明市不动产登记中心' }, isNoticeFirst: true,
  slipRefundPolicy: 'by-approval', remark: '一楼窗口', createdAt: 1_790_000_000_000, version: 1,
};
export const region: NontaxRegion = {
  regionCode: '350400', regionName: '三明市', nontaxRegionCode: '350400', nontaxRegionName: '三明市本级', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1,
};
export const item: NontaxItem = {
  regionCode: '350400', itemCode: 'D350400001', itemName: '不动产登记费（住宅）', nationalCode: '103043211', measure: '件', fundNature: 'administrative-fee', lowestPrice: undefined,
  highestPrice: fen(8_000), voucherKind: 'e-bill', unitCodes: ['U350400001'], enabled: true, version: 1,
};
export const account: ChannelMerchant = {
  channelMerchantId: 'CM1', payChannel: 'alipay', channelMerchantName: '支付宝', channelMerchantNo: '2088', channelAppId: '2021', environment: 'simulator',
  keyName: 'alipay-1', settings: { gatewayUrl: 'http://127.0.0.1' }, enabled: true, remark: '市财政局', createdAt: 1_790_000_000_000, version: 1,
};
export const link: PayeeChannel = { merchantNo: 'M1', payChannel: 'alipay', channelMerchantId: 'CM1', payMethods: ['pc', 'bar'], enabled: true, remark: '专户', createdAt: 1_790_000_000_000, version: 1 };

export function directoryContract(adapter: string, open: Open): void {
  describe(`directory on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('gives back developers, payees, accounts and links as they were saved', async () => {
      await store.directoryEditor.saveDeveloper(developer, by);
      await store.directoryEditor.savePayee(payee, by);
      await store.directoryEditor.saveChannelMerchant(account, by);
      await store.directoryEditor.savePayeeChannel(link, by);
      await store.directoryEditor.savePayeeChannel({ ...link, channelMerchantId: 'CM2', payChannel: 'unionpay', enabled: false }, by);
      expect(await store.directory.developer('D1')).to.deep.equal(developer);
      expect(await store.directory.payee('M1')).to.deep.equal(payee);
      expect(await store.directory.channelMerchant('CM1')).to.deep.equal(account);
      expect([await store.directory.channelMerchantsAt('alipay'), await store.directory.channelMerchantsAt('unionpay')]).to.deep.equal([[account], []]);
      expect((await store.directory.channelsOf('M1')).map((one) => [one.channelMerchantId, one.enabled])).to.deep.equal([['CM1', true], ['CM2', false]]);
      expect((await store.directory.channelsOf('M1'))[0]).to.deep.equal(link);
    });

    it('gives back regions and the catalogue of their items, by code', async () => {
      await store.directoryEditor.saveNontaxRegion(region, by);
      await store.directoryEditor.saveNontaxItem({ ...item, itemCode: 'D350400002', lowestPrice: fen(100), highestPrice: undefined, nationalCode: undefined, unitCodes: [] }, by);
      await store.directoryEditor.saveNontaxItem(item, by);
      await store.directoryEditor.saveNontaxItem({ ...item, regionCode: '350404', enabled: false }, by);
      expect([await store.directory.nontaxRegion('350400'), await store.directory.nontaxRegion('350404')]).to.deep.equal([region, undefined]);
      expect(await store.directory.nontaxItem('350400', 'D350400001')).to.deep.equal(item);
      expect((await store.directory.nontaxItem('350404', 'D350400001'))?.enabled).to.equal(false);
      expect((await store.directory.nontaxItems('350400')).map(({ itemCode, lowestPrice, unitCodes }) => [itemCode, lowestPrice, unitCodes]))
        .to.deep.equal([['D350400001', undefined, ['U350400001']], ['D350400002', 100n, []]]);
    });

    it('knows nothing of what was not saved', async () => {
      expect(await store.directory.developer('D1')).to.equal(undefined);
      expect(await store.directory.payee('')).to.equal(undefined);
      expect(await store.directory.channelsOf('M1')).to.deep.equal([]);
    });

    it('shows a change at once in its own process and counts the version on', async () => {
      await store.directoryEditor.saveDeveloper(developer, by);
      expect((await store.directory.developer('D1'))?.enabled).to.equal(true);
      await store.directoryEditor.saveDeveloper({ ...developer, enabled: false, scheme: { algorithm: 'RSA2' } }, by);
      const after = await store.directory.developer('D1');
      expect([after?.enabled, after?.version, after?.scheme]).to.deep.equal([false, 2, { algorithm: 'RSA2' }]);
    });

    it('writes one audit entry a change, in the same unit', async () => {
      await store.directoryEditor.savePayee(payee, by);
      await store.directoryEditor.savePayee({ ...payee, enabled: false }, by);
      expect(await store.auditChain.extend('s1', 10)).to.equal(2);
      await faultOf(store.unitOfWork.run(async () => {
        await store.directoryEditor.savePayee({ ...payee, payeeName: '改名' }, by);
        throw new Error('undone');
      }));
      expect(await store.auditChain.extend('s1', 10)).to.equal(0);
      expect((await store.unitOfWork.run(() => store.directory.payee('M1')))?.version).to.equal(2);
    });
  });
}
