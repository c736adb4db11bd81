import type { CloudMasSettings } from '../../adapters/outbound/text-messages/cloud-mas/settings.js';

export const pushToken = 'k3Jd8sPq0ZxWv7TnRb5YmHg2LcFa9UeX';

/** The account of the computed examples (sms.md 1). */
export const cloudMasSettings = (differences: Partial<CloudMasSettings> = {}): CloudMasSettings => ({
  environment: 'simulator', baseUrl: 'http://127.0.0.1:9/sms', ecName: '三明市财政局', apId: 'smfs', secretKey: 'DemoSecret1', secretKeyInBody: false, freeTextPath: 'norsubmit',
  sign: 'SIGN0001', addSerial: '', templateIds: { PAY_SUCCESS: 'TPL0001', LOGIN_CODE: 'TPL0002' }, batchSize: 200, retryableCodes: [], canQuery: true,
  pushToken, pushNetworks: ['127.0.0.0/8'], ...differences,
});
