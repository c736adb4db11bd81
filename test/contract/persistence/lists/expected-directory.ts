import { noon } from '../../../builders/moments.js';
import { by, type Expected } from './expectation.js';

const [cm1, cm2] = ['CM1 支付宝非税专户 ALIPAY 1', 'CM2 银联非税专户 UNIONPAY 1'];
const [a, u] = ['ALIPAY 支付宝 ALIPAY 1', 'UNIONPAY 银联 UNIONPAY 0'];
const [r1, r2] = ['350400 三明市 undefined 林晓宇 1', '350404 三元区 三明市 undefined 0'];
const [i1, i2] = ['EDU 教育 1', 'MED 医疗卫生 0'];
const [m1, m2, m3, m4] = ['M1 市财政局 三明市 教育 0 1', 'M2 市不动产登记中心 359999 GONE 1 1', 'M3 县财政局 100%_!\\ 三元区 undefined 0 1', 'M4 市档案馆 三明市 undefined 0 0'];
const [link1, link2, link3] = ['M1 CM1 PC网关支付、H5支付、条码付 1', 'M1 CM2 条码付 0', 'M2 CM1 H5支付 1'];
const [d1, d2] = ['D1 不动产登记中心 RSA2 1', 'D2 网上办事大厅 SM2 0'];

/** What the lists of the directory show of the small city. */
export const directoryExpectations: Readonly<Record<string, Expected>> = {
  'channel-merchants': {
    by: by('channelMerchantId', 'channelMerchantName', 'payChannel', 'enabled'), rows: [cm2, cm1],
    first: { channelMerchantNo: '2088000000000001', channelAppId: undefined, createTime: undefined, environment: 'SIMULATOR' },
    narrowed: [[{ channelMerchantName: '银联' }, [cm2]], [{ payChannel: 'ALIPAY' }, [cm1]], [{ enabled: '1' }, [cm2, cm1]], [{ enabled: '0' }, []]],
  },
  'payees': {
    by: by('merchantNo', 'payeeName', 'regionName', 'industryName', 'refundReviewRequired', 'enabled'), rows: [m1, m2, m4, m3],
    first: { payNotifyUrl: 'https://biz.example/notify', refundNotifyUrl: undefined, institutionNo: 'I1', remark: '总窗口', createTime: noon + 3_600_000 },
    narrowed: [
      [{ merchantNo: 'M2' }, [m2]], [{ merchantNo: 'M' }, []], [{ payeeName: '财政' }, [m1, m3]], [{ payeeName: '100%' }, [m3]], [{ regionName: '三元区' }, [m3]], [{ regionName: '三' }, []], [{ regionName: '三明市' }, [m1, m4]],
      [{ industryName: '教育' }, [m1]], [{ industryName: 'EDU' }, []], [{ enabled: '1' }, [m1, m2, m3]], [{ enabled: '0' }, [m4]],
    ],
  },
  'payee': {
    by: by('merchantNo', 'payeeName', 'regionName', 'industryName', 'refundReviewRequired', 'enabled'), rows: [m2],
    first: {
      defaultReturnUrl: 'https://biz.example/back', refundReviewAbove: 500_000n, callbackOnFailedOrClosed: '1', repeatRefundByRule: '0', subMerchants: '登记窗口（S1）、测绘窗口（S2，停用）', chargingUnit: '登记科（001）', isNoticeFirst: '1',
      slipRefundPolicy: 'BY_APPROVAL', institutionNo: 'I1',
    },
    narrowed: [[{ merchantNo: 'M1' }, [m1]], [{ merchantNo: 'M' }, []]],
  },
  'payee-accounts': {
    by: by('payChannel', 'channelMerchantName', 'payMethod', 'enabled'), rows: ['ALIPAY 支付宝非税专户 PC网关支付、H5支付、条码付 1', 'UNIONPAY 银联非税专户 条码付 0'], first: { createTime: noon + 2, remark: '专户' },
    narrowed: [[{ merchantNo: 'M2' }, ['ALIPAY 支付宝非税专户 H5支付 1']], [{ merchantNo: 'M3' }, []]],
  },
  'payee-channels': {
    by: by('merchantNo', 'channelMerchantId', 'payMethod', 'enabled'), rows: [link1, link2, link3], first: { payeeName: '市财政局', payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户', createTime: noon + 2, remark: '专户' },
    narrowed: [[{ payeeName: '不动产' }, [link3]], [{ payChannel: 'UNIONPAY' }, [link2]], [{ channelMerchantName: '支付宝' }, [link1, link3]], [{ enabled: '0' }, [link2]], [{ enabled: '1', payeeName: '市财政' }, [link1]]],
  },
  'payee-channel': {
    by: by('merchantNo', 'channelMerchantId', 'payMethod', 'enabled'), rows: [link1], first: { payeeName: '市财政局', payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户' },
    narrowed: [[{ channelMerchantId: 'CM2' }, [link2]], [{ merchantNo: 'M3' }, []]],
  },
  'institutions': {
    by: by('institutionNo', 'institutionName', 'adminAccount', 'payeeCount', 'enabled'), rows: ['I3 县收费中心 undefined 0 0', 'I1 市本级收费管理中心 lin.xiaoyu 2 1'],
    first: { contactName: '陈', contactMobile: undefined, createTime: noon + 1, remark: '筹建' },
    narrowed: [[{ institutionNo: 'I1' }, ['I1 市本级收费管理中心 lin.xiaoyu 2 1']], [{ institutionNo: 'I' }, []], [{ institutionName: '收费中心' }, ['I3 县收费中心 undefined 0 0']], [{ enabled: '0' }, ['I3 县收费中心 undefined 0 0']]],
  },
  'developers': {
    by: by('devId', 'developerName', 'signAlgorithm', 'enabled'), rows: [d1, d2], first: { contactName: '李建国', contactMobile: '138****8000', createTime: 1_790_000_000_000, roleName: '大厅、gone' },
    narrowed: [[{ devId: 'D2' }, [d2]], [{ devId: 'D' }, []], [{ developerName: '大厅' }, [d2]], [{ enabled: '1' }, [d1]], [{ enabled: '0' }, [d2]]],
  },
  'channels': {
    by: by('channelNo', 'channelName', 'payChannel', 'enabled'), rows: [a, u],
    first: { payEnabled: '启用（PC网关支付、H5支付、条码付）', reconcileEnabled: '启用（次日 09:05 起获取账单）', splitEnabled: '启用（子商户分账）', payMethods: 'pc,h5,bar', paysFlag: 1, version: 1 },
    narrowed: [[{ channelName: '银' }, [u]], [{ enabled: '1' }, [a]], [{ enabled: '0' }, [u]]],
  },
  'regions': {
    by: by('regionCode', 'regionName', 'parentRegionName', 'regionAdmin', 'enabled'), rows: [r1, r2], first: { adminOperatorNo: 'O1', parentRegionCode: undefined, version: 1 },
    narrowed: [[{ regionCode: '350404' }, [r2]], [{ regionCode: '3504' }, []], [{ regionName: '元' }, [r2]], [{ enabled: '1' }, [r1]], [{ enabled: '0' }, [r2]]],
  },
  'region': { by: by('regionCode', 'regionName', 'parentRegionName', 'regionAdmin', 'enabled'), rows: [r2], first: { remark: '2021 年设立' }, narrowed: [[{ regionCode: '350400' }, [r1]]] },
  'industries': {
    by: by('industryCode', 'industryName', 'enabled'), rows: [i1, i2], first: { version: 1 },
    narrowed: [[{ industryCode: 'MED' }, [i2]], [{ industryCode: 'M' }, []], [{ industryName: '育' }, [i1]], [{ enabled: '1' }, [i1]], [{ enabled: '0' }, [i2]]],
  },
  'industry': { by: by('industryCode', 'industryName', 'enabled'), rows: [i2], first: { remark: '公立医院' }, narrowed: [[{ industryCode: 'EDU' }, [i1]]] },
  'developer-roles': { by: by('roleCode'), rows: ['real-estate', 'hall'], first: { roleName: '不动产', remark: undefined, createTime: 2 }, narrowed: [[{ roleName: '大' }, ['hall']]] },
};
