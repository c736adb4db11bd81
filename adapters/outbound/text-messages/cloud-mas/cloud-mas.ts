import type { TextMessages } from '../../../../application/ports/text-messages.js';
import type { CloudMasNeeds } from './needs.js';
import { textPushes } from './pushes.js';
import { textSending } from './sending.js';
import { checkCloudMasSettings } from './settings-check.js';
import { statusQueries } from './status-queries.js';

/** 云MAS over HTTP. Throws where the settings are not usable: a fault of configuration, nothing the platform did. */
export function cloudMas(needs: CloudMasNeeds): TextMessages {
  const complaints = checkCloudMasSettings(needs.settings);
  if (complaints.length > 0) throw new Error(`text message settings are not usable: ${complaints.join('; ')}`);
  return { sending: textSending(needs), pushes: textPushes(needs), ...(needs.settings.canQuery ? { queries: statusQueries(needs) } : {}) };
}
