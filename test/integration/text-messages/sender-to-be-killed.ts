import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { cloudMas } from '../../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { ApplyDelivery } from '../../../application/text-messages/apply-delivery.js';
import { SendText } from '../../../application/text-messages/send-text.js';
import { TextPace } from '../../../application/text-messages/text-pace.js';
import { defaultAskerLimits, defaultTextLimits } from '../../../domain/text-messages/limits.js';
import { defaultNight } from '../../../domain/text-messages/night.js';
import { builtInTexts } from '../../../domain/text-messages/text-set.js';
import { cloudMasSettings } from '../../builders/cloud-mas-settings.js';
import { openOn } from '../../contract/persistence/opened.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';

// A process that sends one text and hangs on the answer until it is killed: <database file> <platform address> <message number> <moment>.
const [file = '', baseUrl = '', messageId = '', moment = ''] = process.argv.slice(2);
const store = await openOn(openSqlite({ file }), '9');
store.clock.at = Number(moment);
const journal = new RecordingJournal();
const settings = cloudMasSettings({ baseUrl, templateIds: { PAY_SUCCESS: 'TPL-PAY-SUCCESS' } });
const platform = cloudMas({ settings, http: new WireClient({ maxConnections: 2, keepAliveMs: 1_000, connectTimeoutMs: 1_000 }), journal });
const pace = new TextPace({ rateLimiter: { allow: () => true, isSpent: () => false }, perSecond: 10, atOnce: 1, nowMs: () => performance.now() });
const rules = { sendAs: 'template', texts: builtInTexts, limits: defaultTextLimits, askerLimits: defaultAskerLimits, night: defaultNight, timeoutMs: 60_000, operatorPhones: [] } as const;
const { unitOfWork, clock } = store;
await new SendText({
  unitOfWork, clock, journal, pace, apply: new ApplyDelivery(unitOfWork, clock, journal), measurements: { count: () => undefined, time: () => undefined }, line: { platform, rules },
}).run(messageId);
