import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import { isSandboxHost } from '../account.js';

const longestAddress = 4096;

/**
 * The address of a bill as it may be used, or undefined. Alipay's documentation prints http addresses; nothing but the transport protects the
 * file, so a production account takes it over https and from nowhere on this machine, whatever the answer says.
 */
export function downloadAddress(text: string, environment: ChannelMerchant['environment']): string | undefined {
  if (text.length > longestAddress || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  if (environment !== 'production') return url.href;
  if (isSandboxHost(url.hostname)) return undefined;
  if (url.protocol === 'http:' && url.port !== '') return undefined;
  url.protocol = 'https:';
  return url.href;
}
