import type { SignAlgorithm, SignatureScheme } from '../../domain/access/signature-scheme.js';

export type { SignAlgorithm, SignatureScheme };

/** Signs with a key that never leaves the key store; an HSM can stand behind it (KEY-03). */
export interface Signer {
  /** Signature in standard base64 over the UTF-8 bytes of `text` (or the bytes given). Throws for an unknown key name. */
  sign(keyName: string, scheme: SignatureScheme, text: string | Uint8Array): Promise<string>;
  /** SPKI PEM of the key's public half. */
  publicKeyPem(keyName: string): Promise<string>;
}

/** Checks somebody else's signature. */
export interface Verifier {
  /** False for anything but a strict, standard signature by this key (GW-05); never throws for hostile input, only for an unusable `publicKeyPem`. */
  verify(publicKeyPem: string, scheme: SignatureScheme, text: string | Uint8Array, signatureBase64: string): Promise<boolean>;
}

export type StrangeAlgorithm = 'rsa-sha1' | 'rsa-md5' | 'rsa-sha512' | 'rsa-pss' | 'sm2-without-z' | 'sm2-sha256';

/** Recognises signatures by algorithms that nobody agreed on. To explain a refusal: what it finds is refused at the gateway all the same. */
export interface StrangeSignatures {
  /** undefined for anything else, a good signature too; never throws for hostile input. */
  recognise(publicKeyPem: string, algorithm: SignAlgorithm, text: Uint8Array, signatureBase64: string): StrangeAlgorithm | undefined;
}

/** Checks a key somebody registers (KEY-05, GW-04). */
export interface PublicKeyReader {
  /**
   * Normalises PEM, bare base64 SPKI, or (SM2) hex of the point 04‖x‖y, x‖y or compressed 02/03‖x, to SPKI PEM with its SM3 and SHA-256
   * fingerprints (hex over the SPKI DER). Refuses RSA below 2048 bits or exponent below 65537, SM2 points off the curve, infinity, hybrid forms.
   */
  read(algorithm: SignAlgorithm, text: string): { readonly ok: true; readonly pem: string; readonly fingerprint: string; readonly sha256: string } | { readonly ok: false; readonly why: string };
}
