import type { HandleState } from '../../domain/payments/abnormal-order.js';
import type { HandlingNote } from '../../domain/reconciliation/handling.js';
import type { Stores } from '../ports/unit-of-work.js';
import { recountDay } from './recount-day.js';

/** Something a person deals with: a difference, an abnormal order (by its id), a repeat payment (by its attempt), an abnormal payment notice, a gap of the four-way check. */
export interface CaseRef { readonly kind: HandlingNote['objectKind']; readonly no: string }

/** Its state as operators see it, and how to change that; undefined when there is no such case. */
export interface OpenCase {
  readonly state: HandleState;
  /** The payment whose money could go back; of strangers and amounts that differ there is none. */
  readonly refundableAttempt: string | undefined;
  put(state: HandleState): Promise<void>;
}

export async function caseOf(stores: Stores, { kind, no }: CaseRef): Promise<OpenCase | undefined> {
  switch (kind) {
    case 'abnormal': {
      const record = await stores.abnormalOrders.byId(no);
      const isOurs = record?.kind === 'paid-after-close' || record?.kind === 'channel-error';
      return record && { state: record.handleState, refundableAttempt: isOurs ? record.attemptNo : undefined, put: (handleState) => stores.abnormalOrders.put({ ...record, handleState }) };
    }
    case 'repeat': {
      const record = await stores.repeatPayments.byAttempt(no);
      return record && { state: record.handleState, refundableAttempt: record.attemptNo, put: (handleState) => stores.repeatPayments.put({ ...record, handleState }) };
    }
    case 'notice': {
      const record = await stores.notices.abnormal(no);
      return record && { state: record.handleState, refundableAttempt: undefined, put: (handleState) => stores.notices.putAbnormal({ ...record, handleState }) };
    }
    case 'leg-gap': {
      const record = await stores.legs.gap(no);
      // Only the check closes a gap; what people write about it is kept beside it.
      return record && { state: record.closedAt === undefined ? 'pending' : 'handled', refundableAttempt: undefined, put: () => Promise.resolve() };
    }
    case 'difference': return differenceCase(stores, no);
  }
}

/** The wish to give the money of a case back that nobody has decided yet. */
export async function askedToGiveBack({ reconciliation }: Stores, { kind, no }: CaseRef): Promise<HandlingNote | undefined> {
  const last = (await reconciliation.notesOf(kind, no)).filter(({ action }) => action.startsWith('refund-')).at(-1);
  return last?.action === 'refund-asked' ? last : undefined;
}

async function differenceCase(stores: Stores, no: string): Promise<OpenCase | undefined> {
  const record = await stores.reconciliation.difference(no);
  if (!record) return undefined;
  return {
    state: record.state === 'open' ? 'pending' : 'handled', refundableAttempt: undefined,
    // To follow one leaves it open: the day's certificate must not lose it.
    put: async (state) => {
      if (state !== 'handled') return;
      await stores.reconciliation.putDifference({ ...record, state: 'handled' });
      await recountDay(stores.reconciliation, record.channelMerchantId, record.clearingDay);
    },
  };
}
