import { generateKeyPairSync } from 'node:crypto';
import jsrsasign from 'jsrsasign';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** A self-signed certificate with this common name, made on the spot. */
export function certificateNamed(commonName: string): string {
  const name = { array: [[{ type: 'C', value: 'CN', ds: 'prn' }], [{ type: 'CN', value: commonName, ds: 'utf8' }]] };
  return new jsrsasign.KJUR.asn1.x509.Certificate({
    version: 3, serial: { int: 7 }, issuer: name, subject: name, notbefore: '240101000000Z', notafter: '440101000000Z',
    sbjpubkey: publicKey, sigalg: 'SHA256withRSA', cakey: privateKey, ext: [],
  } as unknown as ConstructorParameters<typeof jsrsasign.KJUR.asn1.x509.Certificate>[0]).getPEM();
}
