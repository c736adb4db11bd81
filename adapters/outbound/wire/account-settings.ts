import { createPublicKey, X509Certificate } from 'node:crypto';
import type { AccountSetting } from '../../../application/ports/channel-accounts.js';
import type { Digests } from '../../../application/ports/digests.js';
import type { Signer } from '../../../application/ports/signatures.js';

const pemBlock = /-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g;
/** Whatever is longer stands in no form. */
const maxShownEntries = 10;

/** Settings of a contract and of a clearing day, the same for every channel (domain/settlement/contract-fee, domain/reconciliation/clearing-day). */
export const contractSettings: readonly AccountSetting[] = [
  { name: 'feeRate', label: '手续费率（十万分之一）', kind: 'text', isRequired: false, hint: '如 600 即 0.6%；不填则不核对手续费' },
  { name: 'feeMin', label: '每笔最低手续费（分）', kind: 'text', isRequired: false },
  { name: 'feeMax', label: '每笔最高手续费（分）', kind: 'text', isRequired: false },
  { name: 'feeOnRefund', label: '退款时手续费', kind: 'choice', isRequired: false, choices: [{ value: 'returned', label: '退还' }, { value: 'kept', label: '不退' }] },
  { name: 'clearingCut', label: '渠道日切时间', kind: 'text', isRequired: false, hint: '如 23:00；不填则按渠道规定' },
];

/** Lists are stored as JSON; everything else as it stands. */
export function storedSetting({ kind }: AccountSetting, typed: string): string {
  if (kind === 'lines') return JSON.stringify(typed.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
  if (kind === 'certificates') return JSON.stringify(typed.match(pemBlock) ?? (typed.trim() === '' ? [] : [typed.trim()]));
  return typed.trim();
}

/** Fingerprints are SM3 over the DER. */
export function shownSetting(digests: Digests, { kind }: AccountSetting, stored: string): string {
  switch (kind) {
    case 'lines': return entriesOf(stored).join('\n');
    case 'certificates': return entriesOf(stored).map((pem) => derPrint(digests, () => new X509Certificate(pem).raw)).join('\n');
    case 'key': return derPrint(digests, () => createPublicKey(pemOfKey(stored)).export({ type: 'spki', format: 'der' }));
    default: return stored;
  }
}

/** Keys are delivered as bare base64 too. */
export const pemOfKey = (text: string): string => (text.trim().startsWith('-----BEGIN') ? text.trim() : `-----BEGIN PUBLIC KEY-----\n${(text.replace(/\s/g, '').match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----`);

function derPrint(digests: Digests, der: () => Uint8Array): string {
  try {
    return `SM3 ${digests.sm3Hex(der()).slice(0, 32)}`;
  } catch {
    return '（无法读取）';
  }
}

function entriesOf(stored: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(stored);
    return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string').slice(0, maxShownEntries) : [];
  } catch {
    return [];
  }
}

/** What is wrong with the key that an account names; undefined for one that fits. */
export async function keyComplaint(signer: Pick<Signer, 'publicKeyPem'>, keyName: string, algorithm: 'RSA2' | 'SM2'): Promise<string | undefined> {
  let pem: string;
  try {
    pem = await signer.publicKeyPem(keyName);
  } catch {
    return '密钥库中没有这个名称的签名密钥';
  }
  const isRsa = createPublicKey(pem).asymmetricKeyType === 'rsa';
  return isRsa === (algorithm === 'RSA2') ? undefined : `此签名密钥不是 ${algorithm} 密钥`;
}
