/** Where a protected value lives; becomes part of its MAC, so that values cannot be swapped between rows (ENC-01). */
export interface FieldPlace { readonly table: string; readonly column: string; readonly rowId: string }

/** Protects personal data at rest. Purposes never share a key (KEY-01). */
export interface Vault {
  /** Envelope `1.<keyId>.sm4cbc-hmacsm3.<iv>.<ciphertext>.<tag>` (base64url parts), a fresh random IV each time (ENC-02). */
  seal(place: FieldPlace, clear: string): string;
  /** Throws TamperedError where envelope and place do not belong together or a bit was changed. */
  open(place: FieldPlace, envelope: string): string;
  /** 64 hex characters: HMAC-SM3 under a key of its own per column, over the already normalised text (ENC-03). */
  blindIndex(column: string, normalised: string): string;
  /** The same under every key there is, that of today first: by these a value is found, whenever its row was written (KEY-02). One where there is one key. */
  blindIndexes(column: string, normalised: string): readonly string[];
  /** `changing`: processes may write under the key before or the key after at this moment, because a new one begins within minutes, or began so. */
  indexKeys(): 'one' | 'changing' | 'several';
  /** 64 hex characters: HMAC-SM3 for one audit row or chain link (AUD-03), under the key of today or the one of that number. */
  auditMac(text: string, keyNo?: number): string;
  /** Number of the audit key of today, from 0 in the order in which they were made; `least` where that is later: in the chain nobody goes back to an older key. */
  auditKeyNo(least: number): number;
  /** Number of the key, `least` or later, under which the MAC is that of the text; undefined where it is under none. */
  auditKeyOf(text: string, mac: string, least: number): number | undefined;
  /** 64 hex characters under the first keys there were, which never go: the same for as long as the installation lives, whatever keys it uses now. */
  installationMark(name: string): string;
  /** 64 hex characters: HMAC-SM3 under a key of its own per table, over what of a row must not be changed past the platform (INT-01, INT-03). */
  rowMac(table: string, text: string): string;
  /** `older`: made with a key that is not used for new codes any more (KEY-02). */
  rowMacFits(table: string, text: string, mac: string): 'current' | 'older' | 'no';
  /** Whether this envelope was made with the key that is used now. */
  isCurrent(envelope: string): boolean;
  /** Names of the keys with which values are sealed and rows get their codes now; another text as soon as one of them is another. */
  currentKeys(): string;
  /** Whether all keys that `currentKeys` of some process named are here: a key store of before a change lacks one. */
  hasKeys(names: string): boolean;
  /** 64 hex characters: HMAC-SM3 under a key of its own per use, for secrets that are only ever compared: tokens and activation codes. */
  secretMac(use: SecretUse, text: string): string;
  /** The same under every key there is, that of today first: a session lives on when a new key comes. */
  secretMacs(use: SecretUse, text: string): readonly string[];
  /** 64 hex characters that go into the hash of a password, under the key of this name; where none is named, the first there was. Undefined where there is no such key. */
  pepper(password: string, keyName: string | undefined): string | undefined;
  /** Name of the key of today, which a hash carries; undefined while that is the first. */
  pepperName(): string | undefined;
}

export type SecretUse = 'session-token' | 'sign-in-form' | 'activation-code';

/** A row or value that is not as the platform wrote it. Nobody guesses what it may have been; whoever meets it changes nothing. */
export class TamperedError extends Error {
  override readonly name = 'TamperedError';
  /** Which row, where that is known. Names no content. */
  readonly row: { readonly table: string; readonly rowNo: string } | undefined;
  constructor(message: string, options: ErrorOptions & { readonly row?: TamperedError['row'] } = {}) {
    super(message, options);
    this.row = options.row;
  }
}
