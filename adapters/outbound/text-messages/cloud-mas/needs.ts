import type { Journal } from '../../../../application/ports/journal.js';
import type { WireClient } from '../../wire/http-client.js';
import type { CloudMasSettings } from './settings.js';

/** What the adapter is built from. */
export interface CloudMasNeeds {
  readonly settings: CloudMasSettings;
  readonly http: Pick<WireClient, 'send'>;
  readonly journal: Journal;
}
