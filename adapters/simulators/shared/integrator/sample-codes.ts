import { randomInt } from 'node:crypto';

/** The channel simulators decide by the last two digits; a code works once, so each page shows fresh ones. */
const samples = [
  { brand: '支付宝', prefix: '28', digits: 18, ending: '00', meaning: '立即支付成功' },
  { brand: '支付宝', prefix: '28', digits: 18, ending: '01', meaning: '输入密码，6 秒后成功' },
  { brand: '支付宝', prefix: '28', digits: 18, ending: '03', meaning: '余额不足' },
  { brand: '支付宝', prefix: '28', digits: 18, ending: '04', meaning: '渠道答复未知，实际已支付' },
  { brand: '银联', prefix: '62', digits: 19, ending: '00', meaning: '立即支付成功' },
  { brand: '银联', prefix: '62', digits: 19, ending: '01', meaning: '输入密码，6 秒后成功' },
  { brand: '银联', prefix: '62', digits: 19, ending: '03', meaning: '发卡行拒绝，余额不足' },
] as const;

export function freshSampleCodes(): readonly { readonly code: string; readonly label: string }[] {
  return samples.map(({ brand, prefix, digits, ending, meaning }) => {
    const middle = Array.from({ length: digits - prefix.length - ending.length }, () => randomInt(10)).join('');
    return { code: `${prefix}${middle}${ending}`, label: `${brand}：${meaning}` };
  });
}
