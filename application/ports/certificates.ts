/** What to believe of a certificate that came inside a message (CHN-03). */
export interface CertificatePolicy {
  /** PEM of the trusted root certificates. */
  readonly rootPems: readonly string[];
  /** PEM of the intermediate certificates. */
  readonly middlePems: readonly string[];
  /** Allowed values of the third `@` part of the subject's CN; also matched against the whole CN. */
  readonly allowedNames: readonly string[];
}

export type CheckedCertificate =
  | { readonly ok: true; readonly publicKeyPem: string; readonly serialDecimal: string; readonly subjectCommonName: string; readonly notAfter: number }
  | { readonly ok: false; readonly failedStep: 'unreadable' | 'not-valid-now' | 'chain' | 'name' };

/** Checks X.509 certificates with RSA or SM2 keys against a policy. */
export interface Certificates {
  /** Validity at `at` (epoch ms), chain leaf → middle → root by signature, then the name. A certificate of the root itself or without chain is refused. */
  check(pem: string, policy: CertificatePolicy, at: number): CheckedCertificate;
}
