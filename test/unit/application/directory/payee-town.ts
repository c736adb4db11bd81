import { payeeDesk, type PayeeDesk } from '../../../../application/directory/payee-desk.js';
import type { Stores } from '../../../../application/ports/unit-of-work.js';
import type { PayeeFacts } from '../../../../domain/directory/payee-rules.js';
import type { Acting } from '../../../../domain/operators/acting.js';
import type { Result } from '../../../../domain/kernel/result.js';
import { aChannelMerchant, aDeveloper } from '../../../builders/directory.js';
import { noon } from '../../../builders/moments.js';
import { OperatorTown, place } from '../operators/operator-town.js';

export const acting: Acting = { by: { operatorNo: 'O-config' }, ...place };
export const facts = (changes: Partial<PayeeFacts> = {}): PayeeFacts => ({
  payeeName: '市不动产登记中心', regionCode: '350400', industryCode: 'EDU', payNotifyUrl: 'https://biz.example/notify?token=secret', refundNotifyUrl: undefined, defaultReturnUrl: undefined,
  refundReviewRequired: false, refundReviewAbove: undefined, callbackOnFailedOrClosed: false, repeatRefundByRule: true, subMerchants: [], chargingUnit: undefined, isNoticeFirst: false,
  slipRefundPolicy: 'direct-until-settled', remark: '', ...changes,
});

/** A town with a region, an industry, a developer and two channel accounts, whose payees somebody configures. */
export class PayeeTown extends OperatorTown {
  readonly payeeDesk: PayeeDesk;
  constructor(isProduction = false) {
    super();
    this.payeeDesk = payeeDesk({ unitOfWork: this.parts.unitOfWork, ids: this.parts.ids, clock: this.clock, isProduction }, this.desk.institutionAccounts);
  }

  static async open(isProduction = false): Promise<PayeeTown> {
    const town = new PayeeTown(isProduction);
    const made = { enabled: true, remark: '', createdAt: noon, version: 1 };
    await town.change(async ({ directory }) => {
      await directory.regions.add({ regionCode: '350400', regionName: '三明市', parentRegionCode: undefined, adminOperatorNo: undefined, ...made });
      await directory.industries.add({ industryCode: 'EDU', industryName: '教育', ...made });
      await directory.developers.add(aDeveloper({ merchantNos: [] }));
      await directory.channelMerchants.add(aChannelMerchant('alipay'));
      await directory.channelMerchants.add(aChannelMerchant('unionpay'));
    });
    return town;
  }

  change<T>(work: (stores: Stores) => Promise<T>): Promise<T> { return this.parts.unitOfWork.run(work); }
  get lastEntry() { return this.database.tables.audit.all(false).at(-1)?.entry; }
}

/** The value of an answer that was no refusal. */
export async function of<T, R>(answer: Promise<Result<T, R>>): Promise<T> {
  const came = await answer;
  if (!came.ok) throw new Error(JSON.stringify(came.refusal));
  return came.value;
}
/** The refusal of an answer, or undefined. */
export async function no<T, R>(answer: Promise<Result<T, R>>): Promise<R | undefined> {
  const came = await answer;
  return came.ok ? undefined : came.refusal;
}
