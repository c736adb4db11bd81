import type { BarcodePayments } from '../../../../application/ports/payment-channel.js';
import { unionPayAccount } from './account.js';
import { callGateway } from './gateway-call.js';
import type { UnionPayNeeds } from './needs.js';
import { entranceOutcome, unknownPayment } from './payment-words.js';
import { barcodeConsume } from './requests.js';

/** Consume of a scanned code. Even 00 says only "accepted": the result comes by notification or query. */
export const barcodePayments = (needs: UnionPayNeeds): BarcodePayments => ({
  charge: async (merchant, attempt, barContent, timeoutMs) => {
    const account = unionPayAccount(merchant);
    const answer = await callGateway(needs, account, account.backUrl, barcodeConsume(attempt, barContent, account.termId), timeoutMs);
    if (answer.kind === 'unknown') return unknownPayment(attempt, answer.why, answer.code);
    return entranceOutcome(attempt, { code: answer.code, text: answer.fields['respMsg'], fields: answer.fields });
  },
});
