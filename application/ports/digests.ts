/** One digest over bytes as they come, for what is never whole in memory. */
export interface RunningDigest {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; asked once, at the end. */
  hex(): string;
}

/** Digests in lower-case hex, over UTF-8 where text is given. */
export interface Digests {
  sm3Hex(text: string | Uint8Array): string;
  sha256Hex(text: string | Uint8Array): string;
}
