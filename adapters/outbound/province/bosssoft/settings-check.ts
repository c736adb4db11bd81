import { payCodePattern } from '../../../../domain/payment-notices/pay-code.js';
import { noticeArrows } from '../../../../domain/payment-notices/payment-notice.js';
import { callNames, provinceWords, usualCodes, usualPaths, usualStates, type BosssoftSettings, type SigningForm } from './settings.js';
import { isWireObject, type WireObject } from './wire-json.js';

const maxTableEntries = 200;
/** `paying` is never the province's word. */
const provinceStates: readonly unknown[] = Object.keys(noticeArrows).filter((state) => state !== 'paying');

/** The settings, or what is wrong with them in words for the operator who types them. Never throws. */
export function checkSettings(stored: WireObject): BosssoftSettings | { readonly complaints: readonly string[] } {
  const s: WireObject = {
    version: '1.0', envelope: 'standard', payCode: '^[0-9]{20}$', paths: usualPaths, codes: usualCodes, states: usualStates, ...stored,
    statement: { charset: 'utf-8', digest: 'sha256', ...partOf(stored['statement']) },
    answers: { accepted: 'S0000', refused: 'E9999', ...partOf(stored['answers']) },
  };
  const [statement, answers, pattern, signing] = [partOf(s['statement']), partOf(s['answers']), payCodePattern(s['payCode']), signingOf(partOf(s['signing']))];
  const rules: readonly (readonly [fits: boolean, complaint: string])[] = [
    [['production', 'test', 'simulator'].includes(String(s['environment'])), 'environment 应为 production、test 或 simulator'],
    [isAddress(s['baseUrl'], s['environment'] === 'production'), 'baseUrl 应为完整的 http(s) 地址，不以斜杠结尾，生产环境必须是非本机的 https 地址'],
    [matches(s['region'], /^[0-9]{6}$/), 'region 应为 6 位非税区划编码'],
    [matches(s['deptCode'], /^[0-9A-Za-z]{1,30}$/), 'deptCode 应为 1 至 30 位字母或数字'],
    [matches(s['appId'], /^[0-9A-Za-z_-]{1,64}$/), 'appId 应为 1 至 64 位字母或数字'],
    [matches(s['version'], /^[0-9.]{1,10}$/), 'version 应为数字和点'],
    [['standard', 'short'].includes(String(s['envelope'])), 'envelope 应为 standard 或 short'],
    [signing !== undefined, 'signing 应为 md5-upper、sm3-upper，或含 keyName、provinceKeyPem 的 sm2'],
    [isTable(s['paths'], callNames, isPath) && partOf(s['paths'])['query'] !== undefined, 'paths 只能含已知的接口，须含 query，路径不能以斜杠开头'],
    [isTable(s['codes'], /^[0-9A-Za-z]{1,16}$/, (word) => (provinceWords as readonly unknown[]).includes(word)) && Object.values(partOf(s['codes'])).includes('ok'), 'codes 应为返回码到含义的表，须有成功码'],
    [isTable(s['states'], /^[0-9A-Za-z]{1,8}$/, (state) => provinceStates.includes(state)) && Object.values(partOf(s['states'])).includes('paid'), 'states 应为状态码到状态的表，须有已缴'],
    [pattern.ok, 'payCode 应为首尾固定的简单格式，如 ^[0-9]{20}$'],
    [['utf-8', 'gbk'].includes(String(statement['charset'])) && ['sha256', 'sm3'].includes(String(statement['digest'])), 'statement 的 charset 应为 utf-8 或 gbk，digest 应为 sha256 或 sm3'],
    [matches(answers['accepted'], /^[0-9A-Za-z]{1,16}$/) && matches(answers['refused'], /^[0-9A-Za-z]{1,16}$/) && answers['accepted'] !== answers['refused'], 'answers 的 accepted 与 refused 应为两个不同的返回码'],
  ];
  const complaints = rules.filter(([fits]) => !fits).map(([, complaint]) => complaint);
  if (complaints.length > 0 || !pattern.ok || signing === undefined) return { complaints };
  return { ...s, payCode: pattern.value, signing } as unknown as BosssoftSettings; // every field was looked at above
}

/** Reads the settings of a region from stored data. Throws with every complaint at once: a fault of configuration, found before any call. */
export function bosssoftSettings(stored: WireObject): BosssoftSettings {
  const checked = checkSettings(stored);
  if ('complaints' in checked) throw new Error(`province settings of region ${String(stored['region'])} are not usable: ${checked.complaints.join('; ')}`);
  return checked;
}

const partOf = (value: unknown): WireObject => (isWireObject(value) ? value : {});
const matches = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);
const isPath = (value: unknown): boolean => matches(value, /^[0-9A-Za-z_.-]+(\/[0-9A-Za-z_.-]+)*$/) && !String(value).split('/').includes('..');

function isTable(value: unknown, names: RegExp | readonly string[], fits: (entry: unknown) => boolean): boolean {
  if (!isWireObject(value)) return false;
  const entries = Object.entries(value);
  const known = (name: string): boolean => (names instanceof RegExp ? names.test(name) : names.includes(name));
  return entries.length <= maxTableEntries && entries.every(([name, entry]) => known(name) && (entry === undefined || fits(entry)));
}

function isAddress(value: unknown, isProduction: boolean): boolean {
  if (!matches(value, /^https?:\/\/[\x21-\x7e]*[\x21-\x2e\x30-\x7e]$/) || !URL.canParse(String(value))) return false;
  const { protocol, hostname, username, password, hash, search } = new URL(String(value));
  if ([username, password, hash, search].some((part) => part !== '')) return false;
  return !isProduction || (protocol === 'https:' && !/^127\.|^localhost\.?$|\.localhost\.?$|^0\.0\.0\.0$|^\[::1?\]$|^\[::ffff:/.test(hostname));
}

function signingOf(part: WireObject): SigningForm | undefined {
  const { form, keyName, provinceKeyPem, sm2Encoding = 'der' } = part;
  if (form === 'md5-upper' || form === 'sm3-upper') return { form };
  if (form !== 'sm2' || !matches(keyName, /\S/) || !matches(provinceKeyPem, /^-----BEGIN PUBLIC KEY-----/)) return undefined;
  return sm2Encoding === 'der' || sm2Encoding === 'raw' ? { form, keyName: String(keyName), provinceKeyPem: String(provinceKeyPem), sm2Encoding } : undefined;
}
