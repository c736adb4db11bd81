import type { Journal } from '../../../../application/ports/journal.js';
import type { WireClient } from '../../wire/http-client.js';
import type { BosssoftSettings } from './settings.js';

/** What the adapter is built from. */
export interface BosssoftNeeds {
  readonly settings: BosssoftSettings;
  /** Shared secret of both sides. */
  readonly key: string;
  /** Made with `connectTimeoutMs`. */
  readonly http: Pick<WireClient, 'send'>;
  /** 32 random hex digits, another one at every call. */
  readonly noise: () => string;
  readonly journal: Journal;
}
