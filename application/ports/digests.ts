/** Digests in lower-case hex, over UTF-8 where text is given. */
export interface Digests {
  sm3Hex(text: string | Uint8Array): string;
  sha256Hex(text: string | Uint8Array): string;
}
