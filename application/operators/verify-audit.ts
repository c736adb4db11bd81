import { dashedTime } from '../../domain/kernel/china-time.js';
import { anotherKey, type AuditVerdict, type CheckAuditTrail } from './check-audit-trail.js';
import type { Asker } from './operator-parts.js';
import { auditOperator } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';

const words: Readonly<Record<string, string>> = {
  'an entry is missing': '缺少一条记录', 'a number stands twice': '序号重复', 'the entry cannot be read': '记录无法读取', 'the entry was changed': '记录被改动', 'the link does not fit': '与前一条不相连',
  'the head is missing': '末条登记缺失', 'the head was changed': '末条登记被改动', 'entries are missing at the end': '末尾缺少记录', 'entries were added behind the head': '末尾多出记录', 'the head does not fit': '末条登记与末条不符',
  'a signed head was changed': '已签名的末条登记被改动', 'a signed head is missing': '缺少一条已签名的末条登记', 'the link does not fit the signed head': '与已签名的末条登记不符',
};

/** What a person reads of a verdict. */
export const verdictWords = (verdict: AuditVerdict): string =>
  `${verdict.ok ? `审计日志共 ${verdict.count} 条，逐条相连，未被改动` : flawWords(verdict)}；${signedWords(verdict)}`;

const flawWords = ({ badSeq, why }: { readonly badSeq: number; readonly why: string }): string => (why === anotherKey
  ? `审计日志逐条相连，但第 ${badSeq} 条的签名登记由另一把密钥（另一台主机）签名，本机不能核验：请在持有该密钥的主机上核验，并使各主机的密钥库一致`
  : `审计日志第 ${badSeq} 条起不符：${words[why] ?? why}`);

const signedWords = ({ signed }: AuditVerdict): string => (signed === undefined ? '此前没有相符的签名登记' : `前 ${signed.seq} 条由 ${dashedTime(signed.at)} 的 SM2 签名登记覆盖`);

/** Goes through the whole operation log and its signed heads (AUD-03, AUD-05); that somebody did so is written down too. */
export class VerifyAudit {
  readonly #check: Pick<CheckAuditTrail, 'run'>;
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'platformClock' | 'journal'>;

  constructor(check: Pick<CheckAuditTrail, 'run'>, parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'platformClock' | 'journal'>) {
    [this.#check, this.#parts] = [check, parts];
  }

  async run(operatorNo: string, asker: Asker): Promise<AuditVerdict> {
    const verdict = await this.#check.run();
    if (!verdict.ok && verdict.why === anotherKey) this.#parts.journal.alarm('audit-head-other-key', { seq: verdict.badSeq });
    else if (!verdict.ok) this.#parts.journal.alarm('audit-chain-broken', { seq: verdict.badSeq });
    await this.#parts.unitOfWork.run((stores) => auditOperator(stores, this.#parts, asker, { by: operatorNo, kind: 'audit-log', about: 'audit-log', action: 'audit.verified', description: `核验审计日志：${verdictWords(verdict)}` }));
    return verdict;
  }
}
