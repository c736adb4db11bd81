import type { PayChannel, PayMethod } from '../../../domain/directory/channel-merchant.js';
import type { DemoPlaces } from '../../../application/directory/first-places.js';
import type { NontaxItem, NontaxRegion } from '../../../domain/directory/nontax.js';
import { fen } from '../../../domain/kernel/money.js';
import type { Payee } from '../../../domain/directory/payee.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';

/** Payees of the demo city (reference data of province-nontax.md section 7). Codes are ours. The third wants the notice before the payment, the fifth refunds by approval. */
const usual = {
  institutionNo: 'I350400', regionCode: '350400', enabled: true, payNotifyUrl: undefined, refundNotifyUrl: undefined, defaultReturnUrl: undefined,
  refundReviewRequired: false, refundReviewAbove: undefined, callbackOnFailedOrClosed: false, repeatRefundByRule: true, subMerchants: [],
  chargingUnit: undefined, isNoticeFirst: false, slipRefundPolicy: 'direct-until-settled', industryCode: undefined, remark: '', createdAt: undefined, version: 1,
} as const;

const unit = (code: string, name: string) => ({ chargingUnit: { code, name } });

export const demoPayees: readonly Payee[] = [
  { ...usual, merchantNo: 'M35040000001', payeeName: '三明市不动产登记中心', ...unit('350400101', '三明市不动产登记中心') },
  { ...usual, merchantNo: 'M35040000002', payeeName: '三明市行政服务中心', ...unit('350400102', '三明市行政服务中心') },
  { ...usual, merchantNo: 'M35040000003', payeeName: '三明市语言文字工作站', ...unit('350400103', '三明市语言文字工作站'), isNoticeFirst: true },
  {
    ...usual, merchantNo: 'M35040000004', payeeName: '三元区政务服务大厅', regionCode: '350404',
    subMerchants: [
      { subMerchantNo: 'S350404001', subMerchantName: '三元区住建局', enabled: true },
      { subMerchantNo: 'S350404002', subMerchantName: '三元区水利局', enabled: true },
    ],
  },
  { ...usual, merchantNo: 'M35040000005', payeeName: '三明市中级人民法院', ...unit('350400104', '三明市中级人民法院'), refundReviewRequired: true, slipRefundPolicy: 'by-approval' },
];

export const demoRegions: readonly NontaxRegion[] = [
  { regionCode: '350400', regionName: '三明市', nontaxRegionCode: '350400', nontaxRegionName: '三明市本级', eBillRegionCode: '35', eBillRegionName: '福建省', version: 1 },
];

/** A small standard set of industries, and where the demo's payees are. */
export const demoPlaces: DemoPlaces = {
  industries: [
    { industryCode: 'GOV', industryName: '政务服务' }, { industryCode: 'EDU', industryName: '教育' }, { industryCode: 'HEALTH', industryName: '医疗卫生' }, { industryCode: 'JUSTICE', industryName: '司法' },
    { industryCode: 'HOUSING', industryName: '不动产与住建' }, { industryCode: 'TRAFFIC', industryName: '交通' },
  ],
  regions: [{ regionCode: '350400', regionName: '三明市', parentRegionCode: undefined }, { regionCode: '350404', regionName: '三元区', parentRegionCode: '350400' }],
};

/** Items and prices as in province-nontax.md 7; a code of ours where no national one was seen. */
const item = (no: string, itemName: string, measure: string, unitCodes: readonly string[], more: Partial<NontaxItem> = {}): NontaxItem => ({
  regionCode: '350400', itemCode: `D350400${no}`, itemName, nationalCode: undefined, measure, fundNature: 'administrative-fee', lowestPrice: undefined, highestPrice: undefined,
  voucherKind: 'e-bill', unitCodes, enabled: true, version: 1, ...more,
});
const exactly = (price: bigint): Partial<NontaxItem> => ({ lowestPrice: fen(price), highestPrice: fen(price) });

export const demoItems: readonly NontaxItem[] = [
  item('001', '不动产登记费（住宅）', '件', ['350400101'], { nationalCode: '103043211', ...exactly(8_000n) }),
  item('002', '不动产登记费（非住宅）', '件', ['350400101'], { nationalCode: '103043211', ...exactly(55_000n) }),
  item('003', '不动产权属证书工本费', '本', ['350400101'], { nationalCode: '103043211', ...exactly(1_000n) }),
  item('011', '居民身份证工本费', '证', ['350400102'], { lowestPrice: fen(1_000n), highestPrice: fen(4_000n) }),
  item('012', '普通护照工本费', '本', ['350400102'], exactly(12_000n)),
  item('013', '城市道路占用挖掘修复费', '项', ['350400102']),
  item('014', '交通违法罚款', '笔', ['350400102'], { fundNature: 'penalty', highestPrice: fen(20_000n), voucherKind: 'payment-notice' }),
  item('021', '普通话水平测试费', '人次', ['350400103'], { lowestPrice: fen(2_500n), highestPrice: fen(5_000n) }),
  item('031', '诉讼费', '件', ['350400104']),
];

export interface DemoAccount {
  readonly channelMerchantId: string; readonly payChannel: PayChannel; readonly name: string; readonly no: string; readonly appId: string | undefined;
  /** UnionPay: 01 RSA, 21 SM2. */
  readonly signMethod: '01' | '21' | undefined;
}

export const demoAccounts: readonly DemoAccount[] = [
  { channelMerchantId: 'CM-ALIPAY-1', payChannel: 'alipay', name: '三明市财政局支付宝商户', no: '2088350400000001', appId: '2026350400000001', signMethod: undefined },
  { channelMerchantId: 'CM-UNIONPAY-1', payChannel: 'unionpay', name: '三明市财政局银联商户', no: '777350400000001', appId: undefined, signMethod: '01' },
  { channelMerchantId: 'CM-UNIONPAY-2', payChannel: 'unionpay', name: '三明市财政局银联商户（国密）', no: '777350400000002', appId: undefined, signMethod: '21' },
];

/** What the simulators charge: 0.6 %, given back with a refund. */
export const demoContract = { feeRate: '600', feeOnRefund: 'returned' } as const;

const everyMethod: readonly PayMethod[] = ['pc', 'h5', 'bar'];

/** Which payee has opened what: the third has Alipay only, the second signs with UnionPay in SM2. */
export const demoLinks = [
  ...['M35040000001', 'M35040000004', 'M35040000005'].flatMap((merchantNo) => [
    { merchantNo, payChannel: 'alipay', channelMerchantId: 'CM-ALIPAY-1' }, { merchantNo, payChannel: 'unionpay', channelMerchantId: 'CM-UNIONPAY-1' },
  ] as const),
  { merchantNo: 'M35040000002', payChannel: 'alipay', channelMerchantId: 'CM-ALIPAY-1' },
  { merchantNo: 'M35040000002', payChannel: 'unionpay', channelMerchantId: 'CM-UNIONPAY-2' },
  { merchantNo: 'M35040000003', payChannel: 'alipay', channelMerchantId: 'CM-ALIPAY-1' },
].map((link) => ({ ...link, payChannel: link.payChannel as PayChannel, payMethods: everyMethod, enabled: true, remark: '', createdAt: undefined, version: 1 }));

export interface DemoDeveloperPlan {
  readonly devId: string; readonly developerName: string; readonly algorithm: 'RSA2' | 'SM2'; readonly merchantNo: string;
  /** Whose system it is: the window of the demo business system, the city app (a business app inside it, or its payment zone), the service hall, the real-estate centre. */
  readonly lives: 'window' | 'business-app' | 'payment-zone' | 'service-hall' | 'real-estate';
}

/** One developer per algorithm for the window, both of which may act for every demo payee; then those of the city app (city-apps.md 1, 2), the service hall and the real-estate centre (city-apps.md 3, 4). */
export const demoDevelopers: readonly DemoDeveloperPlan[] = [
  { devId: 'DEV-RSA2-0001', developerName: '不动产登记收费系统', algorithm: 'RSA2', merchantNo: 'M35040000001', lives: 'window' },
  { devId: 'DEV-SM2-0001', developerName: '政务服务综合窗口', algorithm: 'SM2', merchantNo: 'M35040000002', lives: 'window' },
  { devId: 'DEV-CITYAPP-0001', developerName: '证照办理（e三明内业务应用）', algorithm: 'SM2', merchantNo: 'M35040000002', lives: 'business-app' },
  { devId: 'DEV-ESM-0001', developerName: 'e三明缴费专区', algorithm: 'RSA2', merchantNo: 'M35040000001', lives: 'payment-zone' },
  { devId: 'DEV-HALL-0001', developerName: '网上办事大厅', algorithm: 'SM2', merchantNo: 'M35040000002', lives: 'service-hall' },
  { devId: 'DEV-REALESTATE-0001', developerName: '不动产登记中心业务系统', algorithm: 'RSA2', merchantNo: 'M35040000001', lives: 'real-estate' },
];

/** The payees that have handed their dues to the payment zone. */
export const zoneMerchantNos: readonly string[] = ['M35040000001', 'M35040000002', 'M35040000003'];

interface Accounts { readonly developers: readonly { readonly devId: string }[] }

/** The accounts of one system alone: nobody is given the keys of another. */
export const accountsOf = <T extends Accounts>(credentials: T, lives: DemoDeveloperPlan['lives']): T => ({
  ...credentials, developers: credentials.developers.filter(({ devId }) => demoDevelopers.some((plan) => plan.devId === devId && plan.lives === lives)),
});

export const windowAccounts = <T extends Accounts>(credentials: T): T => accountsOf(credentials, 'window');

export const demoMethods: readonly string[] = Object.keys(gatewayMethods);
/** Requests a second a demo developer may send; a benchmark is not stopped by it. */
export const demoRequestsPerSecond = 5_000;
