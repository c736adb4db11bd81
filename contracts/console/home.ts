import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

/** Before any day there was: what waits is shown however old it is. */
const always = '20200101';

/** Something to be done: as many as the rows of this list with these parameters, and there it is done. Shown to whoever may read the list. */
export interface HomeTask { readonly key: string; readonly title: string; readonly list: string; readonly parameters: Readonly<Record<string, string>> }

export const homeTasks: readonly HomeTask[] = [
  { key: 'abnormal-orders', title: '异常订单待处理', list: 'abnormal-orders', parameters: { handleState: '0', createDateFrom: always } },
  { key: 'repeat-orders', title: '重缴订单待处理', list: 'repeat-orders', parameters: { handleState: '0', createDateFrom: always } },
  { key: 'refunds', title: '退款待审批', list: 'refund-reviews', parameters: {} },
  // Somebody asked that surplus money goes back, and nobody has decided: of each list, because each has its readers.
  { key: 'repeat-give-backs', title: '重缴退回待审批', list: 'repeat-orders', parameters: { giveBackState: '0', createDateFrom: always } },
  { key: 'abnormal-give-backs', title: '异常退回待审批', list: 'abnormal-orders', parameters: { giveBackState: '0', createDateFrom: always } },
  { key: 'issues', title: '问题待解决', list: 'issues', parameters: { issueState: '0', registerDateFrom: always } },
  { key: 'differences', title: '对账差异未处理', list: 'differences', parameters: { differenceState: 'OPEN', reconcileDateFrom: always } },
  { key: 'abnormal-notices', title: '缴款书异常待处理', list: 'abnormal-notices', parameters: { handleState: '0', payDateFrom: always } },
  { key: 'e-bills', title: '电子票据开具失败', list: 'e-bills', parameters: { eBillState: '3', billQueryDateFrom: always } },
  { key: 'pushes', title: '个人账单推送失败', list: 'personal-bill-pushes', parameters: { pushState: 'FAILED', createDateFrom: always } },
  { key: 'callbacks', title: '通知业务系统失败', list: 'alerts', parameters: { alertType: 'CALLBACK', handleState: '0', createDateFrom: always } },
  { key: 'alerts', title: '提醒待处理', list: 'alerts', parameters: { handleState: '0', createDateFrom: always } },
  { key: 'grants', title: '权限变更待审批', list: 'grant-requests', parameters: { grantState: '0' } },
  { key: 'operator-keys', title: 'UKey 待审批', list: 'operator-keys', parameters: { keyState: '0' } },
  { key: 'lost-keys', title: 'UKey 挂失待审批', list: 'operator-keys', parameters: { keyState: '3' } },
];

const sum = closed({ count: Type.Integer(), amount: Type.String({ description: '金额（分）' }) });

/** What stands on the first page, each part for whoever may read the list behind it. */
export const home = closed({
  day: Type.String({ description: '日期' }),
  orders: Type.Optional(closed({
    placed: Type.Integer({ description: '今日订单数：今日支付的和今日创建而未支付的' }), paid: sum,
    channels: Type.Array(closed({ channel: Type.String(), title: Type.String(), count: Type.Integer(), amount: Type.String() })),
    hours: Type.Array(Type.Integer(), { description: '每小时支付成功笔数' }),
  })),
  refunds: Type.Optional(closed({ asked: sum, done: sum })),
  tasks: Type.Array(closed({ key: Type.String(), title: Type.String(), list: Type.String(), parameters: Type.Record(Type.String(), Type.String()), count: Type.Integer() })),
});
export type HomeBody = Static<typeof home>;
