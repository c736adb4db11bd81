import type { PushAgainRefusal } from '../../application/personal-bills/push-personal-bill-again.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const usage = '用法：personal-bills --again <支付订单号>   重新向城市应用推送该订单的个人账单（失败的推送见列表 personal-bill-pushes）';
const refusals: Readonly<Record<PushAgainRefusal, string>> = {
  'no-such-push': '该订单没有推送过个人账单：未支付、没有用户标识，或开发者没有登记推送地址', 'waits-already': '该订单的个人账单正等待推送，不必重推',
};

/** The service desk's command until the console has it. May be used while the platform runs: its processes do the work. */
async function main(): Promise<readonly string[]> {
  const [command, platformOrderNo, ...more] = process.argv.slice(2);
  if (command !== '--again' || platformOrderNo === undefined || more.length > 0) throw new ConfigError(usage);
  const wish = { platformOrderNo, operator: 'personal-bills-command', address: undefined, requestId: undefined };
  const again = await withProduct((container) => container.get(tokens.pushPersonalBillAgain).run(wish));
  if (!again.ok) throw new ConfigError(refusals[again.refusal]);
  return ['已安排重新推送，由运行中的平台进程执行'];
}

runCommand(main);
