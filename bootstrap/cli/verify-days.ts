import type { Defect } from '../../application/settlement/verify-days.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const names: Readonly<Record<Defect['what'], string>> = {
  chain: '与前一日证书不相连', digest: '内容与摘要不符', signature: '签名不符', bill: '渠道账单原文缺失或被改动', sums: '结算流水与证书合计不符', legs: '四方核对的差异记录与证书不符',
};

/** Goes through the chain of day certificates; ends with exit code 1 and the defects when something is not as it was certified. */
async function main(): Promise<readonly string[]> {
  if (process.argv.length > 2) throw new ConfigError('用法：verify:days   核对全部日对账证书：链、签名、账单原文、结算合计和四方核对');
  const { days, defects } = await withProduct((container) => container.get(tokens.verifyDays).run());
  if (defects.length > 0) throw new Error([`已核对 ${days} 张日对账证书，发现 ${defects.length} 处不符：`, ...defects.map(({ day, what, about }) => `  ${day} ${names[what]}${about === '' ? '' : `（${about}）`}`)].join('\n'));
  return [days === 0 ? '还没有日对账证书' : `已核对 ${days} 张日对账证书，链、签名、账单原文、结算合计和四方核对全部相符`];
}

runCommand(main);
