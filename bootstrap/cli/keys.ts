import { dashedTime, minuteMs } from '../../domain/kernel/china-time.js';
import type { KeyWalkState } from '../../application/ports/key-walk.js';
import { ConfigError } from '../config.js';
import type { Resources } from '../resources.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const rotatable = { field: '个人信息加密', 'row-mac': '行校验码' } as const;
/** Until then a new key only opens and checks: every process of every host must have it before one uses it. */
const usedAfterMs = 5 * minuteMs;
const usage = [
  '用法：keys --status                   查看数据密钥和数据行的换用进度', '      keys --rotate field|row-mac     新增一把数据密钥：field 个人信息加密，row-mac 行校验码；5 分钟后启用', '      keys --renew                    立即把数据行换用当前密钥（平台运行时后台也会做）',
].join('\n');

/** New data keys, and how far the rows have come to them (KEY-02). May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, purpose, ...more] = process.argv.slice(2);
  if (command === undefined || more.length > 0 || (command === '--rotate') !== (purpose !== undefined)) throw new ConfigError(usage);
  return withProduct(async (container, resources) => {
    if (command === '--status') return [...keyWords(resources), ...stateWords(await resources.keyWalk.state())];
    if (command === '--rotate' && (purpose === 'field' || purpose === 'row-mac')) return rotate(resources, purpose);
    if (command !== '--renew') throw new ConfigError(usage);
    const renew = container.get(tokens.renewRows);
    for (;;) {
      const page = await renew.run();
      if (page.kind !== 'page') return stateWords(page.state);
    }
  });
}

async function rotate({ keyStore, unitOfWork, ids, clock }: Resources, purpose: keyof typeof rotatable): Promise<readonly string[]> {
  const usedFrom = Date.now() + usedAfterMs;
  const id = await keyStore.rotate(purpose, usedFrom);
  await unitOfWork.run(({ audit }) => audit.append({
    entryId: ids.next(), at: clock.now(), actor: { kind: 'operator', code: 'keys-command', address: undefined }, action: 'keys.rotated', objectKind: 'key', objectNo: id, description: `更换数据密钥：${rotatable[purpose]}`,
    before: undefined, after: { purpose, usedFrom: dashedTime(usedFrom) }, requestId: undefined,
  }));
  return [`已新增${rotatable[purpose]}密钥 ${id}，${dashedTime(usedFrom)} 起用于写入`, '多台主机：请在此时间之前把 keys/keystore 复制到每一台', '立即备份密钥库；旧密钥仍用于读取，不会删除'];
}

const keyWords = ({ keyStore }: Resources): readonly string[] => (['field', 'row-mac'] as const).flatMap((purpose) => keyStore.dataKeys(purpose)
  .map(({ id, usedFrom }) => `${rotatable[purpose]}  ${id}  ${usedFrom === undefined ? '自首次启动' : `自 ${dashedTime(usedFrom)}`}`));

function stateWords(state: KeyWalkState | undefined): readonly string[] {
  if (state === undefined) return ['数据行尚未开始换用当前密钥（后台每分钟查看一次）'];
  const { table, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt } = state;
  const sum = `已查看 ${rowsSeen} 行，换用 ${rowsRenewed} 行${rowsChanged > 0 ? `，${rowsChanged} 行不是平台写入的内容，未动（见 verify:rows）` : ''}`;
  return [endedAt === undefined ? `正在换用（${dashedTime(begunAt)} 开始，当前表 ${table ?? '–'}）：${sum}` : `全部数据行已换用当前密钥（${dashedTime(endedAt)}）：${sum}`];
}

runCommand(main);
