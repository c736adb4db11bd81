import { X509Certificate } from 'node:crypto';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';

/** The only name with which production messages may be signed (unionpay.md 5, CHN-03). */
export const companyName = '中国银联股份有限公司';
/** Entries of rootPems, middlePems or allowedNames. */
const maxEntries = 10;

const addresses = ['frontUrl', 'backUrl', 'queryUrl'] as const;
/** The file host's address may be left out. */
const addressesOf = ({ settings }: ChannelMerchant) => (settings['fileUrl'] === undefined ? addresses : [...addresses, 'fileUrl'] as const);
const lists = ['rootPems', 'middlePems', 'allowedNames'] as const;
const certificateLists = ['rootPems', 'middlePems'] as const;

/**
 * What is wrong with an account's record, in words for the operator who types it; empty when it may be used. Refuses blank values (CHN-06),
 * and in production the vendor's test hosts, test roots and test signing names (CHN-03, CHN-07). Never throws.
 */
export function checkAccount(account: ChannelMerchant): readonly string[] {
  const complaints = [...formComplaints(account), ...lists.flatMap((name) => listComplaints(account, name))];
  if (complaints.length > 0) return complaints;
  const unreadable = certificateLists.filter((name) => entriesOf(account, name)?.some((pem) => certificateOf(pem) === undefined));
  if (unreadable.length > 0) return unreadable.map((name) => `${name} 中有无法读取的证书`);
  return account.environment === 'production' ? productionComplaints(account) : liveAddresses(account);
}

function formComplaints(account: ChannelMerchant): readonly string[] {
  const { settings } = account;
  const rules: readonly (readonly [fits: boolean, complaint: string])[] = [
    [account.payChannel === 'unionpay', '不是银联渠道的商户'],
    [/^[0-9A-Za-z]{15}$/.test(account.channelMerchantNo), '渠道商户编号（merId）应为 15 位字母或数字'],
    [account.keyName.trim() !== '', '签名密钥名称不能为空'],
    [/^[1-9][0-9]{0,49}$/.test(settings['certId'] ?? ''), 'certId 应为签名证书序列号的十进制数字'],
    [['01', '21'].includes(settings['signMethod'] ?? ''), 'signMethod 应为 01（RSA）或 21（SM2）'],
    [settings['termId'] === undefined || /^[0-9A-Za-z]{8}$/.test(settings['termId']), 'termId 应为 8 位字母或数字'],
    ...addressesOf(account).map((name) => [isAddress(settings[name] ?? ''), `${name} 应为完整的 http(s) 地址`] as const),
  ];
  return rules.filter(([fits]) => !fits).map(([, complaint]) => complaint);
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password, hash, search } = new URL(text);
  return [username, password, hash, search].every((part) => part === '');
}

function listComplaints(account: ChannelMerchant, name: (typeof lists)[number]): readonly string[] {
  return entriesOf(account, name) === undefined ? [`${name} 应为 JSON 数组，含 1 至 ${maxEntries} 项，各项不能为空`] : [];
}

/** Undefined when the setting is no list of 1 to 10 texts without a blank one among them. */
function entriesOf(account: ChannelMerchant, name: string): readonly string[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(account.settings[name] ?? '');
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length === 0 || list.length > maxEntries) return undefined;
  return list.every((entry): entry is string => typeof entry === 'string' && entry.trim() !== '') ? list : undefined;
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function productionComplaints(account: ChannelMerchant): readonly string[] {
  const hosts = addressesOf(account).filter((name) => !isProductionAddress(account.settings[name] ?? ''));
  const names = (entriesOf(account, 'allowedNames') ?? []).filter((name) => name !== companyName);
  const certificates = certificateLists.filter((list) => (entriesOf(account, list) ?? []).some((pem) => isTestCertificate(pem)));
  return [
    ...hosts.map((name) => `生产环境的 ${name} 必须是 https 地址，主机在 95516.com 之下，且不能是测试主机`),
    ...(names.length > 0 ? [`生产环境的 allowedNames 只能是「${companyName}」`] : []),
    ...certificates.map((name) => `生产环境的 ${name} 中不能有测试证书`),
  ];
}

/** Test money and simulators must not reach the real gateway. */
function liveAddresses(account: ChannelMerchant): readonly string[] {
  const live = addressesOf(account).filter((name) => {
    const { hostname } = new URL(account.settings[name] ?? '');
    return isUnionPayHost(hostname) && !isTestHost(hostname);
  });
  return live.map((name) => `测试环境的 ${name} 不能是银联生产主机`);
}

const isUnionPayHost = (hostname: string): boolean => /(^|\.)95516\.com\.?$/.test(hostname);
const isTestHost = (hostname: string): boolean => hostname.split('.').some((label) => label === 'test' || label === 'sandbox');

/** UnionPay's test hosts all have a label `test`. */
function isProductionAddress(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && isUnionPayHost(hostname) && !isTestHost(hostname);
}

/** CFCA's test authorities carry TEST in their names, our simulator's say 模拟. */
const isTestCertificate = (pem: string): boolean => /test|模拟|测试/i.test(certificateOf(pem)?.subject ?? '');
