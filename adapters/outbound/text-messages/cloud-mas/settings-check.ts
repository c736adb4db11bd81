import { textTemplates } from '../../../../domain/text-messages/templates.js';
import { addressRule } from '../../wire/address-rule.js';
import { mostPhonesOfPlatform, type CloudMasSettings } from './settings.js';

const mostPushNetworks = 50;

/** What is wrong with the settings, in words for the operator who wrote them; never repeats a secret. Empty when they may be used. */
export function checkCloudMasSettings(settings: CloudMasSettings): readonly string[] {
  const rules: readonly (readonly [fits: boolean, complaint: string])[] = [
    [isBaseUrl(settings.baseUrl), 'baseUrl 应为完整的 http(s) 地址，末尾不带斜杠'],
    [isPlain(settings.ecName, 100), 'ecName（企业名称）不能为空，最多 100 个字符'],
    [/^[\x21-\x7e]{1,64}$/.test(settings.apId), 'apId 应为 1 至 64 位可见字符'],
    [/^[\x21-\x7e]{6,128}$/.test(settings.secretKey), 'secretKey 应为 6 至 128 位可见字符'],
    [/^[0-9A-Za-z+/=_-]{1,64}$/.test(settings.sign), 'sign 应为平台签发的签名编码'],
    [/^[0-9]{0,12}$/.test(settings.addSerial), 'addSerial 应为 0 至 12 位数字'],
    [isWhole(settings.batchSize, 1, mostPhonesOfPlatform), `batchSize 应为 1 至 ${mostPhonesOfPlatform} 的整数`],
    [settings.retryableCodes.every((code) => /^[A-Za-z0-9:_-]{1,32}$/.test(code) && code !== 'success'), 'retryableCodes 中有不符合格式的返回码'],
    [/^[0-9A-Za-z_-]{32,128}$/.test(settings.pushToken), 'pushToken 应为 32 至 128 位随机的字母、数字、下划线或短横线'],
    [areNetworks(settings.pushNetworks), `pushNetworks 应为 1 至 ${mostPushNetworks} 个 CIDR 网段`],
    ...Object.entries(settings.templateIds).map(([name, id]) => [Object.hasOwn(textTemplates, name) && /^[0-9A-Za-z_-]{1,64}$/.test(id ?? ''), `templateIds 的 ${name} 不可用`] as const),
  ];
  const complaints = rules.filter(([fits]) => !fits).map(([, complaint]) => complaint);
  return settings.environment === 'production' && complaints.length === 0 ? productionComplaints(settings) : complaints;
}

function productionComplaints({ baseUrl, pushNetworks }: CloudMasSettings): readonly string[] {
  const { protocol, hostname } = new URL(baseUrl);
  const isLoopback = /^127\.|^localhost\.?$|\.localhost\.?$|^0\.0\.0\.0$|^\[::1?\]$|^\[::ffff:(7f|0:0)/.test(hostname);
  return [
    ...(protocol === 'https:' && !isLoopback ? [] : ['生产环境的 baseUrl 必须是 https 地址，且不能是本机']),
    ...(pushNetworks.some((network) => network.endsWith('/0')) ? ['生产环境的 pushNetworks 不能是任意地址'] : []),
  ];
}

const isPlain = (text: string, longest: number): boolean => text.trim() !== '' && text.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text);
const isWhole = (value: number, least: number, most: number): boolean => Number.isSafeInteger(value) && value >= least && value <= most;

function isBaseUrl(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7e]*[^/]$/.test(text) || !URL.canParse(text)) return false;
  const { username, password, hash, search } = new URL(text);
  return [username, password, hash, search].every((part) => part === '');
}

function areNetworks(networks: readonly string[]): boolean {
  if (networks.length === 0 || networks.length > mostPushNetworks) return false;
  try {
    addressRule(networks);
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
