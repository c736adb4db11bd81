import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import { saveFile } from '../lists/save-file.js';
import { said, type Field, type ListAction } from './action-types.js';

const dayPattern: readonly [RegExp, string] = [/^\d{8}$/, '写作 yyyyMMdd，例如 20260508'];
const dayField = (name: string, label: string): Field => ({ kind: 'text', name, label, isRequired: true, maxLength: 8, pattern: dayPattern });

/** 审计日志: whether the log is whole (AUD-03), and a file of it that is verified elsewhere (AUD-07). */
export const auditActions: readonly ListAction[] = [{
  on: 'page', key: 'verify', title: '核验', permission: 'platform.audit.verify',
  run: async () => {
    const { isWhole, message } = await api.verifyAudit();
    return { kind: 'verdict', title: isWhole ? '审计日志完整' : '审计日志不完整，请立即按安全事件处置', words: message, isGood: isWhole };
  },
}, {
  on: 'page', key: 'file', title: '导出可核验文件', permission: 'platform.audit.read',
  words: '导出这些日期的全部审计日志，逐条带校验码，附已签名的末条登记，并由平台签名。文件可以离线核验：npm run verify:audit -- <文件>。最多 31 天、100000 条；导出本身也记入日志。',
  form: () => ({ fields: [dayField('from', '起日'), dayField('to', '止日')], initial: {} }),
  run: async (values) => {
    const days = { from: textIn(values, 'from'), to: textIn(values, 'to') };
    saveFile(await api.auditFile(days), `审计日志_${days.from}-${days.to}.jsonl`);
    return said('已导出，请到下载目录查看');
  },
}];
