import { decodeBase64Url } from '../strict-base64.js';

export const SALT_BYTES = 16;
export const HASH_BYTES = 32;
/** More rounds than this are a mistake in a configuration or a row that somebody changed: one sign-in would take half a minute. */
export const MAX_ROUNDS = 50_000_000;
const MAX_STORED_CHARS = 128;
const ALGORITHM = 'pbkdf2-sm3';
const shape = /^pbkdf2-sm3\$([1-9]\d{0,7})\$([\w-]{22})\$([\w-]{43})(?:\$([a-z0-9][a-z0-9-]{0,31}))?$/;

/** What is kept of a password: its hash with all that is needed to compute it again, but for the pepper, whose key it names; none where that is the first. */
export interface StoredPassword { readonly rounds: number; readonly salt: Buffer; readonly hash: Buffer; readonly pepperName?: string | undefined }

/** A stored hash is not one that we wrote. Says nothing about the password, and its message repeats nothing of the hash. */
export class UnreadablePasswordError extends Error {
  override readonly name = 'UnreadablePasswordError';
}

/** `pbkdf2-sm3$<rounds>$<salt>$<hash>` and, where it has a name, `$<key of the pepper>`; salt and hash in base64url; at most 128 characters. */
export const writeStored = ({ rounds, salt, hash, pepperName }: StoredPassword): string =>
  [ALGORITHM, String(rounds), salt.toString('base64url'), hash.toString('base64url'), ...pepperName === undefined ? [] : [pepperName]].join('$');

/** Throws UnreadablePasswordError for every spelling but the one that `writeStored` gives. */
export function readStored(text: string): StoredPassword {
  const [, rounds, salt, hash, pepperName] = (text.length <= MAX_STORED_CHARS && shape.exec(text)) || [];
  const [saltBytes, hashBytes] = [decodeBase64Url(salt ?? ''), decodeBase64Url(hash ?? '')];
  if (saltBytes?.length !== SALT_BYTES || hashBytes?.length !== HASH_BYTES || Number(rounds) > MAX_ROUNDS) {
    throw new UnreadablePasswordError('the stored hash of a password cannot be read');
  }
  return { rounds: Number(rounds), salt: saltBytes, hash: hashBytes, pepperName };
}
