/** Why a backup cannot be written, believed or put back. The message is Chinese: an operator reads it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
