/** Types and states of issues as people read them; a test holds them against the codes of the lists. */
export const issueTypeWords: Readonly<Record<string, string>> = { PAY: '支付问题', REFUND: '退款问题', NOTICE: '通知问题', BILL: '票据问题', OTHER: '其他' };
export const issueStateWords: Readonly<Record<string, string>> = { 0: '待解决', 1: '已解决' };
