import type { NoticeState } from '../../../../domain/payment-notices/payment-notice.js';
import type { PayCodePattern } from '../../../../domain/payment-notices/pay-code.js';
import type { MacRule } from './mac.js';

/** What a result of a general reply means. A code that nobody has listed means nothing: the report is `unknown`. */
export const resultWords = ['ok', 'refused', 'not-found', 'void', 'confirmed-before', 'busy', 'call-refused'] as const;
export type ResultWord = (typeof resultWords)[number];

/** What a deployer may demand of the line; a demand that no message number stands behind stops the start. */
export const capabilityNames = ['issue', 'push', 'void', 'state', 'confirm'] as const;
export type CapabilityName = (typeof capabilityNames)[number];

/** Our word for a field → the norm's name in a voucher; an empty name is a field that is not carried. */
export const usualNames = {
  payCode: 'PayCode', region: 'AdmDivCode', fillDay: 'BillDate', unitCode: 'ChgAgenCode', unitName: 'ChgAgenName', payerName: 'PayerName', mobile: 'MobilePhone',
  certNo: 'PayerCreditCode',
  total: 'Amt', original: 'OriAmt', lateFee: 'DelayAmt', state: 'PayStats', items: 'PayInfo', checkCode: 'CrcCode',
  // The norm has no place for these two; one of its free fields each (assumed).
  busNo: 'Memo', validUntil: 'Hold2',
  // Of the paid message, and expected in 5997 whose own list is not known.
  serialNo: 'TraNoBus', confirmDay: 'CfmDate', confirmTime: 'CfmTime', confirmCode: 'CfmCode',
} as const;
export type FieldName = keyof typeof usualNames;

export interface MessageNumbers {
  readonly query: string;
  readonly slip: string;
  /** 缴款状态查询 and its answer; empty where a slip's own state is all there is. */
  readonly state: string;
  readonly stateAnswer: string;
  /** 8994 (enhanced set) or 4601 (income platform); empty where the platform may not hand in slips. */
  readonly issue: string;
  /** No number of the norm could be verified: empty until the province names one. */
  readonly confirm: string;
  /** Numbers under which a general reply may come. */
  readonly replies: readonly string[];
}

/** Where the money of a slip goes; printed on it. */
export interface SlipReceiver {
  readonly name: string;
  readonly account: string;
  /** The true account where `account` is a pseudo one. */
  readonly realAccount: string;
  readonly bank: string;
  readonly bankNo: string;
  /** 1 财政专户, 2 汇缴专户. */
  readonly accountType: string;
  readonly isInterBank: boolean;
}

/** One region's line to the province in the national norm. All of it is data: no number, name or rule is fixed in code. */
export interface CnnontaxSettings {
  readonly environment: 'production' | 'test' | 'simulator';
  readonly region: string;
  readonly line: { readonly host: string; readonly port: number; readonly connectTimeoutMs: number; readonly maxConnections: number };
  /** Node codes such as K3504000001 and F350400. */
  readonly nodes: { readonly ours: string; readonly province: string };
  readonly mac: MacRule['rule'];
  readonly msgNo: MessageNumbers;
  readonly demands: readonly CapabilityName[];
  readonly names: Readonly<Record<FieldName, string>>;
  readonly codes: Readonly<Record<string, ResultWord>>;
  readonly states: Readonly<Record<string, NoticeState>>;
  readonly payCode: PayCodePattern;
  /** Two digits by which the province tells our own pay codes from those of others; absent, we issue none. */
  readonly ownCodes: { readonly system: string } | undefined;
  /** First column of an item: its code in the national list, or in the province's own. */
  readonly itemCodes: 'national' | 'local';
  /** Last day of a slip that names none, counted from its own day. */
  readonly validDays: number;
  readonly receiver: SlipReceiver | undefined;
  /** Hold1 = Y asks for 5996. */
  readonly wantsPaidMessage: boolean;
  /** Where the province calls us: absent, nobody listens. `sources`: networks it may call from. */
  readonly listen: { readonly host: string; readonly port: number; readonly sources: readonly string[] } | undefined;
}

/** 2601, 5601, 8994, 8997 have been seen (province-nontax.md 2.2). */
export const usualMessageNumbers: MessageNumbers = { query: '2601', slip: '5601', state: '', stateAnswer: '5997', issue: '8994', confirm: '', replies: ['5001', '3601'] };

/** The three results that have been seen. */
export const usualResults: Readonly<Record<string, ResultWord>> = { '00000': 'ok', 99999: 'refused', 18012: 'refused' };

/** 0 and 2 have been seen, 1 is our reading, the others are assumed. */
export const usualStates: Readonly<Record<string, NoticeState>> = { 0: 'unpaid', 1: 'paid', 2: 'void', 3: 'expired', 5: 'refunded' };

export const usualLine = { connectTimeoutMs: 5_000, maxConnections: 16 } as const;
