import type { Callback } from '../../domain/callbacks/callback.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Directory } from '../ports/directory.js';

/**
 * An address is allowed when it is called, not only when it was given (PAY-05): an origin may have been withdrawn since. Then, and for an order
 * that named no address, the payee's address of today counts. Undefined: there is none.
 */
export async function addressNow(directory: Pick<Directory, 'payee'>, callback: Callback, developer: Developer): Promise<string | undefined> {
  if (developer.allowedOrigins.includes(new URL(callback.url).origin)) return callback.url;
  const payee = await directory.payee(callback.merchantNo);
  return callback.kind === 'payment' ? payee?.payNotifyUrl : payee?.refundNotifyUrl ?? payee?.payNotifyUrl;
}
