import { Type } from '@sinclair/typebox';
import { cloudMas } from '../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import type { CloudMasNeeds } from '../../adapters/outbound/text-messages/cloud-mas/needs.js';
import { usualBatchSize, type CloudMasSettings } from '../../adapters/outbound/text-messages/cloud-mas/settings.js';
import type { TextMessages } from '../../application/ports/text-messages.js';
import { checkedSettings, type ReadOutsideFile } from './outside-file.js';

const text = Type.String({ maxLength: 500 });
const schema = Type.Object({
  environment: Type.Union(['production', 'test', 'simulator'].map((word) => Type.Literal(word))), baseUrl: text, ecName: text, apId: text, secretKeyInBody: Type.Boolean({ default: false }),
  freeTextPath: Type.Union([Type.Literal('norsubmit'), Type.Literal('submit')], { default: 'norsubmit' }), sign: text, addSerial: Type.String({ default: '' }),
  templateIds: Type.Record(Type.String(), Type.String(), { default: {} }), batchSize: Type.Integer({ default: usualBatchSize }), retryableCodes: Type.Array(Type.String(), { default: [] }),
  canQuery: Type.Boolean({ default: false }), pushNetworks: Type.Array(Type.String()),
}, { additionalProperties: false });

/** The text message platform; undefined: nobody is texted. */
export function textMessagesOf(file: ReadOutsideFile, needs: Pick<CloudMasNeeds, 'http' | 'journal'>): TextMessages | undefined {
  if (file.textMessages === undefined) return undefined;
  const { secretKeyFile, pushTokenFile, settings } = file.textMessages;
  const own = checkedSettings<Omit<CloudMasSettings, 'secretKey' | 'pushToken'>>('textMessages', schema, settings);
  return cloudMas({ ...needs, settings: { ...own, secretKey: file.secret(secretKeyFile), pushToken: file.secret(pushTokenFile) } });
}
