import { bigint, code, flag, index, int, maybeCode, table, words, type Step } from './steps.js';

/** Regions and industries of the platform (1.1.6.1.2, 1.1.6.1.3). */
export const directoryTables: readonly Step[] = [
  table('0222-region', 'region', ['region_code'], [
    code('region_code'), words('region_name', 100), maybeCode('parent_region_code'), maybeCode('admin_operator_no'), flag('enabled'), words('remark', 200), bigint('created_at'), int('version'),
  ]),
  index('0223-region-parent', 'region', 'region_parent_ix', ['parent_region_code', 'region_code']),
  table('0224-industry', 'industry', ['industry_code'], [code('industry_code'), words('industry_name', 100), flag('enabled'), words('remark', 200), bigint('created_at'), int('version')]),
];
