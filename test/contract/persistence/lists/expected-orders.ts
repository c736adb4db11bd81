import { no, noon } from '../builders.js';
import { by, range, since, type Expected } from './expectation.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Orders by their moments: 32 (not paid), 31 (paid a day after noon), those of the service desk, which were never settled, and 34 and 33 from the archive. */
const orders = {
  o32: 'B-32 3200 0', o31: 'B-31 3100 2', o3: 'B-3 300 2', o2: 'B-2 200 2', o1: 'B-1 100 2', o34: 'B-34 3400 2', o33: 'B-33 3300 4',
} as const;
const ofDesk = [orders.o3, orders.o2, orders.o1];
const refunds = { r31: 'B-31 3000 0', r2: 'B-2 100 1', r1: 'B-2 100 3', r34: 'B-34 100 2' } as const;

/** What the lists of payment and refund orders show of the small city. */
export const orderExpectations: Readonly<Record<string, Expected>> = {
  'pay-orders': {
    by: by('bizOrderNo', 'orderAmount', 'orderState'), rows: [orders.o32, orders.o31, ...ofDesk, orders.o34, orders.o33],
    first: { tradeTime: noon + day + hour, platformOrderNo: no(32), payeeName: '市财政局', payChannel: undefined, payMethod: undefined },
    narrowed: [
      [{ tradeDate: range('20260508') }, ofDesk], [{ tradeDate: range('20260509') }, [orders.o32, orders.o31]], [{ tradeDate: range('20260507') }, [orders.o34, orders.o33]],
      // Order 31 was made on the sixth: its day is that of its payment.
      [{ tradeDate: range('20260506') }, []], [{ tradeDate: since('20260508') }, [orders.o32, orders.o31, ...ofDesk]],
      [{ bizOrderNo: 'B-34' }, [orders.o34]], [{ bizOrderNo: 'B-3' }, [orders.o3]], [{ bizOrderNo: 'b-34' }, []], [{ platformOrderNo: no(33) }, [orders.o33]], [{ platformOrderNo: '2026' }, []],
      [{ channelOrderNo: 'U-31' }, [orders.o31]], [{ channelOrderNo: '渠道-34' }, [orders.o34]], [{ channelOrderNo: 'U' }, []],
      [{ payerMobile: '13900139000' }, [orders.o31]], [{ payerMobile: '+86 139-0013-9000' }, [orders.o31]], [{ payerMobile: '13800138000' }, [...ofDesk, orders.o34, orders.o33]],
      [{ payerMobile: '1390013900' }, []], [{ payerMobile: '139****9000' }, []],
      [{ devId: 'D2' }, [orders.o31]], [{ devId: 'D' }, []], [{ payChannel: 'ALIPAY' }, [orders.o34]], [{ payChannel: 'UNIONPAY', tradeDate: range('20260509') }, [orders.o31]],
      [{ orderState: '0' }, [orders.o32]], [{ orderState: '4' }, [orders.o33]], [{ orderState: '2', tradeDate: range('20260507') }, [orders.o34]], [{ orderState: '3' }, []],
      [{ orderState: '5' }, [orders.o2, orders.o1]], [{ payeeName: '不动产' }, [orders.o31]], [{ payeeName: '县', orderState: '4' }, [orders.o33]],
      [{ payMethod: 'PC' }, [orders.o34]], [{ payMethod: 'BAR' }, [orders.o31]],
    ],
  },
  'pay-order': {
    by: by('bizOrderNo', 'orderState', 'tradeAmount', 'discountAmount', 'payerMobile', 'payMethod'), rows: ['B-31 2 2950 150 139****9000 BAR'],
    first: {
      stateText: '支付成功', payChannel: 'UNIONPAY', channelOrderNo: 'U-31', channelMerchantName: '银联非税专户', tradeTime: noon + day, platformOrderNo: no(31), orderAmount: 3100n,
      orderTitle: '不动产登记费', payeeName: '市不动产登记中心', devId: 'D2', expireTime: noon + 2 * hour, closeTime: undefined,
      // Told six times in vain.
      orderProgress: [noon - 2 * day, noon + 20 * hour, noon + day, undefined],
    },
    narrowed: [
      [{ platformOrderNo: no(34) }, ['B-34 2 3400 0 138****8000 PC']], [{ platformOrderNo: no(33) }, ['B-33 4 3300 0 138****8000 undefined']],
      [{ platformOrderNo: no(32) }, ['B-32 0 3200 0 undefined undefined']], [{ platformOrderNo: no(30) }, []],
    ],
  },
  'order-refunds': {
    by: by('platformRefundOrderNo', 'refundState'), rows: [`${no(9002)} 1`, `${no(9001)} 3`], first: { refundApplyTime: noon, refundAmount: 100n },
    narrowed: [[{ platformOrderNo: no(34) }, [`${no(9034)} 2`]], [{ platformOrderNo: no(33) }, []]],
  },
  'order-callbacks': {
    by: by('callbackId', 'orderType', 'toldState', 'noticeState', 'tries'), rows: ['r34 REFUND REFUNDED 1 2', 'c34 PAY PAID 1 1'],
    first: { createTime: noon - 10 * hour, lastTryTime: noon - 9 * hour, lastAnswer: '200', nextTryTime: undefined, acceptTime: noon - 9 * hour, address: 'https://biz.example/notify', platformRefundOrderNo: no(9034) },
    narrowed: [[{ platformOrderNo: no(31) }, ['c31 PAY PAID 2 6']], [{ platformOrderNo: no(1) }, ['c1 PAY REPEAT_PAID 0 0']], [{ platformOrderNo: no(32) }, []]],
  },
  'refund-orders': {
    by: by('bizOrderNo', 'refundAmount', 'refundState'), rows: [refunds.r31, refunds.r2, refunds.r1, refunds.r34],
    first: { refundApplyTime: noon + 26 * hour, platformRefundOrderNo: no(9031), platformOrderNo: no(31), payeeName: '市不动产登记中心' },
    narrowed: [
      [{ refundApplyDate: range('20260508') }, [refunds.r2, refunds.r1, refunds.r34]], [{ refundApplyDate: since('20260509') }, [refunds.r31]],
      [{ bizOrderNo: 'B-2' }, [refunds.r2, refunds.r1]], [{ bizOrderNo: 'R-1' }, [refunds.r1]], [{ bizOrderNo: 'B-34' }, [refunds.r34]], [{ bizOrderNo: 'R-34' }, [refunds.r34]], [{ bizOrderNo: 'R' }, []],
      [{ platformOrderNo: no(2) }, [refunds.r2, refunds.r1]], [{ channelOrderNo: 'CR-34' }, [refunds.r34]], [{ channelOrderNo: '渠道-34' }, [refunds.r34]], [{ channelOrderNo: 'U-31' }, [refunds.r31]],
      [{ payerMobile: '139 0013 9000' }, [refunds.r31]], [{ payerMobile: '13800138000', refundApplyDate: range('20260508') }, [refunds.r2, refunds.r1, refunds.r34]],
      [{ refundState: '0' }, [refunds.r31]], [{ refundState: '3' }, [refunds.r1]], [{ platformRefundOrderNo: no(9034) }, [refunds.r34]],
    ],
  },
  'refund-order': {
    by: by('bizOrderNo', 'bizRefundOrderNo', 'refundAmount', 'refundState', 'approvalState', 'refundOrigin'), rows: ['B-34 R-34 100 2 1 MERCHANT'],
    first: {
      stateText: '退款成功', refundTitle: '退登记费', refundReason: '多缴', approvalRemark: '同意', payerMobile: '138****8000', payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户', channelOrderNo: '渠道-34',
      channelRefundNo: 'CR-34', platformRefundTradeNo: no(9934), refundProgress: [noon - 12 * hour, noon - 11 * hour, noon - 10 * hour, noon - 9 * hour], refundApplyTime: noon - 12 * hour,
      platformRefundOrderNo: no(9034), platformOrderNo: no(34), orderAmount: 3400n, payeeName: '市财政局',
    },
    narrowed: [[{ platformRefundOrderNo: no(9031) }, ['B-31 R-31 3000 0 0 MERCHANT']], [{ platformRefundOrderNo: no(31) }, []]],
  },
  'refund-callbacks': {
    by: by('callbackId', 'toldState'), rows: ['r34 REFUNDED'], first: { orderType: 'REFUND', noticeState: '1', tries: 2 },
    narrowed: [[{ platformRefundOrderNo: no(9031) }, []]],
  },
};
