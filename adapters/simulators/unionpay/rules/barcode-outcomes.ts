/** How a barcode payment goes on; chosen by the last two digits of `qrNo`. */
export interface BarcodeOutcome {
  readonly digits: string;
  /** For the page and `GET /sim/rules`. */
  readonly meaning: string;
  /** respCode of the consume call; `drop` cuts the connection after executing, `fail` refuses without a trade that could be paid. */
  readonly answer: '00' | '04' | 'drop' | 'fail';
  /** `now`; `typing`: 05 until six seconds have passed; `never`: 03 and 05 in turn; `phone`: waits for the payer's page. */
  readonly decided: 'now' | 'typing' | 'never' | 'phone';
  /** Result code once it is decided. */
  readonly code: string;
  /** So many queries answer 34 before the trade is found; the notification waits for them. */
  readonly hiddenQueries: number;
}

/** How long the payer types the password in outcome 01, on the simulators' clock. */
export const typingMs = 6_000;

const outcome = (digits: string, meaning: string, change: Partial<BarcodeOutcome> = {}): BarcodeOutcome => (
  { digits, meaning, answer: '00', decided: 'now', code: '00', hiddenQueries: 0, ...change });

export const barcodeOutcomes: readonly BarcodeOutcome[] = [
  outcome('00', '受理后立即支付成功'),
  outcome('01', '付款人输入密码：查询先得 05，6 秒后支付成功', { decided: 'typing' }),
  outcome('02', '始终无结果：查询交替得 03、05（可冲正）', { decided: 'never' }),
  outcome('03', '受理后被发卡行拒绝：查询与通知得 64 余额不足', { code: '64' }),
  outcome('04', '应答 04 状态未明，实际已支付', { answer: '04' }),
  outcome('05', '已支付，但应答前连接中断', { answer: 'drop' }),
  outcome('06', '已支付，但前两次查询得 34 查无此交易', { hiddenQueries: 2 }),
  outcome('07', '直接应答 01 失败', { answer: 'fail', code: '01' }),
  outcome('08', '已扣款但超过规定支付时间：查询与通知得 42', { code: '42' }),
  outcome('09', '等待付款人在模拟手机页 /phone 确认', { decided: 'phone' }),
];

/** Digits outside the table behave like 00. */
export function barcodeOutcome(qrNo: string): BarcodeOutcome {
  const [usual] = barcodeOutcomes;
  if (usual === undefined) throw new Error('the outcome table is empty');
  return barcodeOutcomes.find(({ digits }) => qrNo.endsWith(digits)) ?? usual;
}
