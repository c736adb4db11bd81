import { withRoles, type DeveloperRole } from '../../../domain/directory/developer-role.js';
import { mayCall, type Developer } from '../../../domain/directory/developer.js';
import { checkMethod, checkTimestamp, readData } from '../gateway/checks.js';
import { entriesIn, exact, type Entries, type Parameters } from '../gateway/parameters.js';
import { isRefusal, messageOf, type Refusal } from '../gateway/refusal.js';
import { SchemaChecks } from '../gateway/schema-checks.js';

export interface Step { readonly title: string; readonly isGood?: boolean; readonly words: string }
export interface ReadRequest { readonly entries: Entries; readonly parameters: Parameters; readonly signature: string }

/** A request as it was sent, whichever parameters it has: what stands twice counts once, the last time. `signature`: given beside it, in place of its own. */
export function readRequest(pasted: string, signature: string | undefined): ReadRequest | Refusal {
  const text = pasted.trim();
  const sent = entriesIn(text, text.startsWith('{') ? 'json' : 'form');
  if (isRefusal(sent)) return sent;
  const entries: Entries = signature === undefined ? sent : [...sent.filter(([name]) => name !== 'sign'), ['sign', signature]];
  const parameters = Object.fromEntries(entries);
  return { entries, parameters, signature: parameters['sign'] ?? '' };
}

let compiled: SchemaChecks | undefined;

/** What the gateway would say of each of its checks but the signature; it itself stops at the first that fails (GW-01). */
export function gatewaySteps({ entries, parameters }: ReadRequest, developer: Developer, roles: readonly DeveloperRole[], now: number, windowMs: number): readonly Step[] {
  compiled ??= new SchemaChecks();
  const [method, data] = [checkMethod(parameters['version'] ?? '', parameters['method'] ?? ''), readData(parameters['data'] ?? '')];
  const step = (title: string, refused: Refusal | undefined, good: string): Step => (refused === undefined ? { title, isGood: true, words: good } : { title, isGood: false, words: wordsOf(refused) });
  const set = exact(entries);
  return [
    step('公共参数', isRefusal(set) ? set : compiled.envelope(parameters), '齐全，格式正确'),
    step('版本与接口', isRefusal(method) ? method : undefined, parameters['method'] ?? ''),
    step('时间戳', checkTimestamp(parameters['timestamp'] ?? '', now, windowMs), '与平台时钟相差不超过 10 分钟'),
    parameters['devId'] === developer.devId ? { title: '开发者', isGood: developer.enabled, words: developer.enabled ? '已启用' : '40003 已停用' } : { title: '开发者', isGood: false, words: '请求里的 devId 不是所选的开发者' },
    isRefusal(method) ? { title: '接口权限', words: '接口不存在，未检查' } : mayCall(withRoles(developer, roles), method) ? { title: '接口权限', isGood: true, words: '可以调用' } : { title: '接口权限', isGood: false, words: '40302 没有这个接口的权限，请分配角色' },
    isRefusal(data) ? step('业务参数', data, '') : isRefusal(method) ? { title: '业务参数', words: '接口不存在，未检查' } : step('业务参数', compiled.request(method, data.fields), '格式正确'),
  ];
}

const wordsOf = ({ code, subMsg }: Refusal): string => `${code} ${subMsg ?? messageOf(code)}`;
export const refusalWords = wordsOf;
