import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, type Outcome, type RowAction } from './action-types.js';

/** A business system has ten seconds to answer. */
const [lookMs, looks] = [500, 26];

async function resent(subject: 'callback' | 'order' | 'refund', no: string): Promise<Outcome> {
  const { callbackId, tries } = await api.resendCallback({ subject, no });
  for (let look = 0; look < looks; look += 1) {
    await new Promise((done) => { setTimeout(done, lookMs); });
    const standing = await api.callbackStanding(callbackId);
    if (standing.tries > tries) return { kind: 'verdict', title: standing.isAccepted ? '通知成功' : '通知未成功', words: standing.message, isGood: standing.isAccepted };
  }
  return { kind: 'verdict', title: '通知已安排', words: '还没有得到结果，请稍后在通知记录中查看。', isGood: true };
}

/** 通知收款单位: the same button wherever an order, a refund or a callback is shown. */
export const resendAction = (subject: 'callback' | 'order' | 'refund', column: string, isFor: (row: Row) => boolean): RowAction => ({
  on: 'row', key: 'resend', title: subject === 'callback' ? '重新发送' : '通知收款单位', permission: 'service-desk.callbacks.resend', isFor,
  words: () => '把最终结果再通知收款单位的业务系统一次，发往保存的、目前仍登记的通知地址。内容与原通知相同，对方可能收到不止一次。',
  run: (row) => resent(subject, cellOf(row, column)),
});
