import { BlockList, isIP } from 'node:net';
import { payCodePattern } from '../../../../domain/payment-notices/pay-code.js';
import { noticeArrows } from '../../../../domain/payment-notices/payment-notice.js';
import { capabilityNames, resultWords, usualLine, usualMessageNumbers, usualNames, usualResults, usualStates, type CnnontaxSettings } from './settings.js';

type Part = Readonly<Record<string, unknown>>;
type Rule = readonly [fits: boolean, complaint: string];

const macRules: readonly unknown[] = ['none', 'sha256-token-prefix', 'sm3-token-prefix', 'hmac-sm3'];
const maxTableEntries = 200;
/** `paying` is never the province's word. */
const provinceStates: readonly unknown[] = Object.keys(noticeArrows).filter((state) => state !== 'paying');

const usual = {
  mac: 'sm3-token-prefix', demands: [], codes: usualResults, states: usualStates, payCode: '^[0-9]{20}$', itemCodes: 'national', validDays: 90, wantsPaidMessage: true,
} as const;

/** The settings, or what is wrong with them in words for the operator who types them. Never throws. */
export function checkCnnontaxSettings(stored: Part): CnnontaxSettings | { readonly complaints: readonly string[] } {
  const receiver = isPart(stored['receiver']) ? { realAccount: stored['receiver']['account'], accountType: '1', isInterBank: false, ...stored['receiver'] } : undefined;
  const listen = isPart(stored['listen']) ? { host: '0.0.0.0', sources: [], ...stored['listen'] } : undefined;
  const s: Part = {
    ...usual, ...stored, line: { ...usualLine, ...partOf(stored['line']) }, msgNo: { ...usualMessageNumbers, ...partOf(stored['msgNo']) },
    names: { ...usualNames, ...partOf(stored['names']) }, nodes: partOf(stored['nodes']), receiver, listen,
  };
  const pattern = payCodePattern(s['payCode']);
  const rules = [...lineRules(s), ...listenRules(s, stored['listen'] !== undefined), ...messageRules(s), ...tableRules(s), ...payCodeRules(s)];
  const complaints = rules.filter(([fits]) => !fits).map(([, complaint]) => complaint);
  if (complaints.length > 0 || !pattern.ok) return { complaints };
  return { ...s, payCode: pattern.value } as unknown as CnnontaxSettings; // every field was looked at above
}

/** Reads the settings of a region from stored data. Throws with every complaint at once: a fault of configuration, found before any call. */
export function cnnontaxSettings(stored: Part): CnnontaxSettings {
  const checked = checkCnnontaxSettings(stored);
  if ('complaints' in checked) throw new Error(`province settings of region ${String(stored['region'])} are not usable: ${checked.complaints.join('; ')}`);
  return checked;
}

function lineRules(s: Part): readonly Rule[] {
  const [line, nodes] = [partOf(s['line']), partOf(s['nodes'])];
  const isProduction = s['environment'] === 'production';
  return [
    [['production', 'test', 'simulator'].includes(String(s['environment'])), 'environment 应为 production、test 或 simulator'],
    [matches(s['region'], /^[0-9]{6}$/), 'region 应为 6 位非税区划编码'],
    [matches(line['host'], /^[0-9A-Za-z.:-]{1,253}$/) && !(isProduction && isLoopback(String(line['host']))), 'line.host 应为主机名或地址，生产环境必须是非本机地址'],
    [isPort(line['port']), 'line.port 应为 1 至 65535 的端口'],
    [isWhole(line['connectTimeoutMs'], 100, 30_000) && isWhole(line['maxConnections'], 1, 256), 'line.connectTimeoutMs 应为 100 至 30000 毫秒，line.maxConnections 应为 1 至 256'],
    [['ours', 'province'].every((whose) => matches(nodes[whose], /^[0-9A-Za-z]{4,20}$/)) && nodes['ours'] !== nodes['province'],
      'nodes 的 ours 与 province 应为两个不同的节点编码，如 K3504000001 与 F350400'],
    [macRules.includes(s['mac']), 'mac 应为 none、sha256-token-prefix、sm3-token-prefix 或 hmac-sm3'],
  ];
}

function listenRules(s: Part, isWished: boolean): readonly Rule[] {
  const listen = s['listen'] === undefined ? undefined : partOf(s['listen']);
  if (listen === undefined) return [[!isWished, 'listen 应含 port，可含 host 与 sources']];
  const { sources } = listen;
  const areNetworks = Array.isArray(sources) && sources.length <= maxTableEntries && sources.every(isNetwork);
  return [
    [isPort(listen['port']) && isIP(String(listen['host'])) !== 0, 'listen 的 host 应为本机 IP 地址，port 应为端口'],
    [areNetworks, 'listen.sources 应为省系统来源网段的清单，如 10.35.0.0/16'],
    // Without a code every host that reaches the port could tell of payments.
    [s['environment'] !== 'production' || (areNetworks && sources.length > 0), '生产环境的 listen.sources 不能为空'],
  ];
}

function messageRules(s: Part): readonly Rule[] {
  const [msgNo, receiver, { demands }] = [partOf(s['msgNo']), partOf(s['receiver']), s];
  const number = /^[0-9]{4}$/;
  const optional = (name: string): boolean => msgNo[name] === '' || matches(msgNo[name], number);
  const { replies } = msgNo;
  const demanded = Array.isArray(demands) ? (demands as readonly unknown[]) : [undefined];
  const issue = msgNo['issue'];
  const behind: Readonly<Record<string, unknown>> = { issue: s['ownCodes'] === undefined ? '' : issue, push: issue, void: issue, state: msgNo['state'], confirm: msgNo['confirm'] };
  return [
    [Object.keys(msgNo).every((name) => Object.hasOwn(usualMessageNumbers, name)) && matches(msgNo['query'], number) && matches(msgNo['slip'], number),
      'msgNo 只能含已知的报文，query 与 slip 应为 4 位报文编号'],
    [['state', 'stateAnswer', 'issue', 'confirm'].every(optional) && (msgNo['state'] === '' || msgNo['stateAnswer'] !== ''),
      'msgNo 的 state、issue、confirm 应为 4 位报文编号或留空，有 state 须有 stateAnswer'],
    [Array.isArray(replies) && replies.length > 0 && replies.length <= 10 && replies.every((one) => matches(one, number)), 'msgNo.replies 应为通用应答的报文编号清单'],
    [demanded.every((name) => (capabilityNames as readonly unknown[]).includes(name)), 'demands 只能含 issue、push、void、state、confirm'],
    ...demanded.map((name): Rule => [behind[String(name)] !== '', `NOT_CONFIGURED：demands 要求 ${String(name)}，但没有配置对应的报文编号${name === 'issue' ? '或 ownCodes' : ''}`]),
    [issue === '' || isReceiver(receiver), 'receiver 应含 name、account、bank、bankNo（收款人全称、账号、开户行、行号）'],
  ];
}

function isReceiver(receiver: Part): boolean {
  const text = (name: string, most: number): boolean => matches(receiver[name], new RegExp(`^\\S.{0,${most - 1}}$`, 'u'));
  return text('name', 100) && text('account', 50) && text('realAccount', 50) && text('bank', 100) && matches(receiver['bankNo'], /^[0-9]{1,20}$/)
    && matches(receiver['accountType'], /^[0-9]{1,2}$/) && typeof receiver['isInterBank'] === 'boolean';
}

/** Fields without which a slip is none. */
const neededNames = ['payCode', 'region', 'fillDay', 'unitCode', 'unitName', 'payerName', 'total', 'state', 'items'];

function areNames(names: Part): boolean {
  const given = Object.values(names).filter((name) => name !== '');
  const isKnown = isTable(names, (name) => Object.hasOwn(usualNames, name), (name) => name === '' || matches(name, /^[A-Za-z][A-Za-z0-9_]{0,40}$/));
  return isKnown && new Set(given).size === given.length && neededNames.every((name) => names[name] !== '');
}

function tableRules(s: Part): readonly Rule[] {
  const [words, codes, states] = [resultWords as readonly unknown[], Object.values(partOf(s['codes'])), Object.values(partOf(s['states']))];
  return [
    [areNames(partOf(s['names'])), 'names 应为字段到报文字段名的表，不能重名，必要字段不能留空'],
    [isTable(s['codes'], (code) => /^[0-9A-Za-z]{1,16}$/.test(code), (word) => words.includes(word)) && codes.includes('ok'), 'codes 应为结果码到含义的表，须有成功码'],
    [isTable(s['states'], (code) => /^[0-9A-Za-z]{1,8}$/.test(code), (state) => provinceStates.includes(state)) && ['unpaid', 'paid', 'void'].every((state) => states.includes(state)),
      'states 应为状态码到状态的表，须有未缴、已缴和作废'],
    [s['itemCodes'] === 'national' || s['itemCodes'] === 'local', 'itemCodes 应为 national 或 local'],
    [isWhole(s['validDays'], 1, 3650), 'validDays 应为 1 至 3650 的天数'],
    [typeof s['wantsPaidMessage'] === 'boolean', 'wantsPaidMessage 应为 true 或 false'],
  ];
}

function payCodeRules(s: Part): readonly Rule[] {
  const [pattern, { system }] = [payCodePattern(s['payCode']), partOf(s['ownCodes'])];
  // One of ours, for a try: what we issue must be what we take for a pay code.
  const example = `${String(s['region'])}99${String(system)}0000000001`;
  return [
    [pattern.ok, 'payCode 应为首尾固定的简单格式，如 ^[0-9]{20}$'],
    [s['ownCodes'] === undefined || (matches(system, /^[0-9]{2}$/) && pattern.ok && pattern.value.test(example)), 'ownCodes.system 应为省里分给本平台的 2 位系统号，且 payCode 须容得下 20 位缴款码'],
  ];
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (value: unknown): Part => (isPart(value) ? value : {});
const matches = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);
const isWhole = (value: unknown, least: number, most: number): boolean => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const isPort = (value: unknown): boolean => isWhole(value, 1, 65_535);
const isLoopback = (host: string): boolean => /^127\.|^localhost\.?$|\.localhost\.?$|^0\.0\.0\.0$|^::1?$|^::ffff:/i.test(host);

function isTable(value: unknown, isName: (name: string) => boolean, fits: (entry: unknown) => boolean): boolean {
  const entries = isPart(value) ? Object.entries(value) : undefined;
  return entries !== undefined && entries.length <= maxTableEntries && entries.every(([name, entry]) => isName(name) && fits(entry));
}

function isNetwork(value: unknown): boolean {
  const [address = '', prefix = ''] = String(value).split('/');
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,2}$/.test(prefix) || isIP(address) === 0) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}
