import type { IncomingMessage } from 'node:http';
import type { CashierTerminal } from '../../../application/payments/cashier-view.js';
import { payChannels, type PayChannel } from '../../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../../domain/kernel/result.js';
import { maxFormBytes } from './limits.js';

export interface PaymentForm { readonly payChannel: PayChannel; readonly view: CashierTerminal }
export type FormRefusal = 'not-a-form' | 'too-large' | 'malformed' | 'nothing-chosen' | 'unknown-channel';

const formType = /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Undefined as soon as the body is larger than allowed or breaks off. The rest stays unread, and the connection open for the answer. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= maxFormBytes) { parts.push(part); return; }
      request.removeAllListeners('data').pause();
      resolve(undefined);
    });
    request.on('end', () => { resolve(Buffer.concat(parts).toString('utf8')); });
    // The connection broke: nobody will read the answer, and it is no fault of ours to be journalled.
    request.on('error', () => { resolve(undefined); });
  });
}

/** Exactly `payChannel` and `view`, each at most once: two readers would not agree which of two values counts. */
function judge(fields: URLSearchParams): Result<PaymentForm, FormRefusal> {
  const names = [...fields.keys()];
  if (new Set(names).size !== names.length) return refuse('malformed');
  if (names.some((name) => name !== 'payChannel' && name !== 'view')) return refuse('malformed');
  const view = fields.get('view');
  if (view !== 'pc' && view !== 'h5') return refuse('malformed');
  const chosen = fields.get('payChannel');
  if (chosen === null) return refuse('nothing-chosen');
  const payChannel = payChannels.find((channel) => channel === chosen);
  return payChannel === undefined ? refuse('unknown-channel') : ok({ payChannel, view });
}

/** Reads what the payer chose. The amount is never in the form: the order knows it (PAY-02). */
export async function readPaymentForm(request: IncomingMessage): Promise<Result<PaymentForm, FormRefusal>> {
  const fields = await readSmallForm(request);
  return fields.ok ? judge(fields.value) : fields;
}

/** The fields of a small form that a browser posted, nothing of them judged. */
export async function readSmallForm(request: IncomingMessage): Promise<Result<URLSearchParams, 'not-a-form' | 'too-large'>> {
  if (!formType.test(request.headers['content-type'] ?? '') || request.headers['content-encoding'] !== undefined) return refuse('not-a-form');
  const body = await readBody(request);
  return body === undefined ? refuse('too-large') : ok(new URLSearchParams(body));
}
