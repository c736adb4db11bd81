/** A region's settings as they are stored. */
export const storedSettings = (changes: object = {}): Readonly<Record<string, unknown>> => ({
  environment: 'simulator', baseUrl: 'http://127.0.0.1:9', region: '350400', deptCode: '350400001', appId: 'SMFSTEST01', signing: { form: 'md5-upper' }, ...changes,
});
