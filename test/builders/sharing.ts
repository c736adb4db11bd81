import type { BusinessNode } from '../../domain/sharing/business-node.js';
import type { SharedAccount } from '../../domain/sharing/shared-account.js';
import type { QuarantinedRow, ShareBatch, SharePolicy } from '../../domain/sharing/share-records.js';
import { no, noon } from './moments.js';

export const aShareBatch = (changes: Partial<ShareBatch> = {}): ShareBatch => ({
  batchNo: no(7001), target: 'front-database', table: 'paid-orders', kind: 'export', state: 'done', rowCount: 3, acceptedCount: 2, quarantinedCount: 1, warningCount: 0,
  message: '', beganAt: noon, endedAt: noon + 500, ...changes,
});

export const aQuarantinedRow = (changes: Partial<QuarantinedRow> = {}): QuarantinedRow => ({
  quarantineNo: no(7101), target: 'front-database', table: 'paid-orders', rowKey: no(1), reason: 'too-long', detail: 'menu_id：超过该列长度且不能截断', state: 'open', batchNo: no(7001),
  times: 1, firstAt: noon, lastAt: noon, version: 1, ...changes,
});

export const aSharePolicy = (changes: Partial<SharePolicy> = {}): SharePolicy => ({
  table: 'paid-orders', column: 'Phone', isFull: true, basis: '明政数〔2026〕12号', decidedBy: '数据管理员', decidedAt: noon, version: 1, ...changes,
});

export const aBusinessNode = (changes: Partial<BusinessNode> = {}): BusinessNode => ({
  nodeId: 'P-M1', parentId: 'R-350400', parentIds: '0,R-350400,', grade: 2, nodeName: '市不动产登记中心', orgId: 'I1', isGone: false, createdAt: noon, changedAt: noon, version: 1, ...changes,
});

export const aSharedAccount = (changes: Partial<SharedAccount> = {}): SharedAccount => ({
  accountId: 'A1', institutionNo: 'I1', merchantNo: 'M1', loginName: 'zhangsan', personName: '张三丰', jobNo: '0007', mobile: '13800138000', phone: '0598-8221234', email: 'zhangsan@sm.gov.cn',
  mayLogin: true, lastLoginAt: noon + 5 * 3_600_000, lastLoginAddress: '10.1.2.3', createdBy: 'admin', createdAt: noon, changedBy: 'admin', changedAt: noon + 1000, isGone: false, ...changes,
});
