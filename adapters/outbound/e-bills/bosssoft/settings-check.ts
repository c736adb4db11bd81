import { longestEBillNumber } from '../../../../domain/e-bills/e-bill-numbers.js';
import type { BosssoftSettings } from './settings.js';

const mostOrigins = 10;
const mostCodes = 20;
const longestTimeoutMs = 60_000;

const isWord = (text: string): boolean => /^[0-9A-Za-z_.-]{1,60}$/.test(text);
const isName = (text: string): boolean => text.trim() === text && text !== '' && text.length <= 60 && !/\p{Cc}/u.test(text);

function isAddress(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(text) || text.endsWith('/') || !URL.canParse(text)) return false;
  const { username, password, hash, search } = new URL(text);
  return [username, password, hash, search].every((part) => part === '');
}

/** Payers' names and certificate numbers go there: in the clear only to this host, where a tunnel or a simulator listens. */
const isGuarded = (text: string): boolean => /^https:|^http:\/\/(?:127(?:\.[0-9]{1,3}){3}|localhost|\[::1\])(?::[0-9]+)?\//.test(text);

/** What is wrong with the settings, in words for the operator; empty when they may be used. The key's value is never repeated. */
export function checkSettings(settings: BosssoftSettings, key: string): readonly string[] {
  const { place, formats, codes, pageOrigins, timeoutMs } = settings;
  const rules: readonly (readonly [fits: boolean, complaint: string])[] = [
    [isAddress(settings.apiUrl), 'apiUrl 应为完整的 http(s) 地址，末尾不带斜杠'],
    [!isAddress(settings.apiUrl) || isGuarded(`${settings.apiUrl}/`), 'apiUrl 应为 https 地址；http 只用于本机上的加密隧道或模拟系统'],
    [place === undefined || (isWord(place.region) && isWord(place.deptcode)), 'region、deptcode 应为 1 至 60 位字母、数字或 _ . -'],
    ...(['appid', 'version', 'placeCode', 'kindCode', 'payChannelCode'] as const).map((name) => [isWord(settings[name]), `${name} 应为 1 至 60 位字母、数字或 _ . -`] as const),
    ...(['cashier', 'author'] as const).map((name) => [isName(settings[name]), `${name} 应为 1 至 60 个字符`] as const),
    [['md5-upper', 'sm3-upper'].includes(settings.digest), 'digest 应为 md5-upper 或 sm3-upper'],
    [/^[\x21-\x7e]{8,200}$/.test(key), '签名密钥应为 8 至 200 位可见字符'],
    [pageOrigins.length <= mostOrigins && pageOrigins.every((origin) => isAddress(origin) && new URL(origin).origin === origin), `pageOrigins 应为至多 ${mostOrigins} 个不带路径的 http(s) 地址`],
    [Object.values(formats).every(({ signs, shortest, longest }) => ['digits', 'letters-and-digits'].includes(signs) && Number.isSafeInteger(shortest) && Number.isSafeInteger(longest) && shortest >= 1 && shortest <= longest && longest <= longestEBillNumber), `formats 应为 digits 或 letters-and-digits，长度 1 至 ${longestEBillNumber}`],
    [areCodesPlain(Object.values(codes)), `codes 每项至多 ${mostCodes} 个，各为 1 至 60 位字母、数字或 _ . -，不能是 S0000，也不能重复`],
    [Number.isSafeInteger(timeoutMs) && timeoutMs >= 100 && timeoutMs <= longestTimeoutMs, `timeoutMs 应为 100 至 ${longestTimeoutMs}`],
  ];
  return rules.filter(([fits]) => !fits).map(([, complaint]) => complaint);
}

/** One code with two meanings would be decided by the order in which they are looked at. */
function areCodesPlain(lists: readonly (readonly string[])[]): boolean {
  const all = lists.flat();
  return lists.every((list) => list.length <= mostCodes) && all.every((code) => isWord(code) && code !== 'S0000') && new Set(all).size === all.length;
}
