import type { ChannelMerchant } from '../directory/channel-merchant.js';
import { maxFen, readFen, type Fen, type FenSum } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { TradeKind } from './trade.js';

/** What the contract with a channel lets it keep of each line. */
export interface ContractFee {
  /** In 1/100000 of the amount. */
  readonly ratePer100000: bigint;
  readonly atLeast: Fen;
  readonly atMost: Fen;
  /** What becomes of the fee when money goes back. `undefined`: the contract does not say, and refunds are not checked. */
  readonly onRefund: 'returned' | 'kept' | undefined;
}

/** Names of the settings of a channel merchant (docs/operate): `feeRate` in 1/100000, `feeMin` and `feeMax` in fen, `feeOnRefund`. */
export function contractFeeOf({ settings }: Pick<ChannelMerchant, 'settings'>): Result<ContractFee | undefined, 'bad-fee-setting'> {
  const { feeRate, feeMin, feeMax, feeOnRefund } = settings;
  if (feeRate === undefined) return ok(undefined);
  const [rate, least, most] = [readFen(feeRate), readFen(feeMin ?? '0'), readFen(feeMax ?? maxFen.toString())];
  if (!rate.ok || rate.value > 100_000n || !least.ok || !most.ok || least.value > most.value) return refuse('bad-fee-setting');
  if (feeOnRefund !== undefined && feeOnRefund !== 'returned' && feeOnRefund !== 'kept') return refuse('bad-fee-setting');
  return ok({ ratePer100000: rate.value, atLeast: least.value, atMost: most.value, onRefund: feeOnRefund });
}

/** Rounded half up to the fen per line, within the contract's limits, never more than the amount (design 4a). */
export function feeOf(contract: ContractFee, amount: Fen): Fen {
  const rounded = (amount * contract.ratePer100000 * 2n + 100_000n) / 200_000n;
  const within = rounded < contract.atLeast ? contract.atLeast : rounded > contract.atMost ? contract.atMost : rounded;
  return (within > amount ? amount : within) as Fen;
}

/** What the bill should show for a line: positive is taken, negative given back. Undefined: not agreed, nothing to compare. */
export function expectedFee(contract: ContractFee | undefined, kind: TradeKind, amount: Fen): FenSum | undefined {
  if (!contract) return undefined;
  if (kind === 'payment') return feeOf(contract, amount) as bigint as FenSum;
  if (contract.onRefund === undefined) return undefined;
  return (contract.onRefund === 'kept' ? 0n : 0n - feeOf(contract, amount)) as FenSum;
}
