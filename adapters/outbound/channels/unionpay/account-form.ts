import type { AccountComplaint, AccountSetting, ChannelAccounts } from '../../../../application/ports/channel-accounts.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { Signer } from '../../../../application/ports/signatures.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { contractSettings, keyComplaint, shownSetting, storedSetting } from '../../wire/account-settings.js';
import { checkAccount } from './account-check.js';

const address = (name: string, label: string, isRequired = true): AccountSetting => ({ name, label, kind: 'address', isRequired });

const settings: readonly AccountSetting[] = [
  { name: 'signMethod', label: '签名方法', kind: 'choice', isRequired: true, choices: [{ value: '01', label: 'RSA（01）' }, { value: '21', label: '国密 SM2（21）' }] },
  { name: 'certId', label: '签名证书序列号', kind: 'text', isRequired: true, hint: '十进制' },
  address('frontUrl', '前台交易地址'), address('backUrl', '后台交易地址'), address('queryUrl', '查询地址'), address('fileUrl', '对账文件地址', false),
  { name: 'termId', label: '终端号', kind: 'text', isRequired: false, hint: '8 位；不填则为 00000001' },
  { name: 'rootPems', label: '根证书', kind: 'certificates', isRequired: true, hint: 'PEM，可多张' },
  { name: 'middlePems', label: '中级证书', kind: 'certificates', isRequired: true, hint: 'PEM，可多张' },
  { name: 'allowedNames', label: '签名者名称', kind: 'lines', isRequired: true, hint: '生产只能是“中国银联股份有限公司”' },
  ...contractSettings,
];

/** What a UnionPay account is made of. */
export const unionPayAccounts = (signer: Signer, digests: Digests): ChannelAccounts => ({
  payChannel: 'unionpay', hasAppId: false, merchantNoLabel: '渠道商户编号（银联 merId）', settings,
  stored: storedSetting,
  shown: (setting, stored) => shownSetting(digests, setting, stored),
  complaints: async (account) => [...checkAccount(account).map(placed), ...await keyComplaints(account, signer)],
});

/** A complaint names the setting that it is about, or speaks of a field of every account. */
function placed(message: string): AccountComplaint {
  const field = settings.find(({ name }) => message.includes(name))?.name ?? (message.includes('merId') ? 'channelMerchantNo' : 'keyName');
  return { field, message };
}

async function keyComplaints({ keyName, settings: { signMethod } }: ChannelMerchant, signer: Signer): Promise<readonly AccountComplaint[]> {
  const message = await keyComplaint(signer, keyName, signMethod === '21' ? 'SM2' : 'RSA2');
  return message === undefined ? [] : [{ field: 'keyName', message }];
}
