/** The part of sm-crypto 0.5.8 used here; the package brings no types. */
declare module 'sm-crypto' {
  interface Sm2Options {
    readonly hash?: boolean;
    readonly der?: boolean;
    readonly userId?: string;
    readonly publicKey?: string;
  }
  interface SmCrypto {
    readonly sm2: {
      generateKeyPairHex(): { readonly privateKey: string; readonly publicKey: string };
      getPublicKeyFromPrivateKey(privateKeyHex: string): string;
      doSignature(message: string | Uint8Array | number[], privateKeyHex: string, options?: Sm2Options): string;
      doVerifySignature(message: string | Uint8Array | number[], signatureHex: string, publicKeyHex: string, options?: Sm2Options): boolean;
      doEncrypt(message: string | Uint8Array | number[], publicKeyHex: string, cipherMode?: 0 | 1): string;
      doDecrypt(cipherHex: string, privateKeyHex: string, cipherMode?: 0 | 1): string;
      doDecrypt(cipherHex: string, privateKeyHex: string, cipherMode: 0 | 1, options: { readonly output: 'array' }): number[];
    };
    sm3(message: string | Uint8Array | number[], options?: { readonly key: string | number[]; readonly mode?: 'hmac' }): string;
    readonly sm4: {
      encrypt(message: string | Uint8Array | number[], keyHex: string, options?: { readonly mode?: string; readonly iv?: string; readonly padding?: string }): string;
      decrypt(cipherHex: string | Uint8Array | number[], keyHex: string, options?: { readonly mode?: string; readonly iv?: string; readonly padding?: string }): string;
    };
  }
  /** The only export besides the default one that Node finds in the CommonJS package. */
  export const sm2: SmCrypto['sm2'];
  const smCrypto: SmCrypto;
  export default smCrypto;
}
