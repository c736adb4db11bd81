import type { TextTemplateName } from '../../../../domain/text-messages/templates.js';

/** One account at a 云MAS platform, in the platform's words where it has them. */
export interface CloudMasSettings {
  readonly environment: 'production' | 'test' | 'simulator';
  /** Without a slash at the end; `norsubmit`, `tmpsubmit` and `report/query` are added. */
  readonly baseUrl: string;
  readonly ecName: string;
  readonly apId: string;
  /** Interface password: part of every mac. */
  readonly secretKey: string;
  /** Some installations want the password in the message as well; better not. */
  readonly secretKeyInBody: boolean;
  /** On some TLS addresses free text goes to `submit`. */
  readonly freeTextPath: 'norsubmit' | 'submit';
  /** Signature code as the platform issued it, not the signature. */
  readonly sign: string;
  /** Extension of the access number; may be empty. */
  readonly addSerial: string;
  /** The platform's number of each of our templates that is registered there. */
  readonly templateIds: Readonly<Partial<Record<TextTemplateName, string>>>;
  readonly batchSize: number;
  /** Further answers after which the same text may be sent again. */
  readonly retryableCodes: readonly string[];
  /** False where the platform only pushes. */
  readonly canQuery: boolean;
  /** Last part of the address to which the platform pushes. */
  readonly pushToken: string;
  /** Networks, as CIDR, from which it pushes. */
  readonly pushNetworks: readonly string[];
}

/** Hard limit of the platform for one request. */
export const mostPhonesOfPlatform = 5000;
export const usualBatchSize = 200;
