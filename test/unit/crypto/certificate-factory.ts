import { X509Certificate } from 'node:crypto';
import { OpenSslFolder } from './open-ssl.js';

type KeyKind = 'RSA' | 'SM2';
export interface Issued { readonly pem: string; readonly file: string }
export interface CertificateWish {
  readonly name: string;
  readonly secondName?: string;
  readonly by?: Issued;
  readonly ca?: boolean;
  /** From now; negative for one that ended. Authorities outlive their leaves unless told otherwise. */
  readonly days?: number;
  readonly startsInDays?: number;
  readonly digest?: string;
  readonly bits?: number;
  readonly keyKind?: KeyKind;
  /** Takes over the key of another certificate. */
  readonly keyOf?: Issued;
}

const DAY_MS = 24 * 3600 * 1000;
const timeText = (at: number): string => `${new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;

/** Makes throw-away certificates with the openssl command, so that nothing of ours is on both sides of the test. */
export class CertificateFactory {
  readonly #folder = new OpenSslFolder();
  readonly #kind: KeyKind;
  readonly #userId: string;
  #count = 0;

  constructor(kind: KeyKind, sm2UserId = '1234567812345678') {
    this.#kind = kind;
    this.#userId = sm2UserId;
  }

  /** Self-signed where no issuer is named. */
  issue(wish: CertificateWish): Issued {
    const file = `c${++this.#count}`;
    if (wish.keyOf) this.#folder.write(`${file}.key`, this.#folder.read(`${wish.keyOf.file}.key`));
    else this.#key(file, wish.keyKind ?? this.#kind, wish.bits ?? 2048);
    this.#folder.write(`${file}.cnf`, configOf(wish));
    this.#folder.run('req', '-new', '-utf8', '-key', `${file}.key`, '-config', `${file}.cnf`, '-out', `${file}.csr`, ...this.#reqOptions(wish.keyKind ?? this.#kind));
    this.#folder.write('index.txt', '');
    this.#folder.write('ca.cnf', authorityConfig);
    const issuer = wish.by?.file ?? file;
    const start = Date.now() + (wish.startsInDays ?? -400) * DAY_MS;
    this.#folder.run('ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf', '-in', `${file}.csr`, '-out', `${file}.pem`,
      ...(wish.by ? ['-cert', `${issuer}.pem`] : ['-selfsign']), '-keyfile', `${issuer}.key`, '-md', this.#kind === 'SM2' ? 'sm3' : wish.digest ?? 'sha256',
      '-startdate', timeText(start), '-enddate', timeText(Date.now() + (wish.days ?? (wish.ca ? 4000 : 365)) * DAY_MS),
      '-extfile', `${file}.cnf`, '-extensions', 'wanted', ...this.#signOptions(wish.keyKind ?? this.#kind));
    return { pem: this.#folder.text(`${file}.pem`), file };
  }

  publicKeyOf({ file }: Issued): string { return this.#folder.run('x509', '-in', `${file}.pem`, '-noout', '-pubkey'); }
  serialOf({ pem }: Issued): string { return BigInt(`0x${new X509Certificate(pem).serialNumber}`).toString(); }
  endOf({ file }: Issued): number {
    return Date.parse(this.#folder.run('x509', '-in', `${file}.pem`, '-noout', '-enddate', '-dateopt', 'iso_8601').replace('notAfter=', '').trim().replace(' ', 'T'));
  }

  close(): void { this.#folder.close(); }

  #key(file: string, kind: KeyKind, bits: number): void {
    const option = kind === 'RSA' ? `rsa_keygen_bits:${bits}` : 'ec_paramgen_curve:SM2';
    this.#folder.run('genpkey', '-algorithm', kind === 'RSA' ? 'RSA' : 'EC', '-pkeyopt', option, '-out', `${file}.key`);
  }

  #reqOptions(kind: KeyKind): readonly string[] {
    return kind === 'SM2' ? ['-sm3', '-sigopt', 'distid:1234567812345678'] : [];
  }

  /** The request was signed by the new key, the certificate is signed by the issuer's. */
  #signOptions(requestKind: KeyKind): readonly string[] {
    const request = requestKind === 'SM2' ? ['-vfyopt', 'distid:1234567812345678'] : [];
    return this.#kind === 'SM2' && this.#userId !== '' ? [...request, '-sigopt', `distid:${this.#userId}`] : request;
  }
}

const configOf = ({ name, secondName, ca }: CertificateWish): string => `[req]
distinguished_name = dn
prompt = no
utf8 = yes
string_mask = utf8only
[dn]
C = CN
0.CN = ${name}
${secondName ? `1.CN = ${secondName}` : ''}
[wanted]
basicConstraints = critical,CA:${ca ? 'TRUE' : 'FALSE'}
${ca ? 'keyUsage = critical,keyCertSign,cRLSign' : ''}
`;

const authorityConfig = `[ca]
default_ca = one
[one]
database = index.txt
new_certs_dir = .
policy = any
unique_subject = no
rand_serial = yes
default_md = sha256
[any]
countryName = optional
commonName = optional
`;
