/** Makes numbers and unguessable tokens. */
export interface Ids {
  /** A new platform number, 26 digits, never given twice by any process of one installation. */
  next(): string;
  /** At least 128 random bits, URL-safe text of 32 characters: a capability, not a name. */
  token(): string;
}
