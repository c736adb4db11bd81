import type { ManageLinkRefusal, ManagePayeeChannels } from '../../../application/directory/manage-payee-channels.js';
import type { ReadPayees } from '../../../application/directory/read-payees.js';
import { editLink, linkChoices, linkForm, newLink, seenLink, type EditLinkBody, type LinkChoices, type LinkForm, type NewLinkBody, type SeenLinkBody } from '../../../contracts/console/payees.js';
import { done } from '../../../contracts/console/schemas.js';
import type { PayeeChannel } from '../../../domain/directory/channel-merchant.js';
import { methodsOfChannel } from '../../../domain/directory/payee-channel-rules.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { changed, type Said } from './answers.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface PayeeChannelDeps { readonly payeeChannels: ManagePayeeChannels; readonly readPayees: ReadPayees }

const permission = 'config.payee-channels.edit';
const words: Readonly<Record<ManageLinkRefusal, Said>> = {
  'payee-unknown': ['没有这个收款单位', 'merchantNo'], 'account-unknown': ['没有这个渠道商户', 'channelMerchantId'], 'account-off': ['渠道商户已停用，请先启用', 'channelMerchantId'],
  'account-of-tests': ['生产环境不能关联测试或模拟的渠道商户', 'channelMerchantId'], 'link-taken': ['收款单位已关联这个渠道商户', 'channelMerchantId'],
  'method-missing': ['请选择支付方式', 'payMethods'], 'method-unknown': ['支付渠道没有这种支付方式', 'payMethods'],
  'method-served': ['同一渠道的这种支付方式已由另一个启用中的渠道商户收款，请先停用那一个', 'payMethods'],
  unknown: ['没有这个关联'], 'changed-meanwhile': ['关联已被他人修改，请关闭后重新打开，核对后再改'],
  'paid-through': ['已有支付经过这个关联：可能还有款项到账、退款须原路退回、对账单要等其账单，不能删除，请停用'],
};
const answerOf = (came: Result<PayeeChannel, ManageLinkRefusal>): Answer | Refusal => changed(came, words);

/** 收款单位-渠道商户管理 (1.1.4.1.4): into which account money goes, so each change with the second factor shown anew (AUTH-10). */
export function payeeChannelRoutes({ payeeChannels, readPayees }: PayeeChannelDeps): readonly ConsoleRoute[] {
  const seen = (name: string, summary: string, requirements: readonly string[], act: (call: OwnCall<never>, body: SeenLinkBody) => Promise<Result<PayeeChannel, ManageLinkRefusal>>): ConsoleRoute => ({
    name: `payee-channels.${name}`, method: 'POST', path: `/payee-channels/${name}`, access: { permission }, stepUp: true, summary, requirements, answer: done, body: seenLink,
    handle: async (call: OwnCall<SeenLinkBody>) => answerOf(await act(call as OwnCall<never>, call.body)),
  });
  return [
    {
      name: 'payee-channels.choices', method: 'GET', path: '/payee-channel-choices', access: { permission }, summary: '可以关联的收款单位和渠道商户', answer: linkChoices,
      handle: async () => {
        const [payees, accounts] = [await readPayees.payees(), await readPayees.accounts()];
        return {
          body: {
            payees: payees.map(({ merchantNo: code, payeeName: name }) => ({ code, name })),
            accounts: accounts.map(({ channelMerchantId: code, channelMerchantName: name, payChannel }) => ({ code, name, payChannel, payMethods: [...methodsOfChannel[payChannel]] })),
          } satisfies LinkChoices,
        };
      },
    },
    {
      name: 'payee-channels.one', method: 'GET', path: '/payee-channels/:merchantNo/:channelMerchantId', access: { permission }, summary: '一个关联的资料', answer: linkForm,
      handle: async ({ params }: OwnCall<never>) => {
        const link = await readPayees.link(params['merchantNo'] ?? '', params['channelMerchantId'] ?? '');
        if (link === undefined) return refused('NOT_FOUND');
        const { merchantNo, channelMerchantId, version, payMethods, remark, payChannel } = link;
        return { body: { merchantNo, channelMerchantId, version, payMethods: [...payMethods], remark, offered: [...methodsOfChannel[payChannel]] } satisfies LinkForm };
      },
    },
    {
      name: 'payee-channels.add', method: 'POST', path: '/payee-channels/add', access: { permission }, stepUp: true, summary: '新增收款单位渠道商户', requirements: ['1.1.4.1.4-b'], answer: done, body: newLink,
      handle: async (call: OwnCall<NewLinkBody>) => answerOf(await payeeChannels.add(acting(call), call.body)),
    },
    {
      name: 'payee-channels.edit', method: 'POST', path: '/payee-channels/edit', access: { permission }, stepUp: true, summary: '修改收款单位渠道商户', requirements: ['1.1.4.1.4-c'], answer: done, body: editLink,
      handle: async (call: OwnCall<EditLinkBody>) => answerOf(await payeeChannels.edit(acting(call), call.body, call.body)),
    },
    seen('disable', '停用收款单位渠道商户', [], (call, body) => payeeChannels.disable(acting(call), body)),
    seen('enable', '启用收款单位渠道商户', [], (call, body) => payeeChannels.enable(acting(call), body)),
    seen('delete', '删除收款单位渠道商户', ['1.1.4.1.4-d'], (call, body) => payeeChannels.remove(acting(call), body)),
  ];
}
