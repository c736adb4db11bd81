/** How the platform treats a request that names a phone with this ending. `taken`: it goes out although the caller is told nothing good. */
export type RequestFate =
  | { readonly kind: 'answer'; readonly rspcod: string }
  | { readonly kind: 'silence' | 'busy' | 'cut-off' | 'garbage' | 'no-group' };

/** What is reported about the phone: each status is pushed after its wait. */
export interface ReportPlan { readonly statuses: readonly { readonly status: string; readonly afterMs: number }[] }

export interface Ending { readonly digits: string; readonly meaning: string; readonly request?: RequestFate; readonly reports?: ReportPlan }

const soonMs = 1000;
const lateMs = 24 * 3_600_000;
const reported = (...statuses: readonly (readonly [status: string, afterMs: number])[]): ReportPlan =>
  ({ statuses: [['CM:0000', 0] as const, ...statuses].map(([status, afterMs]) => ({ status, afterMs })) });

/** Every phone without an ending of its own is treated like 0000. */
export const usualPlan = reported(['DELIVRD', soonMs]);

/** The last four digits of a phone decide, so that a tester can order any outcome. */
export const endings: readonly Ending[] = [
  { digits: '0000', meaning: '送达', reports: usualPlan },
  { digits: '0001', meaning: '黑名单 CM:8003', reports: { statuses: [{ status: 'CM:8003', afterMs: soonMs }] } },
  { digits: '0002', meaning: '没有状态报告', reports: reported() },
  { digits: '0003', meaning: '已受理但不应答（超时）', request: { kind: 'silence' } },
  { digits: '0004', meaning: '24 小时后才有状态报告', reports: reported(['DELIVRD', lateMs]) },
  { digits: '0005', meaning: '状态报告重复三次', reports: reported(['DELIVRD', soonMs], ['DELIVRD', soonMs], ['DELIVRD', 2 * soonMs]) },
  { digits: '0006', meaning: '未知状态码 XX:0042', reports: reported(['XX:0042', soonMs]) },
  { digits: '0007', meaning: '网关超时 GW:9999', reports: reported(['GW:9999', soonMs]) },
  { digits: '0008', meaning: '系统忙（HTTP 503，未受理）', request: { kind: 'busy' } },
  { digits: '0009', meaning: '已受理但连接中断', request: { kind: 'cut-off' } },
  { digits: '0010', meaning: '应答无法解析（已受理）', request: { kind: 'garbage' } },
  { digits: '0011', meaning: '应答成功但没有批次号（已受理）', request: { kind: 'no-group' } },
  ...['IllegalMac', 'InvalidMessage', 'InvalidUsrOrPwd', 'NoSignId', 'IllegalSignId', 'TooManyMobiles', 'InvalidMobile', 'DupMobile', 'SystemBusy'].map((rspcod, index) => ({
    digits: `010${index + 1}`, meaning: `返回 ${rspcod}${rspcod === 'SystemBusy' ? '（表外返回码）' : ''}`, request: { kind: 'answer', rspcod } as const,
  })),
];

const byDigits = new Map(endings.map((ending) => [ending.digits, ending]));
export const endingOf = (mobile: string): Ending | undefined => byDigits.get(mobile.slice(-4));
