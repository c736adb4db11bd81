import type { CertificatePolicy, Certificates, CheckedCertificate } from '../../../application/ports/certificates.js';
import { BoundedCache } from './bounded-cache.js';
import { readCertificate, type ReadCertificate } from './certificate-reader.js';
import { oid } from './der.js';
import { spkiPem } from './public-keys.js';
import { DEFAULT_USER_ID } from './sm2-curve.js';
import type { Sm2Engine } from './sm2-engine.js';
import { derToRaw } from './sm2-signature.js';

/** Middle certificates between a leaf and a root. */
const MAX_MIDDLES = 4;
const MAX_CACHED_CERTIFICATES = 64;
const MAX_CACHED_LINKS = 256;
/** CAs sign with the standard id; tools that know none leave it empty. Either way only the CA's key can have made the signature. */
const caUserIds = [DEFAULT_USER_ID, ''];
/** SHA-1 only because the channels' test chains still carry it (UnionPay note, section 5). */
const rsaSignatures: readonly string[] = [oid.sha1WithRsa, oid.sha256WithRsa, oid.sha384WithRsa, oid.sha512WithRsa];

const failed = (failedStep: Extract<CheckedCertificate, { ok: false }>['failedStep']): CheckedCertificate => ({ ok: false, failedStep });

/** Certificates that come inside channel messages (CHN-03). Revocation is not asked for, as in the channel's own samples. */
export class X509Certificates implements Certificates {
  readonly #engine: Sm2Engine;
  readonly #trusted = new BoundedCache<ReadCertificate>(MAX_CACHED_CERTIFICATES);
  readonly #leaves = new BoundedCache<ReadCertificate>(MAX_CACHED_CERTIFICATES);
  readonly #links = new BoundedCache<true>(MAX_CACHED_LINKS);

  constructor(engine: Sm2Engine) { this.#engine = engine; }

  /** Throws for a policy whose own certificates cannot be read: that is a fault of configuration, not of the message. */
  check(pem: string, policy: CertificatePolicy, at: number): CheckedCertificate {
    const leaf = this.#leaves.get(pem) ?? readCertificate(pem);
    if (!leaf) return failed('unreadable');
    if (!validAt(leaf, at)) return failed('not-valid-now');
    const [roots, middles] = [policy.rootPems, policy.middlePems].map((pems) => pems.map((text) => this.#trust(text)));
    if (leaf.x509.ca || !this.#hasChain(leaf, roots ?? [], middles ?? [])) return failed('chain');
    const now = (certificates: readonly ReadCertificate[] = []): readonly ReadCertificate[] => certificates.filter((one) => validAt(one, at));
    if (!this.#hasChain(leaf, now(roots), now(middles))) return failed('not-valid-now');
    this.#leaves.set(pem, leaf);
    const name = leaf.commonNames.length === 1 ? leaf.commonNames[0] : undefined;
    if (!name || !isAllowed(name, policy.allowedNames)) return failed('name');
    return {
      ok: true, publicKeyPem: spkiPem(leaf.key.spki), serialDecimal: BigInt(`0x${leaf.x509.serialNumber}`).toString(),
      subjectCommonName: name, notAfter: leaf.notAfter,
    };
  }

  #trust(pem: string): ReadCertificate {
    const known = this.#trusted.get(pem);
    if (known) return known;
    const read = readCertificate(pem);
    if (!read) throw new Error('a configured root or intermediate certificate cannot be read');
    this.#trusted.set(pem, read);
    return read;
  }

  #hasChain(below: ReadCertificate, roots: readonly ReadCertificate[], middles: readonly ReadCertificate[], depth = 0): boolean {
    if (roots.some((root) => this.#issued(below, root))) return true;
    if (depth === MAX_MIDDLES) return false;
    return middles.some((middle) => this.#issued(below, middle)
      && this.#hasChain(middle, roots, middles.filter((other) => other !== middle), depth + 1));
  }

  /** Only good answers are remembered, and only signatures: dates are looked at on every call. */
  #issued(child: ReadCertificate, issuer: ReadCertificate): boolean {
    const link = `${child.fingerprint}|${issuer.fingerprint}`;
    if (this.#links.get(link)) return true;
    // checkIssued compares the names and the key identifiers, not the signature.
    if (!issuer.x509.ca || !child.x509.checkIssued(issuer.x509) || !this.#signedBy(child, issuer)) return false;
    this.#links.set(link, true);
    return true;
  }

  #signedBy(child: ReadCertificate, issuer: ReadCertificate): boolean {
    if (issuer.key.algorithm === 'RSA2') return rsaSignatures.includes(child.signedWith) && child.x509.verify(issuer.key.key);
    if (child.signedWith !== oid.sm2WithSm3) return false;
    const raw = derToRaw(child.signature);
    const { pointHex } = issuer.key;
    return raw !== undefined && caUserIds.some((userId) => this.#engine.verify(pointHex, userId, child.tbs, raw));
  }
}

const validAt = ({ notBefore, notAfter }: ReadCertificate, at: number): boolean => notBefore <= at && at <= notAfter;

/** The CN of a signing certificate reads `041@Z...@<company>@...`; test environments use the whole of another. */
function isAllowed(commonName: string, allowed: readonly string[]): boolean {
  return [commonName, commonName.split('@')[2]].some((name) => name !== undefined && name !== '' && allowed.includes(name));
}
