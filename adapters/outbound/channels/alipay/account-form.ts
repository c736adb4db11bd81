import type { AccountComplaint, AccountSetting, ChannelAccounts } from '../../../../application/ports/channel-accounts.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { Signer } from '../../../../application/ports/signatures.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { contractSettings, keyComplaint, shownSetting, storedSetting } from '../../wire/account-settings.js';
import { checkAccount, type AccountRefusal } from './account.js';

const settings: readonly AccountSetting[] = [
  { name: 'gatewayUrl', label: '网关地址', kind: 'address', isRequired: true, hint: '生产为 https://openapi.alipay.com/gateway.do' },
  { name: 'alipayPublicKeyPem', label: '支付宝公钥', kind: 'key', isRequired: true, hint: '开放平台上的“支付宝公钥”，不是应用公钥' },
  ...contractSettings,
];

const words: Readonly<Record<AccountRefusal, readonly [field: string, message: string]>> = {
  'app-id-missing': ['channelAppId', '请填写应用标识（app_id）'], 'seller-id-missing': ['channelMerchantNo', '请填写渠道商户编号（pid）'], 'key-name-missing': ['keyName', '请填写签名密钥名称'],
  'gateway-url-bad': ['gatewayUrl', '网关地址应为完整的 http(s) 地址，不带参数'], 'alipay-key-missing': ['alipayPublicKeyPem', '请填写支付宝公钥'],
  'alipay-key-bad': ['alipayPublicKeyPem', '支付宝公钥应为 2048 位以上的 RSA 公钥'], 'alipay-key-is-ours': ['alipayPublicKeyPem', '填写的是我方应用公钥，应为支付宝公钥'],
  'environment-mixed': ['gatewayUrl', '网关地址与环境不符：生产环境必须是 https 且不是沙箱，其他环境不能是生产主机'],
};

/** What an Alipay account is made of. */
export const alipayAccounts = (signer: Signer, digests: Digests): ChannelAccounts => ({
  payChannel: 'alipay', hasAppId: true, merchantNoLabel: '渠道商户编号（支付宝 pid）', settings,
  stored: storedSetting,
  shown: (setting, stored) => shownSetting(digests, setting, stored),
  complaints: async (account) => complaintsOf(account, signer),
});

async function complaintsOf(account: ChannelMerchant, signer: Signer): Promise<readonly AccountComplaint[]> {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(account.channelMerchantNo)) return [{ field: 'channelMerchantNo', message: '渠道商户编号应为 1 至 64 位字母或数字' }];
  if (account.channelAppId !== undefined && !/^[0-9A-Za-z_-]{1,64}$/.test(account.channelAppId)) return [{ field: 'channelAppId', message: '应用标识应为 1 至 64 位字母或数字' }];
  const key = await keyComplaint(signer, account.keyName, 'RSA2');
  if (key !== undefined) return [{ field: 'keyName', message: key }];
  const checked = await checkAccount(account, signer);
  if (checked.ok) return [];
  const [field, message] = words[checked.refusal];
  return [{ field, message }];
}
