import { GatewayFault } from '../../../contracts/sdk/errors.js';
import { personalBillAcceptance, type PushedPersonalBill } from '../../../contracts/sdk/personal-bills.js';
import type { PlannedFault } from '../shared/fault-queue.js';
import type { AppWorld } from './world.js';

/** What the push address can be made to do instead of answering well. `slow` and `wrong-text` have stored the record: the platform cannot know. */
export const pushFaults = ['error-500', 'refuse', 'slow', 'wrong-text'] as const;
const slowMs = 15_000;

export interface PushReply { readonly status: number; readonly body: object | string; readonly afterMs: number }

const reply = (status: number, body: object | string, afterMs = 0): PushReply => ({ status, body, afterMs });

/** Takes a pushed personal bill: verify, then store by order; a planned fault strikes genuine pushes only. */
export function takePush(world: AppWorld, body: string): PushReply {
  const at = world.clock.now();
  const pushed = verified(world, body);
  if (typeof pushed === 'string') {
    world.bills.note({ at, platformOrderNo: '', state: '', fate: 'rejected', why: pushed });
    return reply(401, { code: '4001', msg: '验签失败' });
  }
  const { platformOrderNo, state } = pushed.data;
  const fault = world.faults.take('push', pushFaults);
  if (fault?.fault === 'error-500' || fault?.fault === 'refuse') {
    world.bills.note({ at, platformOrderNo, state, fate: 'fault', why: fault.fault });
    return fault.fault === 'refuse' ? reply(200, { code: '9999', msg: '系统繁忙' }) : reply(500, { code: '9999', msg: '系统异常' });
  }
  const fate = world.bills.keep(pushed.timestamp, pushed.data);
  world.bills.note({ at, platformOrderNo, state, fate, why: fault?.fault ?? '' });
  return fault === undefined ? reply(200, personalBillAcceptance()) : spoilt(fault);
}

function spoilt({ fault, settings }: PlannedFault): PushReply {
  if (fault === 'wrong-text') return reply(200, '<html><body>ok</body></html>');
  return reply(200, personalBillAcceptance(), typeof settings['ms'] === 'number' ? Math.min(Math.max(settings['ms'], 0), 60_000) : slowMs);
}

/** Pushes come for the business app's developer, whose key the city app was given when the app was taken in. */
function verified({ accounts }: AppWorld, body: string): PushedPersonalBill | string {
  try {
    return accounts.business.client.parsePersonalBill(body);
  } catch (error) {
    if (error instanceof GatewayFault) return error.message;
    throw error;
  }
}
