import { maxAuditDays, maxAuditEntries, type AuditFileRefusal, type ExportAuditFile } from '../../../application/operators/export-audit-file.js';
import { verdictWords, type VerifyAudit } from '../../../application/operators/verify-audit.js';
import { auditDays, auditVerdict, type AuditDaysBody, type AuditVerdictBody } from '../../../contracts/console/operators.js';
import { nothing } from '../../../contracts/console/schemas.js';
import { acting } from './acting.js';
import { saidAs, type Said } from './answers.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface AuditRouteDeps { readonly verifyAudit: Pick<VerifyAudit, 'run'>; readonly auditFile: Pick<ExportAuditFile, 'run'> }

const fileWords: Readonly<Record<Exclude<AuditFileRefusal, 'busy'>, Said>> = {
  days: [`日期不正确：写作 yyyyMMdd，止日不早于起日，最多 ${maxAuditDays} 天`, 'to'], nothing: ['这些日期没有审计日志', 'from'], 'too-many': [`超过 ${maxAuditEntries} 条，请缩短日期范围，分几次导出`, 'to'],
};

/** 审计日志管理 (1.1.6.4) beside its list: whether the log is whole, and a file of it that is verified elsewhere (AUD-07). */
export const auditRoutes = ({ verifyAudit, auditFile }: AuditRouteDeps): readonly ConsoleRoute[] => [{
  name: 'audit.verify', method: 'POST', path: '/audit/verify', access: { permission: 'platform.audit.verify' }, summary: '核验审计日志', requirements: ['1.1.6.4'], body: nothing, answer: auditVerdict,
  handle: async ({ who: { operator }, asker }: OwnCall<object>) => {
    const verdict = await verifyAudit.run(operator.operatorNo, asker);
    return { body: { isWhole: verdict.ok, message: verdictWords(verdict), ...(verdict.ok ? { count: verdict.count } : { badSeq: verdict.badSeq }) } satisfies AuditVerdictBody };
  },
}, {
  name: 'audit.file', method: 'POST', path: '/audit/file', access: { permission: 'platform.audit.read' }, summary: '导出可核验的审计日志', requirements: ['1.1.6.4'], body: auditDays, answer: 'file', refuses: ['REFUSED', 'BUSY'],
  handle: async (call: OwnCall<AuditDaysBody>) => {
    const made = await auditFile.run(acting(call), call.body);
    if (made.ok) return { file: made.value };
    return made.refusal === 'busy' ? refused('BUSY', { message: '正在导出的文件较多，请稍后再试' }) : saidAs(fileWords[made.refusal]);
  },
}];
