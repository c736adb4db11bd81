import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Signer } from '../../../../application/ports/signatures.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../../../domain/kernel/result.js';

/** What the adapter needs of an account, complete and in the form in which it is used. */
export interface AlipayAccount {
  readonly appId: string;
  /** The merchant's pid, told as `seller_id`. */
  readonly sellerId: string;
  readonly gatewayUrl: string;
  /** Alipay's key (not our application's): what its answers and messages are verified with. */
  readonly alipayPublicKeyPem: string;
  readonly keyName: string;
}

/** Why an account cannot be used. */
export type AccountRefusal =
  | 'app-id-missing' | 'seller-id-missing' | 'key-name-missing' | 'gateway-url-bad' | 'alipay-key-missing' | 'alipay-key-bad'
  /** Our own public key was pasted where Alipay's belongs (CHN-04). */
  | 'alipay-key-is-ours'
  /** A production account points to anything but the production host over https, or a test account to production (CHN-07). */
  | 'environment-mixed';

/** The verifier refuses weaker keys too (KEY-05). */
const leastModulusBits = 2048;
const leastExponent = 65537n;
const productionHost = 'openapi.alipay.com';
const sandboxHosts = /(^|\.)alipaydev\.com$|sandbox|^localhost$|\.localhost$|^127\.|^\[::1\]$|^\[::ffff:7f/;

/** The sandbox, or this machine. */
export const isSandboxHost = (hostname: string): boolean => sandboxHosts.test(hostname);

/** Keys are delivered as bare base64 (section 2). */
function pemOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN')) return trimmed;
  const lines = trimmed.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----`;
}

function rsaKey(pem: string): KeyObject | undefined {
  // SPKI only, as the verifier takes it. A private key would also be read as its public half; it has no business in the settings.
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) return undefined;
  try {
    const key = createPublicKey(pem);
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
    return key.asymmetricKeyType === 'rsa' && modulusLength >= leastModulusBits && publicExponent >= leastExponent ? key : undefined;
  } catch {
    return undefined;
  }
}

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

function gatewayUrlIsGood(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Our parameters become the query, so the address must not bring its own.
  return ['http:', 'https:'].includes(url.protocol) && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
}

/** Complete or refused: an empty key or name never reaches a signature check (CHN-06). */
export function readAccount(account: ChannelMerchant): Result<AlipayAccount, AccountRefusal> {
  const gatewayUrl = account.settings['gatewayUrl'] ?? '';
  const key = account.settings['alipayPublicKeyPem'] ?? '';
  if ((account.channelAppId ?? '').trim() === '') return refuse('app-id-missing');
  if (account.channelMerchantNo.trim() === '') return refuse('seller-id-missing');
  if (account.keyName.trim() === '') return refuse('key-name-missing');
  if (!gatewayUrlIsGood(gatewayUrl)) return refuse('gateway-url-bad');
  if (key.trim() === '') return refuse('alipay-key-missing');
  // At every use, so that a record from before this was asked for does not go on either.
  if (!environmentFits(account.environment, gatewayUrl)) return refuse('environment-mixed');
  return ok({ appId: account.channelAppId ?? '', sellerId: account.channelMerchantNo, gatewayUrl, alipayPublicKeyPem: pemOf(key), keyName: account.keyName });
}

function environmentFits(environment: ChannelMerchant['environment'], gatewayUrl: string): boolean {
  const { protocol, hostname } = new URL(gatewayUrl);
  if (environment !== 'production') return hostname.replace(/\.$/, '') !== productionHost;
  return protocol === 'https:' && hostname === productionHost;
}

/**
 * Everything that can be known to be wrong before the first call; for configuration screens and start-up.
 * Throws where the signer does not know `keyName`.
 */
export async function checkAccount(account: ChannelMerchant, signer: Signer): Promise<Result<AlipayAccount, AccountRefusal>> {
  const read = readAccount(account);
  if (!read.ok) return read;
  const alipayKey = rsaKey(read.value.alipayPublicKeyPem);
  if (!alipayKey) return refuse('alipay-key-bad');
  if (spki(alipayKey) === spki(createPublicKey(await signer.publicKeyPem(account.keyName)))) return refuse('alipay-key-is-ours');
  return read;
}

/** For a call: an incomplete account is a fault of configuration, not an answer. */
export function usableAccount(account: ChannelMerchant): AlipayAccount {
  const read = readAccount(account);
  if (!read.ok) throw new Error(`alipay account ${account.channelMerchantId} cannot be used: ${read.refusal}`);
  return read.value;
}
