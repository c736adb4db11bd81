import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { bits, elements, explicit, implicit, integer, nothing, octets, oid, printable, sequence, setOf, time, utf8, yes } from './der.js';
import { certificateUserId, isSm2Spki, signSm2Der } from './sm2.js';

/** `organization` and `commonName` of a subject or issuer. */
export interface CertificateName {
  readonly organization: string;
  readonly commonName: string;
}

/** Who signs a certificate. */
export interface Issuer {
  readonly name: CertificateName;
  readonly keyPem: string;
}

export interface CertificateOrder {
  readonly subject: CertificateName;
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectSpki: Buffer;
  readonly issuer: Issuer;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly authority: boolean;
}

const rsaAlgorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing());
const sm2Algorithm = sequence(oid('1.2.156.10197.1.501'));

export function spkiOfPrivateKey(keyPem: string): Buffer {
  return createPublicKey(keyPem).export({ type: 'spki', format: 'der' });
}

function nameOf({ organization, commonName }: CertificateName): Buffer {
  const part = (type: string, value: Buffer): Buffer => setOf(sequence(oid(type), value));
  return sequence(part('2.5.4.6', printable('CN')), part('2.5.4.10', utf8(organization)), part('2.5.4.3', utf8(commonName)));
}

function keyIdentifier(spki: Buffer): Buffer {
  const point = elements(elements(spki)[0]?.content ?? spki)[1]?.content.subarray(1) ?? spki;
  return createHash('sha1').update(point).digest();
}

function extensions({ authority, subjectSpki, issuer }: CertificateOrder): Buffer {
  const critical = (id: string, value: Buffer): Buffer => sequence(oid(id), yes(), octets(value));
  const plain = (id: string, value: Buffer): Buffer => sequence(oid(id), octets(value));
  return explicit(3, sequence(
    critical('2.5.29.19', authority ? sequence(yes()) : sequence()),
    // keyCertSign and cRLSign for an authority; digitalSignature and nonRepudiation for a leaf.
    critical('2.5.29.15', authority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6)),
    plain('2.5.29.14', octets(keyIdentifier(subjectSpki))),
    plain('2.5.29.35', sequence(implicit(0, keyIdentifier(spkiOfPrivateKey(issuer.keyPem))))),
  ));
}

/** Eight random bytes, positive and never short: larger than a JavaScript number can hold, as the genuine ones are. */
function newSerial(): bigint {
  const bytes = randomBytes(8);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return BigInt(`0x${bytes.toString('hex')}`);
}

function armour(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
}

/** Makes a version 3 certificate; RSA issuers sign SHA256withRSA, SM2 issuers SM3withSM2 with the usual user id. PEM, lines by LF. */
export function issueCertificate(order: CertificateOrder): string {
  const usesSm2 = isSm2Spki(spkiOfPrivateKey(order.issuer.keyPem));
  const algorithm = usesSm2 ? sm2Algorithm : rsaAlgorithm;
  const content = sequence(
    explicit(0, integer(2n)),
    integer(newSerial()),
    algorithm,
    nameOf(order.issuer.name),
    sequence(time(order.notBeforeMs), time(order.notAfterMs)),
    nameOf(order.subject),
    order.subjectSpki,
    extensions(order),
  );
  const signature = usesSm2
    ? signSm2Der(order.issuer.keyPem, certificateUserId, content)
    : sign('sha256', content, createPrivateKey(order.issuer.keyPem));
  return armour(sequence(content, algorithm, bits(signature)));
}
