import { type DataKeyPurpose, usedAfterMs } from '../../adapters/outbound/crypto/keystore/purposes.js';
import { dashedTime } from '../../domain/kernel/china-time.js';
import type { KeyWalkState } from '../../application/ports/key-walk.js';
import { ConfigError } from '../config.js';
import { otherReleases } from '../one-release.js';
import { programVersion } from '../process-card.js';
import type { Resources } from '../resources.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const rotatable: Readonly<Record<DataKeyPurpose, string>> = { field: '个人信息加密', 'row-mac': '行校验码', index: '盲索引', audit: '审计链', session: '会话、激活码和口令' };
const purposes = Object.keys(rotatable) as readonly DataKeyPurpose[];
const isRotatable = (word: string | undefined): word is DataKeyPurpose => purposes.some((purpose) => purpose === word);
const usage = [
  '用法：keys --status            查看数据密钥和数据行的换用进度', `      keys --rotate 用途       新增一把数据密钥，5 分钟后启用。用途：${purposes.map((purpose) => `${purpose} ${rotatable[purpose]}`).join('，')}`,
  '      keys --renew             立即把数据行换用当前密钥（平台运行时后台也会做）',
].join('\n');
const tableWords: Readonly<Record<string, string>> = { text_block: '短信退订名单', text_code: '短信验证码', text_inbound: '上行短信的去重标识' };

/** New data keys, and how far the rows have come to them (KEY-02). May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, purpose, ...more] = process.argv.slice(2);
  if (command === undefined || more.length > 0 || (command === '--rotate') !== (purpose !== undefined)) throw new ConfigError(usage);
  return withProduct(async (container, resources) => {
    if (command === '--status') return [...keyWords(resources), ...stateWords(await resources.keyWalk.state()), ...await leftWords(resources)];
    if (command === '--rotate' && isRotatable(purpose)) return rotate(resources, purpose);
    if (command !== '--renew') throw new ConfigError(usage);
    const renew = container.get(tokens.renewRows);
    for (;;) {
      const page = await renew.run();
      if (page.kind !== 'page') return stateWords(page.state);
    }
  });
}

async function rotate({ keyStore, engine, unitOfWork, ids, clock }: Resources, purpose: DataKeyPurpose): Promise<readonly string[]> {
  const others = await otherReleases(engine, Date.now(), programVersion());
  if (others.length > 0) throw new ConfigError(`数据库上还有其他版本（${others.join('、')}）的进程在运行，较早的版本不认得这样的新密钥：请先全部升级到 ${programVersion()}`);
  const usedFrom = Date.now() + usedAfterMs;
  const id = await keyStore.rotate(purpose, usedFrom);
  await unitOfWork.run(({ audit }) => audit.append({
    entryId: ids.next(), at: clock.now(), actor: { kind: 'operator', code: 'keys-command', address: undefined }, action: 'keys.rotated', objectKind: 'key', objectNo: id, description: `更换数据密钥：${rotatable[purpose]}`,
    before: undefined, after: { purpose, usedFrom: dashedTime(usedFrom) }, requestId: undefined,
  }));
  return [`已新增${rotatable[purpose]}密钥 ${id}，${dashedTime(usedFrom)} 起用于写入`, '多台主机：请在此时间之前把 keys/keystore 复制到每一台', '立即备份密钥库；旧密钥仍用于读取，不会删除'];
}

const keyWords = ({ keyStore }: Resources): readonly string[] => purposes.flatMap((purpose) => keyStore.dataKeys(purpose)
  .map(({ id, usedFrom }) => `${rotatable[purpose]}  ${id}  ${usedFrom === undefined ? '自首次启动' : `自 ${dashedTime(usedFrom)}`}`));

/** Rows without a value from which their index could be made anew. A key that is not used yet leaves none behind. */
async function leftWords({ keyStore, keyWalk }: Resources): Promise<readonly string[]> {
  const used = keyStore.dataKeys('index').findLast(({ usedFrom }) => (usedFrom ?? 0) <= Date.now());
  const left = used?.usedFrom === undefined ? [] : await keyWalk.leftSince(used.usedFrom);
  const passwords = await keyWalk.passwordsLeft();
  return [...left.map(({ table, rows }) => `仍用旧盲索引密钥：${tableWords[table] ?? table} 至多 ${rows} 行（照常可查；下次写入时换用）`), ...passwords === 0 ? [] : [`仍用旧密钥的口令摘要：${passwords} 个账号（下次登录时换用）`]];
}

function stateWords(state: KeyWalkState | undefined): readonly string[] {
  if (state === undefined) return ['数据行尚未开始换用当前密钥（后台每分钟查看一次）'];
  const { table, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt } = state;
  const sum = `已查看 ${rowsSeen} 行，换用 ${rowsRenewed} 行${rowsChanged > 0 ? `，${rowsChanged} 行不是平台写入的内容，未动（见 verify:rows）` : ''}`;
  return [endedAt === undefined ? `正在换用（${dashedTime(begunAt)} 开始，当前表 ${table ?? '–'}）：${sum}` : `全部数据行已换用当前密钥（${dashedTime(endedAt)}）：${sum}`];
}

runCommand(main);
