import type { PagePayments } from '../../../../application/ports/payment-channel.js';
import { unionPayAccount } from './account.js';
import type { UnionPayNeeds } from './needs.js';
import { pageConsume } from './requests.js';
import { signedMessage } from './signing.js';

/** Front consume: the payer's browser posts the signed form itself. UnionPay comes back with a POST to either address. */
export const pagePayments = (needs: UnionPayNeeds): PagePayments => ({
  start: async (merchant, attempt, returnUrl, quitUrl) => {
    const account = unionPayAccount(merchant);
    return { action: account.frontUrl, fields: await signedMessage(needs, account, pageConsume(attempt, returnUrl, quitUrl)) };
  },
});
