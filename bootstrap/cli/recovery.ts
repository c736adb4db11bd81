import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { CallbackTold } from '../../application/recovery/callback-told.js';
import { DropRefund } from '../../application/recovery/drop-refund.js';
import { EndRecovery } from '../../application/recovery/end-recovery.js';
import { NamePayment } from '../../application/recovery/name-payment.js';
import { NameRefund } from '../../application/recovery/name-refund.js';
import { ReleaseHeld } from '../../application/recovery/release-held.js';
import { ReleaseRefund } from '../../application/recovery/release-refund.js';
import { ShowRecovery } from '../../application/recovery/show-recovery.js';
import type { HeldKind } from '../../domain/recovery/recovery-mark.js';
import { ConfigError, readConfig } from '../config.js';
import { openResources, type Resources } from '../resources.js';
import { refusalWords, shownRecovery } from './backup/recovery-words.js';
import { runCommand } from './backup/words.js';

const by = { kind: 'operator', code: 'recovery-command', address: undefined } as const;
const usage = [
  '用法：recovery --status                                     查看暂扣的内容（只有单号和金额）', '      recovery --release-payments                           放行：恢复前已有订单的支付、关闭，以及恢复前日期的下单',
  '      recovery --release-refunds <平台退款订单号>|all         放行一笔或全部退款（已核对：渠道没有执行过）', '      recovery --refund-number <平台退款订单号> <退款流水号> [时间]   补记账单上的退款流水号（渠道已执行过），由渠道查询定论',
  '      recovery --drop-refund <平台退款订单号>                 该款项已由其他退款退回，本笔不再执行', '      recovery --payment-number <平台订单号> <支付单号> <渠道商户编号> [时间]   补记账单上的支付单号（渠道已收款），由渠道查询定论',
  '      recovery --release-callbacks                          放行：发送暂扣的回调', '      recovery --callback-told <回调编号>                    业务系统确认已收到，不再发送', '      recovery --end                                        三类均已放行后结束',
].join('\n');

/** Lists and lets go what a restore holds back, each step with an audit row (BAK-03). May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const [command, ...given] = process.argv.slice(2);
  if (command === undefined) throw new ConfigError(usage);
  const resources = await openResources(readConfig(process.env), new WallClock(), { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, process.env, 'command');
  try {
    return await done(resources, command, given);
  } finally {
    await resources.close();
  }
}

async function done(resources: Resources, command: string, [first, second, third, fourth]: readonly string[]): Promise<readonly string[]> {
  switch (command) {
    case '--status': return shownRecovery(await new ShowRecovery(resources.unitOfWork).run());
    case '--release-payments': return released(resources, 'payments');
    case '--release-callbacks': return released(resources, 'callbacks');
    case '--release-refunds': {
      if (first === 'all') return released(resources, 'refunds');
      const refund = accepted(await new ReleaseRefund(resources).run(named(first), by));
      return [`已放行退款 ${refund.platformRefundOrderNo}`];
    }
    case '--refund-number': {
      const refund = accepted(await new NameRefund(resources).run({ refundNo: named(first), refundTradeNo: named(second), refundTradeTime: third }, by));
      return [`已补记退款 ${refund.platformRefundOrderNo} 的流水号，平台将向渠道查询`];
    }
    case '--drop-refund': return [`退款 ${accepted(await new DropRefund(resources).run(named(first), by)).platformRefundOrderNo} 不再执行，记为退款失败`];
    case '--payment-number': {
      const attempt = accepted(await new NamePayment(resources).run({ platformOrderNo: named(first), attemptNo: named(second), channelMerchantId: named(third), channelTime: fourth }, by));
      return [`已为订单 ${attempt.platformOrderNo} 补记支付单号，平台将向渠道查询`];
    }
    case '--callback-told': return [`回调 ${accepted(await new CallbackTold(resources).run(named(first), by)).callbackId} 记为已收到，不再发送`];
    case '--end': {
      const ended = await new EndRecovery(resources).run(by);
      if (!ended.ok) throw new ConfigError(refusalWords(ended.refusal.code, ended.refusal.code === 'still-held' ? ended.refusal.kinds : []));
      return ['恢复核对已结束'];
    }
    default: throw new ConfigError(usage);
  }
}

async function released(resources: Resources, kind: HeldKind): Promise<readonly string[]> {
  return [`已放行，唤醒任务 ${accepted(await new ReleaseHeld(resources).run(kind, by))} 个`];
}

function named(word: string | undefined): string {
  if (word === undefined) throw new ConfigError(usage);
  return word;
}

function accepted<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Parameters<typeof refusalWords>[0] }): T {
  if (!result.ok) throw new ConfigError(refusalWords(result.refusal, []));
  return result.value;
}

runCommand(main);
