import type { Signer } from '../../../../application/ports/signatures.js';
import { dashedTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import type { AlipayAccount } from './account.js';
import { encodeForm } from './form-body.js';
import { requestText } from './signed-text.js';

export const rsa2 = { algorithm: 'RSA2' } as const;

export type BizContent = Readonly<Record<string, unknown>>;

/** Where the browser comes back to and where messages go; only what the method knows. */
export interface CallAddresses { readonly notifyUrl?: string; readonly returnUrl?: string }

/** `action` carries the public parameters, so that the gateway knows the charset before it decodes the body (section 1). */
export interface SignedForm { readonly action: string; readonly fields: { readonly biz_content: string } }

/** Signs a call (section 2). Throws where the signer does not know the key. */
export async function signedForm(
  account: AlipayAccount, signer: Signer, method: string, bizContent: BizContent, now: EpochMs, addresses: CallAddresses = {},
): Promise<SignedForm> {
  const publicParameters: [string, string][] = [
    ['app_id', account.appId], ['method', method], ['format', 'JSON'], ['charset', 'utf-8'], ['sign_type', 'RSA2'], ['version', '1.0'],
    // China time by our own arithmetic: a server that runs in UTC prints the right time too.
    ['timestamp', dashedTime(now)],
    ['notify_url', addresses.notifyUrl ?? ''], ['return_url', addresses.returnUrl ?? ''],
  ];
  const sent = publicParameters.filter(([, value]) => value !== '');
  const bizText = JSON.stringify(bizContent);
  const sign = await signer.sign(account.keyName, rsa2, requestText([...sent, ['biz_content', bizText]]));
  return { action: `${account.gatewayUrl}?${encodeForm([...sent, ['sign', sign]])}`, fields: { biz_content: bizText } };
}
