import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { PaymentChannel } from '../../../application/ports/payment-channel.js';

/** Numbers of ours that name what a call was about. */
interface About { readonly attemptNo?: string; readonly refundTradeNo?: string }

/** The same channel; every call over the network leaves one log line (with the request or job it belongs to) and its time. */
export function watchedChannel(channel: PaymentChannel, journal: Journal, measurements: Measurements): PaymentChannel {
  const { payChannel } = channel;
  const watch = async <T extends { readonly kind: string }>(call: string, about: About, work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const report = await work;
    const ms = Math.round(performance.now() - began);
    measurements.time('channel_call_ms', ms, { channel: payChannel, call });
    journal.info('channel-called', { payChannel, call, ...about, result: report.kind, ms, ...('code' in report ? { code: String(report.code) } : {}), ...('why' in report ? { why: String(report.why) } : {}) });
    return report;
  };
  const { closing, undoing } = channel;
  return {
    ...channel,
    barcodes: { charge: async (account, attempt, barContent, timeoutMs) => watch('charge', attemptOf(attempt), channel.barcodes.charge(account, attempt, barContent, timeoutMs)) },
    queries: { query: async (account, attempt, timeoutMs) => watch('query', attemptOf(attempt), channel.queries.query(account, attempt, timeoutMs)) },
    cancelling: { cancel: async (account, attempt, timeoutMs) => watch('cancel', attemptOf(attempt), channel.cancelling.cancel(account, attempt, timeoutMs)) },
    refunds: {
      resendSafeForMs: channel.refunds.resendSafeForMs,
      refund: async (account, refund, timeoutMs) => watch('refund', refundOf(refund), channel.refunds.refund(account, refund, timeoutMs)),
      queryRefund: async (account, refund, timeoutMs) => watch('query-refund', refundOf(refund), channel.refunds.queryRefund(account, refund, timeoutMs)),
    },
    ...(closing ? { closing: { close: async (account, attempt, timeoutMs) => watch('close', attemptOf(attempt), closing.close(account, attempt, timeoutMs)) } } : {}),
    ...(undoing ? { undoing: { undo: async (account, refund, timeoutMs) => watch('undo', refundOf(refund), undoing.undo(account, refund, timeoutMs)) } } : {}),
  };
}

const attemptOf = ({ attemptNo }: { readonly attemptNo: string }): About => ({ attemptNo });
const refundOf = ({ payment, refundTradeNo }: { readonly payment: { readonly attemptNo: string }; readonly refundTradeNo: string }): About => ({ attemptNo: payment.attemptNo, refundTradeNo });
