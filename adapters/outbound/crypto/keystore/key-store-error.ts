/** Why the key store cannot be opened or changed. The message is Chinese: an operator reads it when the start fails. */
export class KeyStoreError extends Error {
  override readonly name = 'KeyStoreError';
}
