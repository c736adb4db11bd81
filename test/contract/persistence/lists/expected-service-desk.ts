import { vault } from '../opened.js';
import { no, noon } from '../builders.js';
import { by, range, since, type Expected } from './expectation.js';

const hour = 3_600_000;
const day = 24 * hour;
const told = { c31: 'c31 D2 2 6', c1: 'c1 D1 0 0' } as const;
/** Written out by hand: what the row of refund 9031 says. */
const reviewed = JSON.stringify([no(9031), no(31), 'M2', no(5031), '3000', '退登记费', '多缴', '']);

/** What the lists of the service desk beside orders and refunds show of the small city. Of what is archived the list of callbacks has nothing. */
export const serviceDeskExpectations: Readonly<Record<string, Expected>> = {
  'callbacks': {
    by: by('callbackId', 'devId', 'noticeState', 'tries'), rows: [told.c31, told.c1],
    first: { createTime: noon + day, orderType: 'PAY', toldState: 'PAID', lastTryTime: noon + 26 * hour, lastAnswer: 'http 500', address: 'https://biz.example/notify', payeeName: '市不动产登记中心', platformOrderNo: no(31) },
    narrowed: [
      [{ createDate: range('20260509') }, [told.c31]], [{ createDate: since('20260508') }, [told.c31, told.c1]], [{ noticeState: '2' }, [told.c31]], [{ noticeState: '1' }, []], [{ devId: 'D1' }, [told.c1]], [{ devId: 'D' }, []],
      [{ orderType: 'REFUND' }, []], [{ orderType: 'PAY', noticeState: '0' }, [told.c1]], [{ platformOrderNo: no(31) }, [told.c31]], [{ platformOrderNo: no(34) }, []],
    ],
  },
  'refund-reviews': {
    by: by('platformRefundOrderNo', 'refundAmount', 'requestedBy'), rows: [`${no(9031)} 3000 D1`],
    first: { refundApplyTime: noon + day + 2 * hour, platformOrderNo: no(31), bizOrderNo: 'B-31', payeeName: '市不动产登记中心', orderAmount: 3100n, refundTitle: '退登记费', refundReason: '多缴', nontaxRefundRef: undefined, shownDigest: vault.blindIndex('pay_refund.reviewed', reviewed) },
    narrowed: [
      [{ refundApplyDate: range('20260508') }, []], [{ platformRefundOrderNo: no(9002) }, []], [{ platformRefundOrderNo: no(9031) }, [`${no(9031)} 3000 D1`]], [{ platformOrderNo: no(2) }, []],
      [{ payeeName: '不动产' }, [`${no(9031)} 3000 D1`]],
    ],
  },
  'repeat-notes': {
    by: by('noteAction', 'noteText', 'operatorName'), rows: ['REFUND_ASKED 多缴一笔 林晓宇', 'REFUND_APPROVED 已联系渠道 陈审'], first: { noteTime: noon }, narrowed: [[{ attemptNo: no(5002) }, []], [{ attemptNo: 'late:3' }, []]],
  },
  'abnormal-notes': { by: by('noteAction', 'operatorName'), rows: ['FOLLOW 林晓宇', 'REFUND_ASKED 林晓宇', 'REFUND_REJECTED 陈审', 'REFUND_ASKED 林晓宇'], first: { noteTime: noon, noteText: '已联系渠道' }, narrowed: [[{ abnormalId: 'unknown:9' }, []]] },
  'difference-notes': { by: by('noteAction', 'operatorName'), rows: ['HANDLE reconcile-command'], first: { noteTime: noon, noteText: '已联系渠道' }, narrowed: [[{ differenceNo: 'late:3' }, ['FOLLOW reconcile-command']], [{ differenceNo: 'DF2' }, []]] },
  'leg-gap-notes': { by: by('noteAction', 'operatorName'), rows: ['FOLLOW reconcile-command'], first: { noteTime: noon, noteText: '已联系渠道' }, narrowed: [[{ gapNo: 'G1' }, []]] },
};
