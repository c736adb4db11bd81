import type { AccountCheck } from '../../../application/directory/account-check.js';
import type { AccountRefusal, ManageChannelMerchants } from '../../../application/directory/manage-channel-merchants.js';
import type { ShowAccount } from '../../../application/directory/show-account.js';
import type { Tried, TryConnection } from '../../../application/directory/try-connection.js';
import type { AccountsOfChannels } from '../../../application/ports/channel-accounts.js';
import type { SigningKeyNames } from '../../../application/ports/signing-keys.js';
import { accountForms, channelMerchantEdited, channelMerchantFacts, editChannelMerchant, newChannelMerchant, oneChannelMerchant, shownChannelMerchant, triedConnection, tryChannelMerchant, type AccountForms, type ChannelMerchantFacts, type EditChannelMerchantBody, type NewChannelMerchantBody, type OneChannelMerchantBody, type TriedConnection } from '../../../contracts/console/places.js';
import { done } from '../../../contracts/console/schemas.js';
import { isConfirmed, type ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { answered, doneBody, saidAs, usualWords, type Said } from './answers.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface ChannelMerchantDeps {
  readonly accounts: AccountsOfChannels; readonly check: AccountCheck; readonly keyNames: SigningKeyNames; readonly channelMerchants: ManageChannelMerchants; readonly showAccount: Pick<ShowAccount, 'run'>; readonly tryConnection: TryConnection;
}

const words: Readonly<Record<Extract<AccountRefusal, string>, Said>> = {
  ...usualWords, 'id-malformed': ['平台内标识须为 1 至 32 位字母、数字、下划线或短横线', 'channelMerchantId'], 'id-taken': ['平台内标识已被使用', 'channelMerchantId'],
  'name-taken': ['渠道商户名称已被使用', 'channelMerchantName'], 'number-taken': ['此渠道已有这个渠道商户编号', 'channelMerchantNo'], 'no-channel': ['此支付渠道尚未建立', 'payChannel'],
  'foreign-environment': ['生产环境不能启用测试或模拟的渠道商户'], 'own-change': ['此渠道商户由您新增，或其公钥、证书、地址、密钥名称、应用标识由您修改，须由另一名操作员核对后启用'],
  'too-many-changers': ['已有多人先后修改而无人确认，请先由未参与修改的操作员核对后启用'], 'used-by-link': ['有收款单位使用此渠道商户，不能删除'], 'used-by-attempt': ['此渠道商户已有支付记录，不能删除；可以停用'],
};
const answer = (came: Result<unknown, AccountRefusal>): Answer | Refusal => answered(came, doneBody, (refusal) => (typeof refusal === 'string' ? words[refusal] : [refusal.message, refusal.field]));
const awaiting = { done: true, message: '渠道商户已修改，现为停用：新增以后，或公钥、证书、地址、密钥名称、应用标识等变更以后，须由另一名操作员核对后启用；在此以前渠道的通知和应答一律不采信' };
const edited = (came: Result<ChannelMerchant, AccountRefusal>): Answer | Refusal => (came.ok && !isConfirmed(came.value) ? { body: awaiting } : answer(came));
const permission = 'config.channel-merchants.edit';

/** 渠道商户管理 (1.1.4.1.1); every change with the second factor shown anew (AUTH-10). */
export function channelMerchantRoutes({ accounts, check, keyNames, channelMerchants, showAccount, tryConnection }: ChannelMerchantDeps): readonly ConsoleRoute[] {
  const changing = (verb: string, summary: string, ...requirements: readonly string[]) => ({ name: `channel-merchants.${verb}`, method: 'POST', path: `/channel-merchants/${verb}`, access: { permission }, stepUp: true, summary, requirements, answer: done } as const);
  const forms: AccountForms = { channels: Object.values(accounts).map(({ payChannel, hasAppId, merchantNoLabel, settings }) => ({ payChannel, hasAppId, merchantNoLabel, settings: settings.map(formOf) })) };
  return [
    {
      ...changing('add', '新增渠道商户', '1.1.4.1.1-b'), body: newChannelMerchant,
      handle: async (call: OwnCall<NewChannelMerchantBody>) => answer(await channelMerchants.add(acting(call), { channelAppId: undefined, ...call.body })),
    },
    {
      ...changing('edit', '修改渠道商户', '1.1.4.1.1-c'), answer: channelMerchantEdited, body: editChannelMerchant,
      handle: async (call: OwnCall<EditChannelMerchantBody>) => { const { channelMerchantId, version, ...facts } = call.body; return edited(await channelMerchants.edit(acting(call), channelMerchantId, version, { channelAppId: undefined, ...facts })); },
    },
    { ...changing('enable', '启用渠道商户', '1.1.4.1.1-e'), body: oneChannelMerchant, handle: async (call: OwnCall<OneChannelMerchantBody>) => answer(await channelMerchants.enable(acting(call), call.body.channelMerchantId, call.body.version)) },
    { ...changing('disable', '停用渠道商户', '1.1.4.1.1-f'), body: oneChannelMerchant, handle: async (call: OwnCall<OneChannelMerchantBody>) => answer(await channelMerchants.disable(acting(call), call.body.channelMerchantId, call.body.version)) },
    { ...changing('remove', '删除渠道商户', '1.1.4.1.1-d'), body: oneChannelMerchant, handle: async (call: OwnCall<OneChannelMerchantBody>) => answer(await channelMerchants.remove(acting(call), call.body.channelMerchantId, call.body.version)) },
    {
      ...changing('try', '测试渠道商户连接'), answer: triedConnection, body: tryChannelMerchant,
      handle: async (call: OwnCall<{ readonly channelMerchantId: string }>) => {
        const tried = await tryConnection.run(acting(call), call.body.channelMerchantId);
        return tried.ok ? { body: triedWords(tried.value) } : saidAs(words.unknown);
      },
    },
    { name: 'channel-merchants.forms', method: 'GET', path: '/channel-merchants/forms', access: { permission }, summary: '各渠道的渠道商户参数', answer: accountForms, handle: () => Promise.resolve({ body: forms }) },
    {
      name: 'channel-merchants.shown', method: 'GET', path: '/channel-merchants/shown/:channelMerchantId', access: { permission: 'config.channel-merchants.read' }, summary: '一个渠道商户的密钥指纹、地址和确认情况', requirements: ['1.1.4.1.1-a'], answer: shownChannelMerchant,
      handle: async ({ params }: OwnCall<never>) => {
        const shown = await showAccount.run(params['channelMerchantId'] ?? '');
        return shown === undefined ? refused('NOT_FOUND') : { body: shown };
      },
    },
    {
      name: 'channel-merchants.one', method: 'GET', path: '/channel-merchants/one/:channelMerchantId', access: { permission }, summary: '一个渠道商户的参数', answer: channelMerchantFacts,
      handle: async ({ params }: OwnCall<never>) => {
        const account = await channelMerchants.one(params['channelMerchantId'] ?? '');
        if (account === undefined) return refused('NOT_FOUND');
        const { channelMerchantId, payChannel, channelMerchantName, channelMerchantNo, channelAppId, keyName, remark, version } = account;
        return {
          body: {
            channelMerchantId, payChannel, channelMerchantName, channelMerchantNo, ...(channelAppId !== undefined && { channelAppId }), keyName, isKeyFound: await keyNames.has(keyName),
            settings: { ...check.shown(account) }, isConfirmed: isConfirmed(account), remark, version,
          } satisfies ChannelMerchantFacts,
        };
      },
    },
  ];
}

type Setting = AccountForms['channels'][number]['settings'][number];
const formOf = ({ choices, isTrustAnchor: _, ...rest }: AccountsOfChannels['alipay']['settings'][number]): Setting => ({ ...rest, ...(choices && { choices: [...choices] }) });

const triedWords = ({ answers, why, code }: Tried): TriedConnection =>
  ({ answers, message: `${answers ? '渠道已应答，签名双方都能核验' : '没有得到可信的应答'}（${why}${code === undefined ? '' : `，${code}`}）` });
