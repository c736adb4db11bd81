import type { PayeeChannel, PayMethod } from '../../domain/directory/channel-merchant.js';
import { mayLink, readMethods, servedAlready, type LinkRefusal } from '../../domain/directory/payee-channel-rules.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { asRead, noteDeed } from './as-read.js';
import { linkFacts, linkNo, type PayeeParts } from './payee-audit.js';

export type ManageLinkRefusal = LinkRefusal | 'payee-unknown' | 'link-taken' | 'method-served' | 'unknown' | 'changed-meanwhile' | 'paid-through';
type Answer = Result<PayeeChannel, ManageLinkRefusal>;

export interface NewLink { readonly merchantNo: string; readonly channelMerchantId: string; readonly payMethods: readonly PayMethod[]; readonly enabled: boolean; readonly remark: string }
/** A link as whoever changes it has read it. */
export interface SeenLink { readonly merchantNo: string; readonly channelMerchantId: string; readonly version: number }

/** 收款单位-渠道商户管理 (1.1.4.1.4): through which accounts the money of a payee may be taken, and so which channels its payers may choose. */
export class ManagePayeeChannels {
  readonly #parts: PayeeParts;
  constructor(parts: PayeeParts) { this.#parts = parts; }

  async add(acting: Acting, { merchantNo, channelMerchantId, payMethods, enabled, remark }: NewLink): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { directory } = stores;
      // Read in the unit: neither goes, nor is the account switched off, before the link is there; and of two links of one payee one waits for the other.
      if (await directory.payees.one({ merchantNo }) === undefined) return refuse('payee-unknown');
      const account = mayLink(await directory.channelMerchants.one({ channelMerchantId }), this.#parts.isProduction);
      if (!account.ok) return account;
      const methods = readMethods(payMethods, account.value.payChannel);
      if (!methods.ok) return methods;
      const link: PayeeChannel = { merchantNo, channelMerchantId, payChannel: account.value.payChannel, payMethods: methods.value, enabled, remark, createdAt: this.#parts.clock.now(), version: 1 };
      if (await directory.payeeChannels.one({ merchantNo, channelMerchantId }) !== undefined) return refuse('link-taken');
      if (servedAlready(link, await directory.payeeChannels.where({ merchantNo }))) return refuse('method-served');
      if (await directory.payeeChannels.add(link) === 'exists') return refuse('link-taken');
      await this.#note(stores, acting, 'payee-channel.added', '新增收款单位渠道商户', undefined, link);
      return ok(link);
    });
  }

  async edit(acting: Acting, seen: SeenLink, { payMethods, remark }: Pick<NewLink, 'payMethods' | 'remark'>): Promise<Answer> {
    return this.#change(acting, seen, 'payee-channel.edited', '修改收款单位渠道商户', (before) => {
      const methods = readMethods(payMethods, before.payChannel);
      return methods.ok ? ok({ ...before, payMethods: methods.value, remark }) : methods;
    });
  }

  /** From the next payment on: what was begun goes on until the channel says how it ended. */
  async disable(acting: Acting, seen: SeenLink): Promise<Answer> {
    return this.#change(acting, seen, 'payee-channel.disabled', '停用收款单位渠道商户', (before) => ok({ ...before, enabled: false }));
  }

  async enable(acting: Acting, seen: SeenLink): Promise<Answer> {
    return this.#change(acting, seen, 'payee-channel.enabled', '启用收款单位渠道商户', (before) => ok({ ...before, enabled: true }));
  }

  /**
   * Only one that nobody ever began to pay through. Money can still come of an attempt that was refused or closed, refunds go back through its account, and
   * the statement of a payee waits for the bills of its accounts by their links: one that was used is switched off and stays.
   */
  async remove(acting: Acting, seen: SeenLink): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const before = await asSeen(stores, seen);
      if (!before.ok) return before;
      if (await stores.attempts.anyThrough(seen.channelMerchantId, seen.merchantNo)) return refuse('paid-through');
      await stores.directory.payeeChannels.remove(before.value);
      await this.#note(stores, acting, 'payee-channel.removed', '删除收款单位渠道商户', before.value, undefined);
      return before;
    });
  }

  async #change(acting: Acting, seen: SeenLink, action: string, description: string, change: (before: PayeeChannel) => Answer): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { directory } = stores;
      const { merchantNo, channelMerchantId } = seen;
      await directory.payees.one({ merchantNo });
      const before = await asSeen(stores, seen);
      const after = before.ok ? change(before.value) : before;
      if (!before.ok || !after.ok) return after;
      if (after.value.enabled) {
        const account = mayLink(await directory.channelMerchants.one({ channelMerchantId }), this.#parts.isProduction);
        // What is on stays on and can be edited though its account is off; nothing is switched on at one.
        if (!account.ok && !(before.value.enabled && account.refusal === 'account-off')) return account;
        if (servedAlready(after.value, await directory.payeeChannels.where({ merchantNo }))) return refuse('method-served');
      }
      await directory.payeeChannels.put(after.value);
      await this.#note(stores, acting, action, description, before.value, after.value);
      return after;
    });
  }

  #note(stores: Stores, acting: Acting, action: string, description: string, before: PayeeChannel | undefined, after: PayeeChannel | undefined): Promise<void> {
    const link = after ?? before;
    const objectNo = link === undefined ? '' : linkNo(link);
    return noteDeed(stores, this.#parts, acting, {
      action, objectKind: 'payee-channel', objectNo, description: `${description} ${objectNo}`, ...(before && { before: linkFacts(before) }), ...(after && { after: linkFacts(after) }),
    });
  }
}

const asSeen = async ({ directory }: Pick<Stores, 'directory'>, { merchantNo, channelMerchantId, version }: SeenLink): Promise<Answer> =>
  asRead(await directory.payeeChannels.one({ merchantNo, channelMerchantId }), version);
