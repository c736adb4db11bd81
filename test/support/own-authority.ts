import { generateKeyPairSync } from 'node:crypto';
import jsrsasign from 'jsrsasign';

interface Pair { readonly publicKey: string; readonly privateKey: string }
/** Names or numeric addresses a server certificate is made for, and the days from today between which it holds. */
export interface CertificateWish { readonly names?: readonly string[]; readonly addresses?: readonly string[]; readonly fromDays?: number; readonly untilDays?: number }
export interface ServerCertificate { readonly certificatePem: string; readonly keyPem: string }

const dayMs = 86_400_000;
const newPair = (): Pair => generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const moment = (days: number): string => `${new Date(Date.now() + days * dayMs).toISOString().replace(/\D/g, '').slice(2, 14)}Z`;

/** A certificate authority made on the spot; its keys live as long as the test. */
export class OwnAuthority {
  readonly pem: string;
  readonly #name: string;
  readonly #keys = newPair();
  #issued = 1;

  constructor(name: string) {
    this.#name = `/CN=${name}`;
    this.pem = this.#sign({ subject: this.#name, publicKey: this.#keys.publicKey, fromDays: -30, untilDays: 365, ext: [{ extname: 'basicConstraints', cA: true, critical: true }] });
  }

  issue({ names = [], addresses = [], fromDays = -1, untilDays = 30 }: CertificateWish): ServerCertificate {
    const { publicKey, privateKey } = newPair();
    const array = [...names.map((dns) => ({ dns })), ...addresses.map((ip) => ({ ip }))];
    return { certificatePem: this.#sign({ subject: '/CN=a database', publicKey, fromDays, untilDays, ext: [{ extname: 'subjectAltName', array }] }), keyPem: privateKey };
  }

  #sign({ subject, publicKey, fromDays, untilDays, ext }: { readonly subject: string; readonly publicKey: string; readonly fromDays: number; readonly untilDays: number; readonly ext: readonly object[] }): string {
    return new jsrsasign.KJUR.asn1.x509.Certificate({
      version: 3, serial: { int: this.#issued++ }, issuer: { str: this.#name }, subject: { str: subject }, notbefore: moment(fromDays), notafter: moment(untilDays),
      sbjpubkey: publicKey, sigalg: 'SHA256withRSA', cakey: this.#keys.privateKey, ext,
    } as unknown as ConstructorParameters<typeof jsrsasign.KJUR.asn1.x509.Certificate>[0]).getPEM();
  }
}
