import { Type, type Static } from '@sinclair/typebox';
import { dayText, merchantNo, patternText, urlText } from './fields.js';

/** Longest download address (tables 7-13 and 7-14). */
export const maxFileUrlChars = 512;

/** Tables 7-13 and 7-14. `settleDate` is labelled 对账日期: the day of the channels' bills. */
export const statementRequest = Type.Object({
  merchantNo: merchantNo(),
  settleDate: dayText({ title: '对账日期', description: 'yyyyMMdd，次日对账完成后可取；不早于 400 天前' }),
}, { title: '对账单请求', additionalProperties: false });
export type StatementRequest = Static<typeof statementRequest>;

const count = (title: string) => patternText({ title, max: 10, pattern: '^(?:0|[1-9][0-9]{0,9})$' });
/** Refunds are negative, so a sum may be; larger than one order can be. */
const sumText = (title: string) => patternText({ title, description: '单位：分，可为负', max: 19, pattern: '^(?:0|-?[1-9][0-9]{0,17})$' });

const file = {
  fileUrl: urlText({ title: '下载地址', description: '限时有效，GET 下载；地址即凭证，不要写入日志', max: maxFileUrlChars }),
  fileName: patternText({ title: '文件名', max: 128, pattern: '^[A-Za-z0-9_.\\-]{1,128}$' }),
  fileDigest: patternText({ title: '文件摘要', description: '整个文件的摘要，小写十六进制', max: 128, pattern: '^[0-9a-f]{64}$' }),
  digestAlgorithm: patternText({ title: '摘要算法', description: '固定 SM3', max: 8, pattern: '^SM3$' }),
  byteSize: count('文件字节数'),
  lineCount: count('明细行数'),
};

export const statementResponse = Type.Object({
  ...file, tradeAmount: sumText('交易金额合计'), settledAmount: sumText('已结金额合计'), feeAmount: sumText('手续费合计'), creditedAmount: sumText('入账金额合计'),
}, { title: '对账单响应', additionalProperties: false });
export type StatementResponse = Static<typeof statementResponse>;

export const abnormalStatementResponse = Type.Object({
  ...file, platformAmount: sumText('平台金额合计'), channelAmount: sumText('渠道金额合计'),
}, { title: '异常对账单响应', additionalProperties: false });
export type AbnormalStatementResponse = Static<typeof abnormalStatementResponse>;
