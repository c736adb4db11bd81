import type { RegisterRefusal } from '../../../application/service-desk/register-issue.js';
import type { TellRefusal } from '../../../application/service-desk/tell-of-issue.js';
import type { UploadRefusal } from '../../../application/service-desk/upload-attachment.js';
import { attachmentLimits } from '../../../domain/service-desk/attachment.js';
import { maxIssueSteps } from '../../../domain/service-desk/issue.js';
import type { ConsoleErrorCode } from '../../../contracts/console/errors.js';

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

export const issueWords: Readonly<Record<RegisterRefusal | TellRefusal, string>> = {
  unknown: '没有这个问题', forgotten: '此问题已超过保存期限，内容已清除；需要继续处理的，请另行登记', 'solved-already': '问题已经解决；需要继续处理的，请先重新打开', 'not-solved': '问题尚未解决，无须重新打开', 'nothing-said': '请填写内容或上传附件',
  'too-many-steps': `一个问题至多 ${maxIssueSteps} 条记录，请另行登记`, 'too-many-files': `一个问题至多 ${attachmentLimits.filesOfIssue} 个附件`, 'too-many-bytes': `一个问题的附件合计不能超过 ${megabytes(attachmentLimits.bytesOfIssue)}`,
  'unknown-attachment': '附件不存在、已使用或已过期，请重新上传', 'no-such-order': '没有这个支付订单', 'no-such-refund': '没有这个退款订单', 'mobile-malformed': '联系电话须为手机号码',
};
/** Where a form shows them; what is not here concerns the whole of it. */
export const issueFields: Readonly<Partial<Record<RegisterRefusal | TellRefusal, string>>> = {
  'too-many-files': 'attachments', 'too-many-bytes': 'attachments', 'unknown-attachment': 'attachments', 'mobile-malformed': 'contactMobile', 'no-such-order': 'platformOrderNo', 'no-such-refund': 'platformRefundOrderNo',
};

const saveAgain = '请用查看软件打开后另存（或截图）再上传';
export const uploadWords: Readonly<Record<UploadRefusal, readonly [ConsoleErrorCode, string]>> = {
  'kind-not-allowed': ['REFUSED', '只能上传 PNG、JPG 图片和 PDF 文件，且扩展名须与文件类型一致'], empty: ['REFUSED', '文件是空的'], 'too-large': ['TOO_LARGE', `每个文件不能超过 ${megabytes(attachmentLimits.bytes)}`],
  'too-many-uploads': ['TOO_MANY', `每人每小时至多上传 ${attachmentLimits.filesAnHour} 个文件、合计 ${megabytes(attachmentLimits.bytesAnHour)}，请稍后再传`], busy: ['BUSY', '正在上传的文件较多，请稍后再试'],
  'cut-off': ['BAD_REQUEST', '文件没有传完，请重新上传'], infected: ['REFUSED', '文件未通过病毒查杀，已拒绝并记录'], 'not-of-kind': ['REFUSED', '文件内容与其扩展名不符'], 'cut-short': ['REFUSED', '文件不完整'],
  'something-behind': ['REFUSED', `文件末尾带有其他内容，${saveAgain}`], 'too-many-pixels': ['REFUSED', '图片尺寸过大'], 'active-content': ['REFUSED', `文件中含有网页、脚本、压缩包或内嵌文件，${saveAgain}`],
};
