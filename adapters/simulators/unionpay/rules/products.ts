/** One row of the product table (protocol section 3). */
export interface Product {
  readonly kind: 'front' | 'consume' | 'undo' | 'refund' | 'reversal' | 'query' | 'file';
  readonly endpoint: 'front' | 'back' | 'query' | 'file';
  readonly txnType: string;
  readonly txnSubType: string;
  readonly bizTypes: readonly string[];
  /** Empty: the message has no channelType. */
  readonly channelTypes: readonly string[];
  /** Fields beside the common ones without which the message is incomplete (13). */
  readonly needs: readonly string[];
  /** Fields that must not be sent (10). */
  readonly mayNotHave: readonly string[];
}

const money = ['txnAmt', 'currencyCode'];

export const products: readonly Product[] = [
  { kind: 'front', endpoint: 'front', txnType: '01', txnSubType: '01', bizTypes: ['000201'], channelTypes: ['07', '08'], needs: [...money, 'frontUrl', 'backUrl'], mayNotHave: ['qrNo'] },
  { kind: 'front', endpoint: 'front', txnType: '01', txnSubType: '01', bizTypes: ['000202'], channelTypes: ['07'], needs: [...money, 'frontUrl', 'backUrl'], mayNotHave: ['qrNo'] },
  { kind: 'consume', endpoint: 'back', txnType: '01', txnSubType: '06', bizTypes: ['000000'], channelTypes: ['08'], needs: [...money, 'backUrl', 'qrNo', 'termId'], mayNotHave: ['frontUrl'] },
  { kind: 'undo', endpoint: 'back', txnType: '31', txnSubType: '00', bizTypes: ['000000'], channelTypes: ['07', '08'], needs: ['txnAmt', 'backUrl'], mayNotHave: ['qrNo', 'frontUrl'] },
  { kind: 'refund', endpoint: 'back', txnType: '04', txnSubType: '00', bizTypes: ['000000'], channelTypes: ['07', '08'], needs: ['txnAmt', 'backUrl'], mayNotHave: ['qrNo', 'frontUrl'] },
  { kind: 'reversal', endpoint: 'back', txnType: '99', txnSubType: '01', bizTypes: ['000000'], channelTypes: ['08'], needs: [], mayNotHave: ['txnAmt', 'qrNo', 'frontUrl'] },
  { kind: 'query', endpoint: 'query', txnType: '00', txnSubType: '00', bizTypes: ['000201', '000000'], channelTypes: [], needs: [], mayNotHave: ['txnAmt', 'qrNo', 'frontUrl', 'channelType'] },
  { kind: 'file', endpoint: 'file', txnType: '76', txnSubType: '01', bizTypes: ['000000'], channelTypes: [], needs: ['settleDate', 'fileType'], mayNotHave: ['txnAmt', 'qrNo', 'frontUrl', 'channelType'] },
];

export function productOf(endpoint: Product['endpoint'], fields: Readonly<Record<string, string>>): Product | undefined {
  return products.find((product) => product.endpoint === endpoint && product.txnType === fields['txnType'] && product.txnSubType === fields['txnSubType']
    && product.bizTypes.includes(fields['bizType'] ?? '')
    && (product.channelTypes.length === 0 || product.channelTypes.includes(fields['channelType'] ?? '')));
}
