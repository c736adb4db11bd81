export type BarcodeOutcome =
  | 'paid' | 'typing' | 'never-paid' | 'balance-short' | 'unknown-paid' | 'unknown-not-executed'
  | 'error-then-paid' | 'code-invalid' | 'dropped-paid' | 'asks-phone';

/** The published table: the last two digits of the payment code choose what happens. All other endings are paid at once. */
export const barcodeRules: readonly { readonly ending: string; readonly outcome: BarcodeOutcome; readonly meaning: string }[] = [
  { ending: '00', outcome: 'paid', meaning: '立即支付成功（10000）' },
  { ending: '01', outcome: 'typing', meaning: '用户输入密码中（10003），6 秒后支付成功' },
  { ending: '02', outcome: 'never-paid', meaning: '等待用户付款（10003），用户始终不付款' },
  { ending: '03', outcome: 'balance-short', meaning: '余额不足（40004 ACQ.BUYER_BALANCE_NOT_ENOUGH）' },
  { ending: '04', outcome: 'unknown-paid', meaning: '返回 20000，实际已支付' },
  { ending: '05', outcome: 'unknown-not-executed', meaning: '返回 20000，实际未执行' },
  { ending: '06', outcome: 'error-then-paid', meaning: '返回 ACQ.SYSTEM_ERROR，查询时已支付' },
  { ending: '07', outcome: 'code-invalid', meaning: '付款码无效（ACQ.PAYMENT_AUTH_CODE_INVALID）' },
  { ending: '08', outcome: 'dropped-paid', meaning: '已支付，但连接在应答前中断' },
  { ending: '09', outcome: 'asks-phone', meaning: '等待用户在“手机”页面 /phone 确认（10003）' },
];

/** How long the payer types with ending 01, on the simulator's clock. */
export const typingMs = 6_000;

const authCodeShape = /^(?:25|26|27|28|29|30)\d{14,22}$/;

/** Begins with 25 to 30 and has 16 to 24 digits (section 5.2). */
export function isAuthCode(value: unknown): value is string {
  return typeof value === 'string' && authCodeShape.test(value);
}

export function outcomeOf(authCode: string): BarcodeOutcome {
  return barcodeRules.find((rule) => authCode.endsWith(rule.ending))?.outcome ?? 'paid';
}
