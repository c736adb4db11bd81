import { verdictWords, type VerifyAudit } from '../../../application/operators/verify-audit.js';
import { auditVerdict, type AuditVerdictBody } from '../../../contracts/console/operators.js';
import { nothing } from '../../../contracts/console/schemas.js';
import type { ConsoleRoute, OwnCall } from './route.js';

/** 审计日志管理 (1.1.6.4) beside its list: whether the log is whole. */
export const auditRoutes = ({ verifyAudit }: { readonly verifyAudit: Pick<VerifyAudit, 'run'> }): readonly ConsoleRoute[] => [{
  name: 'audit.verify', method: 'POST', path: '/audit/verify', access: { permission: 'platform.audit.verify' }, summary: '核验审计日志', requirements: ['1.1.6.4'], body: nothing, answer: auditVerdict,
  handle: async ({ who: { operator }, asker }: OwnCall<object>) => {
    const verdict = await verifyAudit.run(operator.operatorNo, asker);
    return { body: { isWhole: verdict.ok, message: verdictWords(verdict), ...(verdict.ok ? { count: verdict.count } : { badSeq: verdict.badSeq }) } satisfies AuditVerdictBody };
  },
}];
