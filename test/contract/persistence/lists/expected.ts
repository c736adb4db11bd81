import { no, noon } from '../builders.js';
import { by, range, since, type Expected } from './expectation.js';
import { directoryExpectations } from './expected-directory.js';
import { managementExpectations } from './expected-management.js';
import { orderExpectations } from './expected-orders.js';
import { serviceDeskExpectations } from './expected-service-desk.js';
import { day } from './world.js';

const hour = 3_600_000;

/** What was done in the city, newest first: last a business system and a command, then operators, first of all the directory was filled. */
const audited = {
  late: [`${noon + 3 * day} D1 开发者 业务系统下单`, `${noon + 2 * day} 某命令 undefined 导出日志`], operators: [`${noon + day} O2 陈审 停用操作员`, `${noon + day} O1 林晓宇 查看手机号`],
  directory: ['区域非税配置 350404', '区域非税配置 350400', '渠道商户 CM2', '渠道商户 CM1', '收款单位 M3', '收款单位 M2', '收款单位 M1'].map((made) => `${noon} test 平台 新增${made}`),
};

const issued = [`${no(8803)} OTHER undefined O9 0`, `${no(8802)} REFUND ${no(9034)} 陈审 1`, `${no(8801)} PAY ${no(1)} 林晓宇 0`];

export const expectations: Readonly<Record<string, Expected>> = {
  ...orderExpectations, ...directoryExpectations, ...managementExpectations, ...serviceDeskExpectations,
  'operators': {
    by: by('operatorNo', 'roleName', 'regionName', 'enabled', 'operatorMobile'), rows: ['O3 gone 359999 0 138****8000', 'O2 审计员 undefined 2 undefined', 'O1 收费员、查询员 三元区 1 138****8000'],
    first: { operatorName: '张三', operatorAccount: 'zhang-3', createTime: noon + day, remark: '综合窗口', version: 1, roleCodes: 'gone', officer: undefined },
    narrowed: [
      [{ operatorName: '陈' }, ['O2 审计员 undefined 2 undefined']], [{ operatorName: '张' }, ['O3 gone 359999 0 138****8000']], [{ operatorAccount: 'XIAOYU' }, ['O1 收费员、查询员 三元区 1 138****8000']],
      [{ enabled: '0' }, ['O3 gone 359999 0 138****8000']],
    ],
  },
  'operator-roles': {
    by: by('roleCode'), rows: ['reader', 'cashier'], first: { roleName: '查询员', remark: undefined, createTime: noon + hour },
    narrowed: [[{ roleName: '收费' }, ['cashier']], [{ roleName: '员' }, ['reader', 'cashier']]],
  },
  'grant-requests': {
    by: by('requestNo', 'operatorAccount', 'askedRights', 'askerName', 'grantState', 'deciderName'),
    rows: ['G3 undefined 审计员 undefined 2 陈审', 'G2 zhang-3 收回全部权限 陈审 1 林晓宇', 'G1 lin.xiaoyu 收费员、查询员 陈审 0 undefined'],
    first: { askTime: noon + day, operatorName: undefined, decideTime: noon + day + hour, remark: '新入职', opinion: '不能兼任' },
    narrowed: [[{ grantState: '0' }, ['G1 lin.xiaoyu 收费员、查询员 陈审 0 undefined']], [{ grantState: '1' }, ['G2 zhang-3 收回全部权限 陈审 1 林晓宇']]],
  },
  'operator-keys': {
    by: by('keyNo', 'operatorAccount', 'keyPrint', 'askerName', 'keyState', 'deciderName'),
    rows: ['K3 undefined eeeeeeee…eeeeeeee undefined 1 陈审', 'K2 zhang-3 dddddddd…dddddddd 陈审 3 林晓宇', 'K1 lin.xiaoyu 12345678…90abcdef 林晓宇 0 undefined'],
    first: { askTime: noon + day, operatorName: undefined, decideTime: noon + day + hour, remark: '新发' },
    narrowed: [[{ keyState: '0' }, ['K1 lin.xiaoyu 12345678…90abcdef 林晓宇 0 undefined']], [{ keyState: '4' }, []]],
  },
  'audit-logs': {
    by: by('operateTime', 'operatorNo', 'operatorName', 'operationDesc'), rows: [...audited.late, ...audited.operators, ...audited.directory],
    first: { loginIp: '192.0.2.7', sourceData: '变更后 {"orderAmount":"12000","state":"awaiting"}', objectKind: 'order', objectNo: no(1), entryId: no(7304) },
    narrowed: [
      [{ operationDesc: '操作员' }, audited.operators.slice(0, 1)], [{ operationDesc: '新增收款单位' }, audited.directory.slice(4)], [{ operateTime: range('20260509') }, audited.operators],
      [{ operateTime: since('20260510') }, audited.late], [{ operateTime: range('20260508'), operationDesc: 'cm2' }, audited.directory.slice(2, 3)],
      [{ objectNo: 'CM2' }, audited.directory.slice(2, 3)], [{ objectNo: 'CM' }, []], [{ objectNo: no(1), operateTime: range('20260509') }, audited.operators],
    ],
  },
  'issues': {
    by: by('issueNo', 'issueType', 'relatedOrderNo', 'registeredBy', 'issueState'), rows: issued, first: { registerTime: noon + 2 * day, solvedTime: undefined },
    narrowed: [
      [{ registerDate: range('20260508') }, issued.slice(2)], [{ issueState: '1' }, issued.slice(1, 2)], [{ issueState: '0' }, [issued[0], issued[2]]], [{ issueType: 'REFUND' }, issued.slice(1, 2)], [{ issueType: 'BILL' }, []],
      [{ relatedOrderNo: no(9034) }, issued.slice(1, 2)], [{ relatedOrderNo: no(34) }, issued.slice(1, 2)], [{ relatedOrderNo: 'B-34' }, issued.slice(1, 2)], [{ relatedOrderNo: 'B-3' }, []],
    ],
  },
  'issue': {
    by: by('issueType', 'relatedOrderNo', 'registeredBy', 'issueState'), rows: [`REFUND ${no(9034)} 陈审 1`], first: { registerTime: noon + day, issueDescription: '张三来电：已扣款，页面显示未支付', attachments: 2 },
    narrowed: [[{ issueNo: no(8803) }, ['OTHER undefined O9 0']], [{ issueNo: no(1) }, []]],
  },
  'order-issues': {
    by: by('issueNo', 'issueType', 'relatedOrderNo', 'registeredBy', 'issueState'), rows: issued.slice(1, 2), first: { registerTime: noon + day },
    narrowed: [[{ platformOrderNo: no(1) }, issued.slice(2)], [{ platformOrderNo: no(9034) }, []], [{ platformOrderNo: 'B-34' }, []]],
  },
  'refund-issues': {
    by: by('issueNo', 'issueType', 'relatedOrderNo', 'registeredBy', 'issueState'), rows: issued.slice(1, 2), first: { registerTime: noon + day },
    narrowed: [[{ platformRefundOrderNo: no(9031) }, []], [{ platformRefundOrderNo: no(34) }, []]],
  },
  'text-messages': {
    by: by('messageId'), rows: [no(7103), no(7102), no(7101)],
    first: { createTime: noon + day, scene: 'LOGIN', phone: '138****8000', template: 'LOGIN_CODE', textState: 'QUEUED', resultCode: undefined, tries: 0, groupNo: undefined, bizKey: no(7103) },
    narrowed: [
      [{ createDate: range('20260508') }, [no(7102), no(7101)]], [{ scene: 'PAYMENT_MADE' }, [no(7102), no(7101)]], [{ textState: 'UNKNOWN' }, [no(7102)]],
      [{ phone: '+86 138-0013-8000' }, [no(7103), no(7101)]], [{ phone: '1380013800' }, []], [{ phone: '138****8000' }, []], [{ bizKey: no(2) }, [no(7102)]],
    ],
  },
  'inbound-texts': {
    by: by('inboundNo'), rows: [no(7202), no(7201)],
    first: { receiveTime: noon + day, phone: '138****8000', content: 'TD', meaning: 'OPT_OUT', extension: undefined, sendTime: undefined },
    narrowed: [[{ receiveDate: range('20260508') }, [no(7201)]], [{ phone: '13900139000' }, [no(7202)]], [{ meaning: 'OTHER' }, [no(7201)]]],
  },
  'reconcile-days': {
    by: by('reconcileDate'), rows: ['20260509', '20260508', '20260507'],
    first: { reconcileDate: '20260509', reconcileCount: 10, reconcileAmount: 1000n, reconcileState: 'BALANCED', differenceCount: 0, waitingCount: 0 },
    narrowed: [[{ reconcileDate: range('20260508') }, ['20260508']], [{ reconcileDate: since('20260508') }, ['20260509', '20260508']], [{ reconcileDate: { from: undefined, to: '20260507' } }, ['20260507']]],
  },
  'reconcile-day-details': {
    by: by('bizOrderNo', 'outcome', 'feeAmount'),
    rows: ['B-4 MATCHED -4', 'B-3 MATCHED 2', 'B-3 MATCHED 1', 'B-2 MATCHED 2', 'B-1 FEE_DIFFERS 1', 'undefined ONLY_THERE undefined'],
    first: { tradeTime: noon + 4 * hour, tradeAmount: -400n, settleTime: noon + 2 * day, settledAmount: -400n, payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户' },
    narrowed: [
      [{ reconcileDate: '20260509' }, ['undefined ONLY_HERE undefined', 'B-1 MATCHED 1']], [{ channelMerchantName: '银联非税专户' }, ['B-2 MATCHED 2']],
      [{ outcome: 'MATCHED' }, ['B-4 MATCHED -4', 'B-3 MATCHED 2', 'B-3 MATCHED 1', 'B-2 MATCHED 2']], [{ outcome: 'FEE_DIFFERS' }, ['B-1 FEE_DIFFERS 1']],
      [{ outcome: 'ONLY_THERE' }, ['undefined ONLY_THERE undefined']], [{ differing: true }, ['B-1 FEE_DIFFERS 1', 'undefined ONLY_THERE undefined']],
    ],
  },
  'reconcile-merchant-days': {
    by: by('channelMerchantId', 'reconcileDate'), rows: ['CM1 20260509', 'CM2 20260508', 'CM1 20260508', 'CM2 20260507'],
    first: { reconcileCount: 10, reconcileAmount: 1000n, payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户', reconcileState: 'BALANCED', billNo: 'BILL-20260509' },
    narrowed: [
      [{ reconcileDate: range('20260508') }, ['CM2 20260508', 'CM1 20260508']], [{ payChannel: 'UNIONPAY' }, ['CM2 20260508', 'CM2 20260507']],
      [{ channelMerchantName: '支付宝非税专户' }, ['CM1 20260509', 'CM1 20260508']], [{ channelMerchantName: '支付宝' }, []], [{ latestOnly: true }, ['CM1 20260509', 'CM2 20260508']],
    ],
  },
  'reconcile-log': {
    by: by('runNo'), rows: ['R4', 'R2', 'R1'],
    first: { logTime: noon + 3 * day, merchantSettleTime: '20260509', platformSettleTime: noon + day + 5000, remark: '渠道当日无账单', runState: 'DONE', billNo: undefined },
    narrowed: [[{ reconcileDate: '20260508' }, ['R2', 'R1']], [{ channelMerchantId: 'CM2' }, ['R3']]],
  },
  differences: {
    by: by('differenceNo'), rows: ['DF3', 'DF4', 'DF2', 'DF1'],
    first: { reconcileDate: '20260509', payChannel: 'UNIONPAY', channelMerchantName: '银联非税专户', outcome: 'ONLY_HERE', differenceState: 'HANDLED', orderType: 'PAY', tradeTime: undefined, payeeName: undefined, hereAmount: 800n, thereAmount: undefined, explanation: '渠道有，平台无', foundTime: noon + day, lastRunNo: 'R1' },
    narrowed: [
      [{ reconcileDate: range('20260509') }, ['DF3']], [{ payChannel: 'UNIONPAY' }, ['DF3']], [{ channelMerchantName: '支付宝非税专户' }, ['DF4', 'DF2', 'DF1']],
      [{ outcome: 'ONLY_THERE' }, ['DF4', 'DF1']], [{ differenceState: 'CLEARED' }, ['DF4']],
    ],
  },
  settlements: {
    by: by('orderDate', 'dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'),
    rows: ['20260512 1 500 0 0 0 0', '20260510 1 800 0 0 0 0', '20260509 2 200 1 -400 -396 -4', '20260508 4 -100 3 600 593 7'],
    first: { dueCount: 1, dueAmount: 500n },
    narrowed: [
      [{ orderDate: range('20260509', '20260510') }, ['20260510 1 800 0 0 0 0', '20260509 2 200 1 -400 -396 -4']],
      [{ payChannel: 'UNIONPAY' }, ['20260510 1 800 0 0 0 0', '20260508 1 200 1 200 198 2']], [{ acquiringChannel: 'UNIONPAY' }, ['20260510 1 800 0 0 0 0', '20260508 1 200 1 200 198 2']],
      [{ channelMerchantName: '支付宝非税专户', orderDate: range('20260508') }, ['20260508 3 -300 2 400 395 5']],
    ],
  },
  'settlement-details': {
    by: by('bizOrderNo', 'settledAmount', 'feeAmount', 'settleDate'), rows: ['B-3 300 3 20260509', 'B-7 undefined undefined undefined', 'B-2 200 2 20260509', 'B-1 100 2 20260510'],
    first: { tradeTime: noon + 3 * hour, tradeAmount: 300n, platformOrderNo: no(3), channelOrderNo: undefined, payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户', orderType: 'PAY' },
    narrowed: [
      [{ orderDate: '20260510' }, ['B-8 undefined undefined undefined']], [{ payChannel: 'UNIONPAY' }, ['B-2 200 2 20260509']], [{ acquiringChannel: 'UNIONPAY' }, ['B-2 200 2 20260509']],
      [{ channelMerchantName: '银联非税专户' }, ['B-2 200 2 20260509']],
    ],
  },
  'unsettled-trades': {
    by: by('bizOrderNo', 'orderAmount', 'unsettledAge', 'splitMode'), rows: ['B-5 500 DAY_0_1 SUB_MERCHANT', 'B-8 800 DAY_2_3 NONE', 'B-6 650 DAY_2_3 NONE', 'B-7 -700 OVER_3 NONE'],
    first: { tradeTime: noon + 4 * day, payChannel: 'ALIPAY', payMethod: 'H5', payOrRefundOrderNo: no(5), tradeKey: `P${no(5)}` },
    narrowed: [
      [{ tradeDate: range('20260509', '20260510') }, ['B-8 800 DAY_2_3 NONE', 'B-6 650 DAY_2_3 NONE']], [{ payChannel: 'UNIONPAY' }, ['B-8 800 DAY_2_3 NONE']],
      [{ acquiringChannel: 'UNIONPAY' }, ['B-8 800 DAY_2_3 NONE']], [{ bizOrderNo: 'B-6' }, ['B-6 650 DAY_2_3 NONE']], [{ bizOrderNo: 'B' }, []], [{ bizOrderNo: 'b-6' }, []],
      [{ payMethod: 'PC' }, ['B-6 650 DAY_2_3 NONE']], [{ payOrRefundOrderNo: no(9007) }, ['B-7 -700 OVER_3 NONE']], [{ payOrRefundOrderNo: no(7) }, []], [{ payOrRefundOrderNo: no(6) }, ['B-6 650 DAY_2_3 NONE']],
    ],
  },
  'unsettled-trade': {
    by: by('tradeAmount', 'orderAmount', 'discountAmount'), rows: ['580 650 70'],
    first: { createTime: noon + 6 * hour, payerMobile: undefined, payChannel: 'ALIPAY', payMethod: 'PC' },
    narrowed: [[{ tradeKey: `R${no(7)}` }, ['-700 700 0']]],
  },
  'payee-settlements': {
    by: by('payeeName', 'payChannel', 'dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'feeAmount'),
    rows: ['县财政局 100%_!\\ UNIONPAY 1 800 0 0 0', '市不动产登记中心 ALIPAY 1 600 0 0 0', '市不动产登记中心 UNIONPAY 1 200 1 200 2', '市财政局 ALIPAY 5 -200 3 0 1'],
    first: { merchantNo: 'M3' },
    narrowed: [[{ orderDate: range('20260510') }, ['县财政局 100%_!\\ UNIONPAY 1 800 0 0 0']]],
  },
  'payee-settlement-details': {
    by: by('bizOrderNo', 'settledAmount', 'creditedAmount', 'feeAmount'), rows: ['B-4 -400 -396 -4', 'B-3 200 198 2', 'B-3 100 99 1', 'B-1 0 -1 1', 'B-1 100 99 1'],
    first: { orderDate: '20260509', settleDate: '20260509', tradeAmount: -400n, tradeTime: noon + 4 * hour, orderType: 'REFUND', payChannel: 'ALIPAY' },
    narrowed: [[{ merchantNo: 'M2' }, ['B-2 200 198 2']], [{ orderDate: range('20260509') }, ['B-4 -400 -396 -4']], [{ payChannel: 'UNIONPAY' }, []]],
  },
  'portal-daily-settlements': {
    by: by('orderDate', 'payChannel', 'tradeCount', 'tradeAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'),
    rows: ['20260512 ALIPAY 1 500 0 0 0 0', '20260509 ALIPAY 2 200 1 -400 -396 -4', '20260508 UNIONPAY 1 200 1 200 198 2', '20260508 ALIPAY 3 -300 2 400 395 5'],
    first: {},
    narrowed: [
      [{ orderDate: range('20260509') }, ['20260509 ALIPAY 2 200 1 -400 -396 -4']],
      [{ payeeName: '不动产' }, ['20260509 ALIPAY 1 600 0 0 0 0', '20260508 UNIONPAY 1 200 1 200 198 2']], [{ payeeName: '县财政局' }, []],
    ],
  },
  'portal-daily-settlement-details': {
    by: by('bizOrderNo', 'settledAmount', 'payeeName'), rows: ['B-3 200 市财政局', 'B-3 100 市财政局', 'B-2 200 市不动产登记中心', 'B-1 0 市财政局', 'B-1 100 市财政局'],
    first: { settleDate: '20260509', tradeAmount: 200n, creditedAmount: 198n, feeAmount: 2n, tradeTime: noon + 3 * hour, orderType: 'PAY', payChannel: 'ALIPAY' },
    narrowed: [[{ orderDate: '20260509' }, ['B-4 -400 市财政局']], [{ payChannel: 'UNIONPAY' }, ['B-2 200 市不动产登记中心']], [{ payeeName: '登记中心' }, ['B-2 200 市不动产登记中心']]],
  },
  'portal-payee-settlements': {
    by: by('orderDate', 'payeeName', 'payChannel', 'tradeCount', 'settledCount'),
    rows: ['20260512 市财政局 ALIPAY 1 0', '20260509 市不动产登记中心 ALIPAY 1 0', '20260509 市财政局 ALIPAY 1 1', '20260508 市不动产登记中心 UNIONPAY 1 1', '20260508 市财政局 ALIPAY 3 2'],
    first: { merchantNo: 'M1', tradeAmount: 500n },
    narrowed: [[{ orderDate: range('20260512') }, ['20260512 市财政局 ALIPAY 1 0']], [{ payeeName: '中心', orderDate: range('20260508') }, ['20260508 市不动产登记中心 UNIONPAY 1 1']]],
  },
  'portal-payee-settlement-details': {
    by: by('bizOrderNo', 'settledAmount'), rows: ['B-4 -400', 'B-3 200', 'B-3 100', 'B-1 0', 'B-1 100'], first: { creditedAmount: -396n },
    narrowed: [[{ merchantNo: 'M3' }, []], [{ orderDate: range('20260509') }, ['B-4 -400']], [{ payChannel: 'ALIPAY', orderDate: range('20260509') }, ['B-4 -400']]],
  },
  'portal-unsettled': {
    by: by('bizOrderNo', 'tradeAmount', 'payeeName', 'orderType'), rows: ['B-5 500 市财政局 PAY', 'B-6 600 市不动产登记中心 PAY', 'B-7 -700 市财政局 REFUND'], first: { tradeTime: noon + 4 * day, payChannel: 'ALIPAY' },
    narrowed: [[{ tradeDate: range('20260508') }, ['B-7 -700 市财政局 REFUND']]],
  },
  'nontax-regions': {
    by: by('nontaxRegionCode'), rows: ['350400', '350404'], first: { nontaxRegionName: '三明市本级', eBillRegionCode: '35', eBillRegionName: '福建省', regionName: '三明市', regionCode: '350400' },
    narrowed: [[{ nontaxRegionCode: '350404' }, ['350404']], [{ nontaxRegionCode: '3504' }, []], [{ nontaxRegionName: '三元' }, ['350404']], [{ nontaxRegionName: '%' }, []]],
  },
  'notice-trades': {
    by: by('payCode', 'totalAmount', 'payChannel'), rows: ['35040026300000000006 600 ALIPAY', '35040026300000000002 200 UNIONPAY', '35040026300000000001 100 ALIPAY'],
    first: { payDate: '20260509', platformOrderNo: no(6), payeeName: '市不动产登记中心', noticeNo: no(6) },
    narrowed: [
      [{ payDate: range('20260508') }, ['35040026300000000002 200 UNIONPAY', '35040026300000000001 100 ALIPAY']], [{ payCode: '35040026300000000001' }, ['35040026300000000001 100 ALIPAY']],
      [{ payCode: '35040026300000000009' }, []], [{ payChannel: 'UNIONPAY' }, ['35040026300000000002 200 UNIONPAY']],
    ],
  },
  'notice-trade': {
    by: by('payCode', 'noticeStep'), rows: ['35040026300000000001 CONFIRMED'], first: { totalAmount: 100n, payDate: '20260508', payChannel: 'ALIPAY', payeeName: '市财政局', payerMobile: '138****8000', tradeTime: noon + hour },
    narrowed: [[{ noticeNo: no(6) }, ['35040026300000000006 CONFIRM_PENDING']], [{ noticeNo: no(9) }, []]],
  },
  'notice-log': {
    by: by('noticeContent', 'noticeState'), rows: ['缴款确认 2 0', '缴款确认 1 1', '通知业务系统支付结果 0'], first: { noticeReply: '成功', noticeTime: noon + 2 * hour },
    narrowed: [[{ noticeNo: no(2) }, []]],
  },
  'notice-settlements': {
    by: by('payCode', 'settled', 'settleDate', 'settledAmount'), rows: ['35040026300000000006 0 undefined undefined', '35040026300000000002 1 20260508 200', '35040026300000000001 1 20260508 100'],
    first: { totalAmount: 600n, payChannel: 'ALIPAY', platformOrderNo: no(6), noticeNo: no(6) },
    narrowed: [
      [{ payDate: range('20260509') }, ['35040026300000000006 0 undefined undefined']], [{ settleDate: range('20260508') }, ['35040026300000000002 1 20260508 200', '35040026300000000001 1 20260508 100']],
      [{ payCode: '35040026300000000002' }, ['35040026300000000002 1 20260508 200']], [{ settled: '0' }, ['35040026300000000006 0 undefined undefined']],
    ],
  },
  'notice-settlement': {
    by: by('payCode', 'settledAmount', 'feeAmount'), rows: ['35040026300000000001 100 2'], first: { settled: '1', settleDate: '20260508', payChannel: 'ALIPAY', platformOrderNo: no(1) },
    narrowed: [[{ noticeNo: no(6) }, ['35040026300000000006 undefined undefined']]],
  },
  'abnormal-notices': {
    by: by('seqNo', 'abnormalType', 'handleState'), rows: ['2 ONLY_AT_PROVINCE 2', '1 PAID_NOT_CONFIRMED 0'], first: { totalAmount: 800n, payDate: '20260509', orderDate: undefined, platformOrderNo: undefined, explanation: '第 5 次仍未成功' },
    narrowed: [[{ payDate: range('20260508') }, ['1 PAID_NOT_CONFIRMED 0']], [{ payCode: '35040026300000000001' }, ['1 PAID_NOT_CONFIRMED 0']], [{ handleState: '2' }, ['2 ONLY_AT_PROVINCE 2']]],
  },
  'repeat-orders': {
    by: by('bizOrderNo', 'orderAmount', 'handleState', 'refundState'), rows: ['B-2 200 2 1', 'B-1 100 0 undefined'],
    first: { createTime: noon + 2 * hour + 2000, payChannel: 'ALIPAY', platformOrderNo: no(2), channelOrderNo: '渠道-2', channelMerchantName: '支付宝非税专户', giveBackState: '9', attemptNo: no(5002) },
    narrowed: [
      [{ createDate: range('20260509') }, []], [{ createDate: range('20260508') }, ['B-2 200 2 1', 'B-1 100 0 undefined']], [{ bizOrderNo: 'B-1' }, ['B-1 100 0 undefined']],
      [{ platformOrderNo: no(2) }, ['B-2 200 2 1']], [{ channelOrderNo: '渠道-1' }, ['B-1 100 0 undefined']], [{ channelMerchantName: '银联' }, []],
      [{ channelMerchantName: '支付宝', handleState: '0' }, ['B-1 100 0 undefined']],
      [{ giveBackState: '1' }, ['B-1 100 0 undefined']], [{ giveBackState: '9' }, ['B-2 200 2 1']], [{ giveBackState: '0' }, []], [{ giveBackState: '2' }, []],
    ],
  },
  'repeat-order': {
    by: by('bizOrderNo', 'orderState', 'payState'), rows: ['B-1 2 2'],
    first: {
      createTime: noon + hour + 2000, orderTime: noon + hour, giveBackState: '1', payerMobile: '138****8000', tradeAmount: 100n, orderAmount: 100n, payChannel: 'ALIPAY', platformOrderNo: no(1), orderTitle: '不动产登记费', channelOrderNo: '渠道-1',
      channelMerchantName: '支付宝非税专户', orderProgress: [noon + hour, noon + hour + 1000, noon + hour + 1500, noon + 2 * hour],
    },
    narrowed: [[{ attemptNo: no(5003) }, []]],
  },
  'abnormal-orders': {
    by: by('bizOrderNo', 'orderAmount', 'handleState', 'abnormalState'), rows: ['undefined 900 1 UNKNOWN_ORDER', 'B-3 300 0 PAID_AFTER_CLOSE'],
    first: { orderTime: noon + 30 * hour, payChannel: 'ALIPAY', platformOrderNo: no(999), channelOrderNo: undefined, channelMerchantName: undefined, abnormalId: 'unknown:9' },
    narrowed: [
      [{ createDate: range('20260508') }, ['B-3 300 0 PAID_AFTER_CLOSE']], [{ createDate: since('20260509') }, ['undefined 900 1 UNKNOWN_ORDER']], [{ bizOrderNo: 'B-3' }, ['B-3 300 0 PAID_AFTER_CLOSE']],
      [{ platformOrderNo: no(999) }, ['undefined 900 1 UNKNOWN_ORDER']], [{ channelOrderNo: 'U-3' }, ['B-3 300 0 PAID_AFTER_CLOSE']], [{ channelMerchantName: '非税专户' }, ['B-3 300 0 PAID_AFTER_CLOSE']],
      [{ handleState: '1' }, ['undefined 900 1 UNKNOWN_ORDER']],
      // Refused once, and asked again.
      [{ giveBackState: '0' }, ['B-3 300 0 PAID_AFTER_CLOSE']], [{ giveBackState: '2' }, []], [{ giveBackState: '9' }, ['undefined 900 1 UNKNOWN_ORDER']],
    ],
  },
  'e-bills': {
    by: by('busNo', 'eBillAmount', 'eBillState', 'eBillSource'), rows: [`${no(2)} 200 5 ISSUED`, `${no(2)}-2 150 3 ISSUED`, `${no(1)} 100 2 ISSUED`, `V${'a'.repeat(31)} 5000 2 VERIFIED`],
    first: { bizOrderNo: 'B-2', platformOrderNo: no(2), eBillCode: '35010126', eBillNo: '0000000002', eBillTime: noon + day + hour, payeeName: '市不动产登记中心', failureText: undefined },
    narrowed: [
      [{ billQueryDate: range('20260508') }, [`${no(1)} 100 2 ISSUED`]], [{ billQueryDate: since('20260509') }, [`${no(2)} 200 5 ISSUED`, `${no(2)}-2 150 3 ISSUED`]],
      [{ bizOrderNo: 'B-1' }, [`${no(1)} 100 2 ISSUED`]], [{ platformOrderNo: no(2) }, [`${no(2)} 200 5 ISSUED`, `${no(2)}-2 150 3 ISSUED`]], [{ eBillNo: '0000009999' }, [`V${'a'.repeat(31)} 5000 2 VERIFIED`]],
      [{ eBillState: '3' }, [`${no(2)}-2 150 3 ISSUED`]], [{ payeeName: '财政' }, [`${no(1)} 100 2 ISSUED`]],
    ],
  },
  'e-bill': {
    by: by('busNo', 'eBillState', 'eBillCheckCode', 'pageUrl'), rows: [`${no(1)} 2 a1B2c3 https://bill.example/1`],
    first: { bizOrderNo: 'B-1', eBillTime: noon + 2 * hour, payeeName: '市财政局', tries: 0, lastTryTime: undefined, payCode: undefined },
    narrowed: [[{ busNo: `${no(2)}-2` }, [`${no(2)}-2 3 undefined undefined`]], [{ busNo: `V${'a'.repeat(31)}` }, [`V${'a'.repeat(31)} 2 a1B2c3 undefined`]]],
  },
  'abnormal-order': {
    by: by('bizOrderNo', 'orderState', 'payState', 'abnormalState'), rows: ['B-3 2 2 PAID_AFTER_CLOSE'],
    first: { createTime: noon + 3 * hour, foundTime: noon + 6 * hour, giveBackState: '0', payerMobile: '138****8000', tradeAmount: 300n, channelMerchantName: '银联非税专户', explanation: '关闭后到账', orderProgress: [noon + 3 * hour, noon + 3 * hour + 1000, noon + 5 * hour, undefined] },
    narrowed: [[{ abnormalId: 'unknown:9' }, ['undefined undefined undefined UNKNOWN_ORDER']]],
  },
  'personal-bill-pushes': {
    by: by('bizOrderNo', 'payeeName', 'personalBillState', 'pushState', 'tries'),
    rows: ['B-3 市不动产登记中心 PAID FAILED 6', 'B-2 市财政局 PAID PENDING 2', 'B-1 市财政局 REFUNDED ACCEPTED 1'],
    first: { createTime: noon + 29 * hour, platformOrderNo: no(3), devId: 'D2', lastTriedTime: noon + 30 * hour, lastAnswer: 'timeout', nextTryTime: undefined, acceptedTime: undefined },
    narrowed: [
      [{ createDate: range('20260509') }, ['B-3 市不动产登记中心 PAID FAILED 6']], [{ platformOrderNo: no(2) }, ['B-2 市财政局 PAID PENDING 2']],
      [{ devId: 'D2' }, ['B-3 市不动产登记中心 PAID FAILED 6']], [{ devId: 'D' }, []], [{ pushState: 'FAILED' }, ['B-3 市不动产登记中心 PAID FAILED 6']],
      [{ pushState: 'ACCEPTED' }, ['B-1 市财政局 REFUNDED ACCEPTED 1']], [{ createDate: since('20260509'), pushState: 'PENDING' }, []],
    ],
  },
  'leg-checks': {
    by: by('reconcileDate', 'channelMerchantName', 'orderCount', 'completeCount'), rows: ['20260509 银联非税专户 3 3', '20260508 支付宝非税专户 12 10'],
    first: { checkState: 'RUNNING', channelGaps: 0, noticeGaps: 0, billGaps: 0, checkTime: noon + 5, nextCheckTime: undefined },
    narrowed: [[{ reconcileDate: range('20260508') }, ['20260508 支付宝非税专户 12 10']], [{ channelMerchantName: '银联非税专户' }, ['20260509 银联非税专户 3 3']]],
  },
  'leg-gaps': {
    by: by('reconcileDate', 'bizOrderNo', 'leg', 'gapKind', 'foundAmount', 'gapState'),
    rows: ['20260509 B-2 PAYMENT_NOTICE MISSING undefined OPEN', '20260508 B-1 CHANNEL DIFFERS 7999 OPEN', '20260508 B-1 E_BILL MISSING undefined CLOSED'],
    first: { platformOrderNo: no(2), payeeName: '市不动产登记中心', expectedAmount: 200n, foundTime: noon, closedTime: undefined },
    narrowed: [
      [{ reconcileDate: range('20260509') }, ['20260509 B-2 PAYMENT_NOTICE MISSING undefined OPEN']], [{ platformOrderNo: no(2) }, ['20260509 B-2 PAYMENT_NOTICE MISSING undefined OPEN']],
      [{ leg: 'CHANNEL' }, ['20260508 B-1 CHANNEL DIFFERS 7999 OPEN']], [{ gapKind: 'DIFFERS' }, ['20260508 B-1 CHANNEL DIFFERS 7999 OPEN']],
      [{ gapState: 'CLOSED' }, ['20260508 B-1 E_BILL MISSING undefined CLOSED']],
    ],
  },
  'share-log': {
    by: by('batchNo'), rows: ['SB3', 'SB2', 'SB1'],
    first: { beganTime: noon + 2 * day, shareTable: 'T7_16', shareKind: 'DAY_CHECK', rowCount: 10, acceptedCount: 9, quarantinedCount: 0, warningCount: 0, shareState: 'DIFFERS', message: '对方缺少 1 行', target: 'front-database', endedTime: noon + 5000 },
    narrowed: [
      [{ beganTime: range('20260509') }, ['SB2']], [{ shareTable: 'T7_18' }, ['SB2']], [{ shareKind: 'EXPORT' }, ['SB2', 'SB1']], [{ shareState: 'DIFFERS' }, ['SB3']],
    ],
  },
};
