export interface MatterFee { readonly itemCode: string; readonly itemName: string; readonly quantity: bigint; readonly priceFen: bigint; readonly unit: string }

/**
 * What can be applied for, and what it costs. `slipFirst`: the department hands out the payment notice with its decision, so that it can be paid anywhere; its
 * voucher is that notice, and no e-bill is issued.
 */
export interface MatterKind { readonly key: string; readonly name: string; readonly department: string; readonly fees: readonly MatterFee[]; readonly slipFirst?: true }

/** Demo matters with the demo city's items. */
export const matterKinds: readonly MatterKind[] = [
  { key: 'passport', name: '普通护照签发', department: '市公安局', fees: [{ itemCode: 'D350400012', itemName: '普通护照工本费', quantity: 1n, priceFen: 12_000n, unit: '本' }] },
  { key: 'id-card', name: '居民身份证补领', department: '市公安局', fees: [{ itemCode: 'D350400011', itemName: '居民身份证工本费', quantity: 1n, priceFen: 4_000n, unit: '证' }] },
  { key: 'road', name: '城市道路挖掘许可', department: '市城市管理局', fees: [{ itemCode: 'D350400013', itemName: '城市道路占用挖掘修复费', quantity: 1n, priceFen: 300_000n, unit: '项' }] },
  { key: 'fine', name: '交通违法处理', department: '市公安局交警支队', slipFirst: true, fees: [{ itemCode: 'D350400014', itemName: '交通违法罚款', quantity: 1n, priceFen: 20_000n, unit: '笔' }] },
];

export const feeOf = ({ fees }: MatterKind): bigint => fees.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0n);
