import { generateKeyPair } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { issueCertificate, spkiOfPrivateKey, type CertificateName, type Issuer } from './certificate.js';
import { readPrivateJson, writePrivateJson } from './private-file.js';
import { newSm2PrivateKeyPem } from './sm2.js';

export type KeyKind = 'rsa' | 'sm2';

export interface Credential {
  readonly keyPem: string;
  readonly certPem: string;
}

const roles = ['root', 'middle', 'leaf', 'wrong-cn', 'expired-leaf', 'self-signed', 'foreign-chain'] as const;
/** `leaf` is the genuine one; the four after it are what a forger or a careless operator would sign with. */
export type CredentialRole = (typeof roles)[number];

/** One simulated CFCA with UnionPay's certificates below it. */
export interface Authority {
  readonly kind: KeyKind;
  readonly credentials: Readonly<Record<CredentialRole, Credential>>;
  /** Third part of the genuine leaf's CN. */
  readonly companyName: string;
}

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;
const rsaBits = 2048;

const newKeyPem = async (kind: KeyKind): Promise<string> => {
  if (kind === 'sm2') return newSm2PrivateKeyPem();
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: rsaBits });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};

const authorityName = (commonName: string): CertificateName => ({ organization: '模拟金融认证中心', commonName });
const leafName = (company: string): CertificateName => ({ organization: '模拟银联', commonName: `041@Z12@${company}@00000001` });

interface Period { readonly notBeforeMs: number; readonly notAfterMs: number }

function signed(issuer: Issuer, subject: CertificateName, keyPem: string, authority: boolean, period: Period): Credential {
  return { keyPem, certPem: issueCertificate({ subject, subjectSpki: spkiOfPrivateKey(keyPem), issuer, authority, ...period }) };
}

async function newCredentials(kind: KeyKind, companyName: string, nowMs: number): Promise<Record<CredentialRole, Credential>> {
  const [rootKey = '', middleKey = '', leafKey = '', forgerKey = ''] = await Promise.all([1, 2, 3, 4].map(() => newKeyPem(kind)));
  const long: Period = { notBeforeMs: nowMs - dayMs, notAfterMs: nowMs + 30 * yearMs };
  const usual: Period = { notBeforeMs: nowMs - dayMs, notAfterMs: nowMs + 10 * yearMs };
  const past: Period = { notBeforeMs: nowMs - 2 * yearMs, notAfterMs: nowMs - dayMs };
  const root: Issuer = { name: authorityName(`模拟 CFCA ${kind.toUpperCase()} 根证书`), keyPem: rootKey };
  const middle: Issuer = { name: authorityName(`模拟 CFCA ${kind.toUpperCase()} OCA`), keyPem: middleKey };
  const company = leafName(companyName);
  return {
    root: signed(root, root.name, rootKey, true, long),
    middle: signed(root, middle.name, middleKey, true, long),
    leaf: signed(middle, company, leafKey, false, usual),
    // A customer of the same CA: the chain is good, only the name tells.
    'wrong-cn': signed(middle, leafName('三明市某某商贸有限公司'), forgerKey, false, usual),
    'expired-leaf': signed(middle, company, leafKey, false, past),
    'self-signed': signed({ name: company, keyPem: forgerKey }, company, forgerKey, false, usual),
    // Names the genuine middle certificate as its issuer, but somebody else's key signed it.
    'foreign-chain': signed({ name: middle.name, keyPem: forgerKey }, company, forgerKey, false, usual),
  };
}

function isCredentials(value: unknown): value is Record<CredentialRole, Credential> {
  if (typeof value !== 'object' || value === null) return false;
  return roles.every((role) => {
    const { keyPem, certPem } = ((value as Record<string, unknown>)[role] ?? {}) as Partial<Credential>;
    return typeof keyPem === 'string' && typeof certPem === 'string';
  });
}

/** Reads the chain of an earlier start from `dataFolder`, or makes and keeps a new one. Throws when the file is damaged. */
export async function openAuthority(kind: KeyKind, dataFolder: string, companyName: string, nowMs: number): Promise<Authority> {
  const path = join(dataFolder, `unionpay-${kind}-chain.json`);
  const kept = readPrivateJson(path) as { companyName?: unknown; credentials?: unknown } | undefined;
  if (kept === undefined || kept.companyName !== companyName) {
    const credentials = await newCredentials(kind, companyName, nowMs);
    writePrivateJson(path, { companyName, credentials });
    return { kind, credentials, companyName };
  }
  if (!isCredentials(kept.credentials)) throw new Error('the simulated certificate chain of UnionPay is damaged; remove its file to make a new one');
  return { kind, credentials: kept.credentials, companyName };
}

/** A merchant certificate for somebody else's public key, signed by the middle authority. */
export function issueMerchantCertificate(authority: Authority, merId: string, subjectSpki: Buffer, nowMs: number): string {
  const { keyPem } = authority.credentials.middle;
  return issueCertificate({
    subject: { organization: '模拟商户', commonName: `041@8${merId}@模拟商户${merId}@00000001` },
    subjectSpki,
    issuer: { name: authorityName(`模拟 CFCA ${authority.kind.toUpperCase()} OCA`), keyPem },
    notBeforeMs: nowMs - dayMs,
    notAfterMs: nowMs + 5 * yearMs,
    authority: false,
  });
}
