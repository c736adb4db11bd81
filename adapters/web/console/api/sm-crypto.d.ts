/** The part of sm-crypto 0.5.8 used here; the package brings no types. */
declare module 'sm-crypto' {
  export const sm2: { doEncrypt(message: string, publicKeyHex: string, cipherMode: 0 | 1): string };
}
