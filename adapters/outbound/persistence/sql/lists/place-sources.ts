import type { Knex } from 'knex';
import { codeOf, labelOf } from '../../../../../contracts/lists/codes.js';
import { channels, industries, industry, region, regions } from '../../../../../contracts/lists/place-lists.js';
import { flag, UnreadableValue } from '../codecs.js';
import { textOf } from './cells.js';
import { flagged, partOf, whole } from './conditions.js';
import type { ListDb } from './list-db.js';
import { plainSource, type RawRow } from './list-source.js';

const methodsOf = (row: RawRow): readonly string[] => {
  const parsed: unknown = JSON.parse(textOf(row['pay_methods']) ?? '[]');
  if (!Array.isArray(parsed)) throw new UnreadableValue('not a list of methods');
  return parsed.map(String);
};
const yes = (row: RawRow, column: string): boolean => flag.decode(row[column]);

export const channelsSource = plainSource(channels, {
  from: (db) => db.from('payment_channel', 'way'),
  columns: {
    channelNo: 'way.channel_no', channelName: 'way.channel_name', payEnabled: 'way.pay_enabled', reconcileEnabled: 'way.reconcile_enabled', splitEnabled: 'way.split_enabled', enabled: 'way.enabled', remark: 'way.remark',
    payChannel: 'way.pay_channel', createTime: 'way.created_at', paysFlag: 'way.pay_enabled', payMethods: 'way.pay_methods', reconcilesFlag: 'way.reconcile_enabled', billSource: 'way.bill_source',
    billTime: 'way.bill_time', splitsFlag: 'way.split_enabled', version: 'way.version',
  },
  filters: { channelName: partOf('way.channel_name'), enabled: flagged('way.enabled') },
}, {
  key: [],
  read: {
    payEnabled: (row) => (yes(row, 'pay_enabled') ? `启用（${methodsOf(row).map((word) => labelOf('payMethod', codeOf('payMethod', word))).join('、')}）` : '停用'),
    reconcileEnabled: (row) => (yes(row, 'reconcile_enabled') ? row['bill_source'] === 'upload' ? '启用（人工上传账单）' : `启用（次日 ${textOf(row['bill_time']) ?? ''} 起获取账单）` : '停用（当日不对账）'),
    splitEnabled: (row) => (yes(row, 'split_enabled') ? '启用（子商户分账）' : '停用'),
    payMethods: (row) => methodsOf(row).join(','),
  },
});

const placed = (db: ListDb): Knex.QueryBuilder => {
  const under = db.leftJoin(db.from('region', 'place'), 'region', 'parent', ['parent.region_code', 'place.parent_region_code']);
  return db.leftJoin(under, 'console_operator', 'admin', ['admin.operator_no', 'place.admin_operator_no']);
};
const regionColumns = {
  regionCode: 'place.region_code', regionName: 'place.region_name', parentRegionName: 'parent.region_name', regionAdmin: 'admin.operator_name', enabled: 'place.enabled', createTime: 'place.created_at', remark: 'place.remark',
} as const;

export const regionsSource = plainSource(regions, {
  from: placed,
  columns: { ...regionColumns, parentRegionCode: 'place.parent_region_code', adminOperatorNo: 'place.admin_operator_no', version: 'place.version' },
  filters: { regionCode: whole('place.region_code'), regionName: partOf('place.region_name'), enabled: flagged('place.enabled') },
}, { key: [] });

export const regionSource = plainSource(region, { from: placed, columns: regionColumns, filters: { regionCode: whole('place.region_code') } }, { key: [] });

const industryColumns = { industryCode: 'trade.industry_code', industryName: 'trade.industry_name', enabled: 'trade.enabled', createTime: 'trade.created_at', remark: 'trade.remark' } as const;

export const industriesSource = plainSource(industries, {
  from: (db) => db.from('industry', 'trade'),
  columns: { ...industryColumns, version: 'trade.version' },
  filters: { industryCode: whole('trade.industry_code'), industryName: partOf('trade.industry_name'), enabled: flagged('trade.enabled') },
}, { key: [] });

export const industrySource = plainSource(industry, { from: (db) => db.from('industry', 'trade'), columns: industryColumns, filters: { industryCode: whole('trade.industry_code') } }, { key: [] });
