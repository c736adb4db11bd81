/** A region's settings in the national norm as they are stored. */
export const normSettings = (changes: object = {}): Readonly<Record<string, unknown>> => ({
  environment: 'simulator', region: '350400', line: { host: '127.0.0.1', port: 9 }, nodes: { ours: 'K3504000001', province: 'F350400' }, ownCodes: { system: '35' },
  receiver: { name: '三明市财政局', account: '35001234567890', bank: '中国银行三明分行', bankNo: '104395000018' }, ...changes,
});
