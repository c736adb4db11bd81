import { dashedTime } from '../../domain/kernel/china-time.js';
import type { FileFault, FileFlaw, FileWhole } from './verify-audit-file.js';

const flawWords: Readonly<Record<FileFlaw, string>> = {
  'no-line': '不是本平台导出的一行', 'line-changed': '本行被改动，或其前有行被插入、删去', 'entry-missing': '缺少记录', 'number-twice': '序号重复或倒退，有行被插入', 'entry-unreadable': '该记录在库中已无法读取',
  'entry-changed': '记录被改动', link: '与前一条不相连', 'no-start': '缺少首行', 'out-of-place': '本行不应在此处', 'end-missing': '文件不完整，缺少末尾的签名', counts: '条数与末行不符', 'behind-seal': '末尾签名之后还有内容',
  'head-changed': '签名登记被改动', 'head-missing': '缺少一条签名登记', 'head-link': '与已签名的末条登记不符', key: '签名公钥与其名称不符', 'other-key': '由另一把密钥签名，不是所指定的那一把', seal: '末尾的签名不符：文件在导出后被改动',
};

export const fileFaultWords = ({ lineNo, seq, why }: FileFault): string => `第 ${lineNo} 行${seq === undefined ? '' : `（审计日志第 ${seq} 条）`}不符：${flawWords[why]}`;

/** What a person reads of a file that is whole: what has been shown by it, and what has not. */
export function fileWholeWords({ start, entries, heads, signedUpTo, strangeHeads, withCodes }: FileWhole): readonly string[] {
  const { firstSeq, lastSeq, fromDay, toDay, madeAt, keyName } = start;
  return [
    `文件完整：审计日志第 ${firstSeq} 至 ${lastSeq} 条，共 ${entries} 条（${fromDay} 至 ${toDay}），${dashedTime(madeAt)} 导出，导出后逐行未被改动`,
    `签名密钥 ${keyName}：请与别处留存的平台日志中 audit-head-signed 事件的 keyName 对照，一致才可信`,
    signedUpTo === undefined ? '其中没有可以核验的签名登记' : `${heads} 条签名登记，前 ${signedUpTo} 条由其覆盖${strangeHeads > 0 ? `（另有 ${strangeHeads} 条由别的密钥签名，本文件不能核验）` : ''}`,
    withCodes ? '已用密钥库逐条重算校验码并核对前后相连：每条自写入时起未被改动' : '没有使用密钥库，未重算逐条校验码：以上说明内容与导出时一致、序号不缺；要证明每条自写入时起未被改动，请加 --keystore',
  ];
}
