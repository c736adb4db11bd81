import type { ChannelRefusal, ManageChannels } from '../../../application/directory/manage-channels.js';
import { editChannel, newChannel, oneChannel, setPayReconcile, setSplit, type EditChannelBody, type NewChannelBody, type OneChannelBody, type SetPayReconcileBody, type SetSplitBody } from '../../../contracts/console/places.js';
import { done } from '../../../contracts/console/schemas.js';
import { earliestBillTime, latestBillTime } from '../../../domain/directory/channel.js';
import { acting } from './acting.js';
import { changed, usualWords, type Said } from './answers.js';
import type { ConsoleRoute, OwnCall } from './route.js';

const words: Readonly<Record<ChannelRefusal, Said>> = {
  ...usualWords, 'no-malformed': ['渠道编号须为 1 至 32 位字母、数字、下划线或短横线', 'channelNo'], 'no-taken': ['渠道编号已被使用', 'channelNo'], 'name-taken': ['渠道名称已被使用', 'channelName'],
  'adapter-taken': ['此接入程序已有支付渠道', 'payChannel'], 'methods-missing': ['启用支付时至少选择一种支付方式', 'payMethods'],
  'bill-time': [`账单获取时间须为 ${earliestBillTime} 至 ${latestBillTime}，如 09:30`, 'billTime'], 'used-by-account': ['有渠道商户属于此渠道，不能删除'],
};

/** 支付渠道管理 (1.1.4.1.2); every change with the second factor shown anew (AUTH-10). */
export function channelRoutes({ channels }: { readonly channels: ManageChannels }): readonly ConsoleRoute[] {
  const changing = (verb: string, summary: string, ...requirements: readonly string[]) => ({ name: `channels.${verb}`, method: 'POST', path: `/channels/${verb}`, access: { permission: 'config.channels.edit' }, stepUp: true, summary, requirements, answer: done } as const);
  return [
    { ...changing('add', '新增支付渠道', '1.1.4.1.2-b'), body: newChannel, handle: async (call: OwnCall<NewChannelBody>) => changed(await channels.add(acting(call), call.body), words) },
    {
      ...changing('edit', '修改支付渠道', '1.1.4.1.2-c'), body: editChannel,
      handle: async (call: OwnCall<EditChannelBody>) => { const { channelNo, version, ...facts } = call.body; return changed(await channels.edit(acting(call), channelNo, version, facts), words); },
    },
    {
      ...changing('set-pay-reconcile', '设置支付与对账属性', '1.1.4.1.2-f'), body: setPayReconcile,
      handle: async (call: OwnCall<SetPayReconcileBody>) => { const { channelNo, version, ...facts } = call.body; return changed(await channels.setPayReconcile(acting(call), channelNo, version, facts), words); },
    },
    { ...changing('set-split', '设置分账属性', '1.1.4.1.2-g'), body: setSplit, handle: async (call: OwnCall<SetSplitBody>) => changed(await channels.setSplit(acting(call), call.body.channelNo, call.body.version, call.body.splitEnabled), words) },
    { ...changing('enable', '启用支付渠道'), body: oneChannel, handle: async (call: OwnCall<OneChannelBody>) => changed(await channels.switch(acting(call), call.body.channelNo, call.body.version, true), words) },
    { ...changing('disable', '停用支付渠道'), body: oneChannel, handle: async (call: OwnCall<OneChannelBody>) => changed(await channels.switch(acting(call), call.body.channelNo, call.body.version, false), words) },
    { ...changing('remove', '删除支付渠道', '1.1.4.1.2-d'), body: oneChannel, handle: async (call: OwnCall<OneChannelBody>) => changed(await channels.remove(acting(call), call.body.channelNo, call.body.version), words) },
  ];
}
