import type { Examined, Way } from '../../../application/developers/check-signature.js';
import type { StrangeAlgorithm } from '../../../application/ports/signatures.js';
import type { MistakenText, SignatureMistake, TextMistake } from '../../../domain/access/signing-mistakes.js';

const textWords: Readonly<Record<TextMistake | 'digest-signed', string>> = {
  'as-sent': '参数没有按名称的 ASCII 升序排列，而是按发送的顺序', 'document-order': '参数没有按名称的 ASCII 升序排列，而是按文档的顺序', 'descending': '参数按名称降序排列，应为升序',
  'empty-included': '把值为空的参数也放进了待签名文本', 'empty-sign-included': '把 sign（空值）也放进了待签名文本', 'url-encoded': '对参数值做了 URL 编码后再签名；签名用原文，编码只用于传送',
  'plus-for-space': '表单里的 + 没有写成 %2B，到平台变成了空格；表单提交时 data 和 sign 须做百分号编码', 'space-for-plus': '签名的文本里 + 变成了空格', 'line-end': '待签名文本末尾多了换行或空格',
  'separator-at-end': '待签名文本末尾多了一个 &', 'data-in-clear': 'data 没有做 Base64 就放进了待签名文本；应使用 Base64 之后的值', 'data-alone': '只对 data 签名；应对全部非空参数签名',
  'clear-alone': '只对业务数据的 JSON 原文签名；应对全部非空参数签名', 'no-separators': '参数之间没有用 & 连接', 'values-alone': '只连接了参数值，没有写成 名=值',
  'base64-in-lines': '签名时 data 的 Base64 带换行，发送时没有', 'base64-in-one-line': '发送的 data 的 Base64 带换行，签名时没有', 'json': '对整个 JSON 签名；应按 名=值 以 & 连接',
  'digest-signed': '先算出摘要，又对摘要签名（重复摘要）；签名函数自己会做摘要，应直接传入待签名文本',
};
const charsetWords: Readonly<Record<MistakenText['charset'], string | undefined>> = { 'utf-8': undefined, 'gbk': '待签名文本用 GBK 转成了字节，应为 UTF-8', 'utf-16': '待签名文本用 UTF-16（如 C# 的 Encoding.Unicode）转成了字节，应为 UTF-8' };
const signatureWords: Readonly<Record<SignatureMistake, string>> = {
  'plus-for-space': 'sign 里的 + 变成了空格：表单提交时没有把 + 写成 %2B', 'line-breaks': 'sign 的 Base64 里有换行或空白（如使用了带换行的编码函数）', 'url-safe': 'sign 用了 URL 安全的 Base64（- 和 _），应为标准 Base64',
  'url-encoded': 'sign 多做了一次 URL 编码', 'no-padding': 'sign 的 Base64 缺少末尾的 =', 'hex': 'sign 是十六进制，应为 Base64', 'hex-in-base64': 'sign 是先写成十六进制再做的 Base64，应直接对签名字节做 Base64', 'quoted': 'sign 两端多了引号',
};
const algorithmWords: Readonly<Record<StrangeAlgorithm, string>> = {
  'rsa-sha1': '用的是 SHA1withRSA（RSA），应为 SHA256withRSA（RSA2）', 'rsa-md5': '用的是 MD5withRSA，应为 SHA256withRSA', 'rsa-sha512': '用的是 SHA512withRSA，应为 SHA256withRSA', 'rsa-pss': '用的是 PSS 填充，应为 PKCS#1 v1.5',
  'sm2-without-z': '计算 SM3 摘要时没有加入 Z 值（用户标识和公钥），应为 SM3(Z ‖ 文本)', 'sm2-sha256': '摘要算法用了 SHA-256，应为 SM3',
};
const encodingWords = { der: '签名是 DER 编码，而开发者登记的是 r‖s（raw，64 字节）', raw: '签名是 r‖s（raw，64 字节），而开发者登记的是 DER 编码' } as const;

export const shortPrint = (fingerprint: string): string => `${fingerprint.slice(0, 16)}…`;

/** Each mistake of a way in a sentence of its own. */
export function wayWords({ text, charset, signature, sm2Encoding, sm2UserId, algorithm, isAccepted, fingerprint }: Way): string[] {
  const said = [
    text === 'pasted' ? '签名与下面粘贴的“对方的待签名文本”相符：密钥和算法正确，只是文本与平台的不同，见逐字节比较' : text && textWords[text], charset && charsetWords[charset], signature && signatureWords[signature],
    sm2Encoding && encodingWords[sm2Encoding], sm2UserId === undefined ? undefined : sm2UserId === '' ? '用户标识为空（openssl、Node 的默认值），与登记的不一致' : `用户标识用了 ${sm2UserId}，与登记的不一致`,
    algorithm && algorithmWords[algorithm], isAccepted ? undefined : `签名所用的密钥（SM3 指纹 ${shortPrint(fingerprint)}）已到停用时间`,
  ];
  return said.filter((one): one is string => one !== undefined);
}

export function verdictOf({ verified, explained, developer, canonicalText }: Examined, signature: string): { readonly verdict: string; readonly explanation: string[] } {
  if (verified !== undefined) return { verdict: `验签通过：由登记的密钥（SM3 指纹 ${shortPrint(verified.fingerprint)}）签名`, explanation: [] };
  if (developer.keys.length === 0) return { verdict: '无法验签：这个开发者还没有登记公钥', explanation: [] };
  if (signature === '') return { verdict: '没有签名：请求里没有 sign，也没有填写签名', explanation: [] };
  if (explained !== undefined) return { verdict: '验签不通过，原因已找到', explanation: wayWords(explained) };
  const usual = ['用错了私钥（与登记的公钥不是一对），或测试环境与正式环境的密钥弄混', '待签名的内容与发送的内容不一致（例如签名以后又改了 timestamp 或 data）', `签名算法与登记的不同（登记的是 ${developer.scheme.algorithm}）`];
  return { verdict: '验签不通过，常见的错误写法都不符', explanation: [...usual.map((one) => `可能：${one}`), ...(canonicalText === '' ? ['请求里没有可签名的参数'] : ['粘贴对方程序实际签名的文本，可逐字节比较'])] };
}

export function pastedWords({ pasted }: Examined): string | undefined {
  if (pasted === undefined) return undefined;
  if (pasted.difference === undefined) return '与平台计算的待签名文本逐字节相同';
  const { at, expected, given } = pasted.difference;
  const mistake = pasted.mistake?.mistake === undefined ? '' : `。${textWords[pasted.mistake.mistake]}`;
  if (at === given.length) return `对方的文本在第 ${at + 1} 个字节处结束，平台的还有 ${expected.length - at} 个字节${mistake}`;
  if (at === expected.length) return `对方的文本比平台的多 ${given.length - at} 个字节，从第 ${at + 1} 个字节起${mistake}`;
  return `从第 ${at + 1} 个字节起不同${mistake}`;
}
