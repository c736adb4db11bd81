import { api } from '../api/client.js';
import type { ListAction } from './action-types.js';

/** 审计日志: whether the log is whole (AUD-03). */
export const auditActions: readonly ListAction[] = [{
  on: 'page', key: 'verify', title: '核验', permission: 'platform.audit.verify',
  run: async () => {
    const { isWhole, message } = await api.verifyAudit();
    return { kind: 'verdict', title: isWhole ? '审计日志完整' : '审计日志不完整，请立即按安全事件处置', words: message, isGood: isWhole };
  },
}];
