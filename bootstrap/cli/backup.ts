import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { ConfigError, readConfig } from '../config.js';
import { backUpKeys, makeBackup, sealDump, type Installation } from './backup/make-backup.js';
import { runCommand, timeOf, yuanOf } from './backup/words.js';

const usage = '用法：backup <文件>（备份 SQLite 数据）；backup --keys <文件>（备份密钥库，与数据分开存放）；backup --seal <转储> <文件>（加密服务器数据库的转储）；选项 --despite-audit';

/** `npm run backup -- <file>` while the platform runs; `-- --keys <file>` puts the key store away apart; `-- --seal <dump> <file>` encrypts a dump (BAK-01, BAK-02). */
async function main(): Promise<readonly string[]> {
  const [despite, given] = [process.argv.includes('--despite-audit'), process.argv.slice(2).filter((word) => word !== '--despite-audit')];
  const installation: Installation = { config: readConfig(process.env), environment: process.env, clock: new WallClock() };
  const [first, second, third] = given;
  if (first === '--keys' && second !== undefined && given.length === 2) {
    const { fingerprint, check } = await backUpKeys(installation, second);
    return ['密钥库已备份（仍由其口令加密），请与数据备份、口令分开存放', `  密钥库指纹  ${fingerprint}`, `  校验值 SM3  ${check}`];
  }
  if (first === '--seal' && second !== undefined && third !== undefined && given.length === 3) {
    const { createdAt, bytes } = await sealDump(installation, second, third);
    return [`转储已加密：${third}，${bytes} 字节，转储开始于 ${timeOf(createdAt)}`, '请删除明文转储'];
  }
  if (first === undefined || first.startsWith('--') || given.length !== 1) throw new ConfigError(usage);
  const { facts, bytes, audit } = await makeBackup(installation, first, despite);
  return [
    `备份完成：${first}，${bytes} 字节`, `  快照时间    ${timeOf(facts.createdAt)}`, `  收款合计    ${yuanOf(BigInt(facts.charged))}，退款合计 ${yuanOf(BigInt(facts.refunded))}`,
    `  订单 ${facts.counts['pay_order'] ?? 0}，支付尝试 ${facts.counts['pay_attempt'] ?? 0}，退款 ${facts.counts['pay_refund'] ?? 0}，${audit}`, `  密钥库指纹  ${facts.keyStore}（密钥不在本文件中）`,
  ];
}

runCommand(main);
