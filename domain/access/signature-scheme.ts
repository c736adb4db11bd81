/** RSA2 = SHA256withRSA PKCS#1 v1.5; SM2 = SM3withSM2 (GB/T 32918.2). */
export type SignAlgorithm = 'RSA2' | 'SM2';

/** Of SM2, where a record names none (GB/T 35276). */
export const defaultUserId = '1234567812345678';

/** How one party signs. Comes from its record, never from a request (GW-04). */
export interface SignatureScheme {
  readonly algorithm: SignAlgorithm;
  /** SM2 only: DER sequence (default) or 64 raw bytes r‖s. */
  readonly sm2Encoding?: 'der' | 'raw';
  /** SM2 only: the user id in Z; default 1234567812345678. */
  readonly sm2UserId?: string;
}
