import { isBillTime, isChannelNo, type Channel } from '../../domain/directory/channel.js';
import type { PayChannel, PayMethod } from '../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed, onOff, type DirectoryParts, type ReadRefusal } from './as-read.js';

export type ChannelName = Pick<Channel, 'channelName' | 'remark'>;
export type PayReconcile = Pick<Channel, 'payEnabled' | 'payMethods' | 'reconcileEnabled' | 'billSource' | 'billTime'>;
export type NewChannel = ChannelName & PayReconcile & Pick<Channel, 'channelNo' | 'payChannel' | 'splitEnabled'>;
export type ChannelRefusal =
  | ReadRefusal | 'no-malformed' | 'no-taken' | 'name-taken' | 'adapter-taken' | 'methods-missing' | 'bill-time' | 'not-now'
  /** Accounts at it would go on without anybody being able to stop it. */
  | 'used-by-account';
type Answer = Result<Channel, ChannelRefusal>;

/**
 * 支付渠道管理 (1.1.4.1.2-b to -g). What is switched off here is off for new attempts; those that have begun are followed to their end.
 * Every change takes the version that its form was read with.
 */
export class ManageChannels {
  readonly #parts: DirectoryParts;
  constructor(parts: DirectoryParts) { this.#parts = parts; }

  async add(acting: Acting, facts: NewChannel): Promise<Answer> {
    if (!isChannelNo(facts.channelNo)) return refuse('no-malformed');
    const flaw = flawOf(facts);
    if (flaw !== undefined) return refuse(flaw);
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { channels } = stores.directory;
      const after: Channel = { ...facts, ...trimmed(facts), payMethods: inOrder(facts.payMethods), enabled: true, createdAt: this.#parts.clock.now(), version: 1 };
      if (await channels.any({ channelName: after.channelName })) return refuse('name-taken');
      if (await adapterIsTaken(stores, after.payChannel)) return refuse('adapter-taken');
      if (await channels.add(after) === 'exists') return refuse('no-taken');
      await noteDeed(stores, this.#parts, acting, { action: 'channel.added', objectKind: 'channel', objectNo: after.channelNo, description: `新增支付渠道 ${after.channelName}`, after: factsOf(after) });
      return ok(after);
    });
  }

  edit(acting: Acting, channelNo: string, version: number, facts: ChannelName): Promise<Answer> {
    return this.#change(acting, channelNo, version, 'edited', '修改支付渠道', async (before, { directory }) => {
      const after = { ...before, ...trimmed(facts) };
      return after.channelName !== before.channelName && await directory.channels.any({ channelName: after.channelName }) ? refuse('name-taken') : ok(after);
    });
  }

  /** 支付/对账属性设置 (1.1.4.1.2-f). */
  async setPayReconcile(acting: Acting, channelNo: string, version: number, facts: PayReconcile): Promise<Answer> {
    const flaw = flawOf(facts);
    if (flaw !== undefined) return refuse(flaw);
    return this.#change(acting, channelNo, version, 'pay-reconcile-set', '设置支付与对账属性', async (before) => ok({ ...before, ...facts, payMethods: inOrder(facts.payMethods) }));
  }

  /** 分账属性设置 (1.1.4.1.2-g). */
  setSplit(acting: Acting, channelNo: string, version: number, splitEnabled: boolean): Promise<Answer> {
    return this.#change(acting, channelNo, version, 'split-set', '设置分账属性', async (before) => ok({ ...before, splitEnabled }));
  }

  switch(acting: Acting, channelNo: string, version: number, enabled: boolean): Promise<Answer> {
    return this.#change(acting, channelNo, version, enabled ? 'enabled' : 'disabled', `${onOff(enabled)}支付渠道`,
      async (before) => (before.enabled === enabled ? refuse('not-now') : ok({ ...before, enabled })));
  }

  async remove(acting: Acting, channelNo: string, version: number): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { channels, channelMerchants } = stores.directory;
      const found = asRead(await channels.one({ channelNo }), version);
      if (!found.ok) return found;
      if (await channelMerchants.any({ payChannel: found.value.payChannel })) return refuse('used-by-account');
      await channels.remove(found.value);
      await noteDeed(stores, this.#parts, acting, { action: 'channel.removed', objectKind: 'channel', objectNo: channelNo, description: `删除支付渠道 ${found.value.channelName}`, before: factsOf(found.value) });
      return found;
    });
  }

  async #change(acting: Acting, channelNo: string, version: number, what: string, words: string, next: (before: Channel, stores: Stores) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const found = asRead(await stores.directory.channels.one({ channelNo }), version);
      const after = found.ok ? await next(found.value, stores) : found;
      if (!found.ok || !after.ok) return after;
      await stores.directory.channels.put(after.value);
      await noteDeed(stores, this.#parts, acting, {
        action: `channel.${what}`, objectKind: 'channel', objectNo: channelNo, description: `${words} ${after.value.channelName}`, before: factsOf(found.value), after: factsOf(after.value),
      });
      return after;
    });
  }
}

const adapterIsTaken = ({ directory }: Stores, payChannel: PayChannel): Promise<boolean> => directory.channels.any({ payChannel });
const flawOf = ({ payEnabled, payMethods, billTime }: PayReconcile): 'methods-missing' | 'bill-time' | undefined =>
  (payEnabled && payMethods.length === 0 ? 'methods-missing' : isBillTime(billTime) ? undefined : 'bill-time');
const inOrder = (methods: readonly PayMethod[]): readonly PayMethod[] => (['pc', 'h5', 'bar'] as const).filter((method) => methods.includes(method));
const trimmed = ({ channelName, remark }: ChannelName): ChannelName => ({ channelName: channelName.trim(), remark: remark.trim() });
const factsOf = ({ channelName, payChannel, payEnabled, payMethods, reconcileEnabled, billSource, billTime, splitEnabled, enabled, remark }: Channel): Readonly<Record<string, string>> => ({
  channelName, payChannel, payEnabled: onOff(payEnabled), payMethods: payMethods.join(','), reconcileEnabled: onOff(reconcileEnabled), billSource, billTime, splitEnabled: onOff(splitEnabled),
  enabled: onOff(enabled), remark,
});
