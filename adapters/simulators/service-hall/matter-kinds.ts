export interface MatterFee { readonly itemCode: string; readonly itemName: string; readonly quantity: bigint; readonly priceFen: bigint; readonly unit: string }

/** What can be applied for, and what it costs. */
export interface MatterKind { readonly key: string; readonly name: string; readonly department: string; readonly fees: readonly MatterFee[] }

/** Demo matters; codes that begin with D are invented. */
export const matterKinds: readonly MatterKind[] = [
  { key: 'passport', name: '普通护照签发', department: '市公安局', fees: [{ itemCode: 'D350400003', itemName: '普通护照', quantity: 1n, priceFen: 12_000n, unit: '本' }] },
  { key: 'id-card', name: '居民身份证补领', department: '市公安局', fees: [{ itemCode: 'D350400002', itemName: '居民身份证工本费', quantity: 1n, priceFen: 4_000n, unit: '证' }] },
  {
    key: 'road', name: '城市道路挖掘许可', department: '市城市管理局',
    fees: [{ itemCode: 'D350400004', itemName: '城市道路占用挖掘修复费', quantity: 12n, priceFen: 25_000n, unit: '平方米' }],
  },
  {
    key: 'soil', name: '生产建设项目水土保持方案审批', department: '市水利局',
    fees: [{ itemCode: 'D350400005', itemName: '水土保持补偿费', quantity: 800n, priceFen: 100n, unit: '平方米' }],
  },
];

export const feeOf = ({ fees }: MatterKind): bigint => fees.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0n);
