import type { SignatureScheme } from '../../../../application/ports/signatures.js';
import type { SharedTableName } from '../../../../domain/sharing/shared-tables.js';

export interface ApiShareSettings {
  readonly target: string;
  /** Without a slash at the end; `/share/<table>/batch` is added. */
  readonly baseUrl: string;
  /** Name by which the city knows us. */
  readonly appId: string;
  readonly keyName: string;
  readonly scheme: SignatureScheme;
  /** Key of the city with which its replies are signed; undefined where it does not sign them. */
  readonly platformKeyPem: string | undefined;
  readonly tables: Readonly<Partial<Record<SharedTableName, string>>>;
}
