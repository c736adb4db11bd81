import type { OwnedKind } from '../../../application/access/within-scope.js';
import type { TObject } from '@sinclair/typebox';
import type { Directory } from '../../../application/ports/directory.js';
import type { CancelRun } from '../../../application/reconciliation/cancel-run.js';
import type { CaseRef } from '../../../application/reconciliation/cases.js';
import type { GiveBack, GiveBackRefusal, GiveBackStep } from '../../../application/reconciliation/give-back.js';
import type { StartRun } from '../../../application/reconciliation/start-run.js';
import type { NoteRefusal, WriteNote } from '../../../application/reconciliation/write-note.js';
import { done as isDone } from '../../../contracts/console/schemas.js';
import { askGiveBack, cancelRun, decideGiveBack, followGap, startRun, writeNote, type AskGiveBackBody, type CancelRunBody, type DecideGiveBackBody, type FollowGapBody, type StartRunBody, type WriteNoteBody } from '../../../contracts/console/service-desk.js';
import { readBusinessDay } from '../../../domain/kernel/china-time.js';
import { maxNoteChars } from '../../../domain/reconciliation/handling.js';
import { refused, type Answer, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface CaseRouteDeps {
  readonly notes: Pick<WriteNote, 'run'>; readonly giveBack: Pick<GiveBack, 'ask' | 'approve' | 'reject'>; readonly startRun: Pick<StartRun, 'run'>; readonly cancelRun: Pick<CancelRun, 'run'>;
  readonly directory: Pick<Directory, 'channelMerchant'>;
}

type CaseRefusal = NoteRefusal | GiveBackRefusal;
const words: Readonly<Record<CaseRefusal, string>> = {
  'no-such-case': '没有这条记录', 'note-missing': '请写明处理说明', 'note-too-long': `处理说明最多 ${maxNoteChars} 个字`, handled: '已处理，或已自行消除', 'nothing-to-refund': '这种情况没有可以退回的款项：金额不符的或平台没有的订单须先查明',
  asked: '已申请退回，等待另一人审批', 'refund-asked': '已申请退回款项，须先由另一人审批后才能处理', 'not-asked': '还没有人申请退回，或已有人审批', 'own-request': '不能审批自己提出的退回申请',
};
const refusalOf = (refusal: CaseRefusal): Refusal =>
  refused(refusal === 'no-such-case' ? 'NOT_FOUND' : 'REFUSED', { message: words[refusal], ...(refusal.startsWith('note-') && { field: 'note' }) });
const done = (came: { readonly ok: true } | { readonly ok: false; readonly refusal: CaseRefusal }): Answer | Refusal => (came.ok ? { body: { done: true } } : refusalOf(came.refusal));
const stepOf = ({ who, asker, body }: OwnCall<AskGiveBackBody>, kind: CaseRef['kind']): GiveBackStep =>
  ({ about: { kind, no: body.no }, note: body.note, operator: who.operator.operatorNo, address: asker.address, requestId: asker.requestId });

/** Of one of these routes: whether it moves money or opens the way to it, and what of a payee it is about. */
interface Marks { readonly isMoney?: boolean; readonly kind?: OwnedKind; readonly requirements?: readonly string[] }

/** 处理, 跟踪 and 退回款项 of what does not fit (1.1.4.4.4-i, 1.1.4.4.5-b, -c), and what finance does about a day's reconciliation (1.1.4.2). */
export function caseRoutes(deps: CaseRouteDeps): readonly ConsoleRoute[] {
  const change = (name: string, permission: string, summary: string, body: TObject, handle: (call: OwnCall<never>) => Promise<Answer | Refusal>, { isMoney = false, kind, requirements = [] }: Marks = {}): ConsoleRoute =>
    ({ name, method: 'POST', path: `/${name.replace('.', '/')}`, access: { permission }, summary, requirements, body, answer: isDone, refuses: ['NOT_FOUND', 'REFUSED'], handle, ...(kind !== undefined && { about: [{ kind, field: 'no' }] }), ...(isMoney && { stepUp: true as const }) });
  const noted = (kind: CaseRef['kind']) => async (call: OwnCall<WriteNoteBody>) => done(await deps.notes.run({ ...stepOf(call, kind), action: call.body.action }));
  const asked = (kind: CaseRef['kind']) => async (call: OwnCall<AskGiveBackBody>) => done(await deps.giveBack.ask(stepOf(call, kind)));
  const decided = (kind: CaseRef['kind']) => async (call: OwnCall<DecideGiveBackBody>) => done(await deps.giveBack[call.body.decision](stepOf(call, kind)));
  const review = 'service-desk.refund-orders.review';
  return [
    change('repeat-orders.note', 'service-desk.repeat-orders.handle', '处理重缴订单', writeNote, noted('repeat'), { isMoney: true, kind: 'repeat-payment', requirements: ['1.1.4.4.4-i'] }),
    change('repeat-orders.ask-refund', 'service-desk.repeat-orders.handle', '申请退回重缴款项', askGiveBack, asked('repeat'), { isMoney: true, kind: 'repeat-payment' }),
    change('repeat-orders.decide-refund', review, '审批退回重缴款项', decideGiveBack, decided('repeat'), { isMoney: true, kind: 'repeat-payment' }),
    change('abnormal-orders.note', 'service-desk.abnormal-orders.handle', '处理异常订单', writeNote, noted('abnormal'), { isMoney: true, kind: 'abnormal-order', requirements: ['1.1.4.4.5-b', '1.1.4.4.5-c'] }),
    change('abnormal-orders.ask-refund', 'service-desk.abnormal-orders.handle', '申请退回异常款项', askGiveBack, asked('abnormal'), { isMoney: true, kind: 'abnormal-order' }),
    change('abnormal-orders.decide-refund', review, '审批退回异常款项', decideGiveBack, decided('abnormal'), { isMoney: true, kind: 'abnormal-order' }),
    change('differences.note', 'finance.differences.handle', '处理对账差异', writeNote, noted('difference'), { isMoney: true }),
    change('leg-gaps.follow', 'finance.differences.handle', '跟踪四方核对差异', followGap, async (call: OwnCall<FollowGapBody>) => done(await deps.notes.run({ ...stepOf(call, 'leg-gap'), action: 'follow' }))),
    change('reconciliation.run', 'finance.reconciliation.run', '重新对账', startRun, async ({ who, body }: OwnCall<StartRunBody>) => {
      const day = readBusinessDay(body.reconcileDate);
      if (!day.ok) return refused('REFUSED', { message: '对账日期不正确', field: 'reconcileDate' });
      const account = await deps.directory.channelMerchant(body.channelMerchantId);
      if (!account) return refused('NOT_FOUND', { message: '没有这个渠道商户' });
      const started = await deps.startRun.run(account, day.value, who.operator.operatorNo);
      if (started.ok) return { body: { done: true } };
      return refused('REFUSED', { message: started.refusal.code === 'running' ? '对账正在进行' : '这一天还没有收到渠道账单' });
    }, { isMoney: true }),
    change('reconciliation.cancel', 'finance.reconciliation.run', '取消对账', cancelRun, async ({ who, body }: OwnCall<CancelRunBody>) => {
      const cancelled = await deps.cancelRun.run(body.runNo, who.operator.operatorNo);
      return cancelled.ok ? { body: { done: true } } : refused(cancelled.refusal === 'ended' ? 'REFUSED' : 'NOT_FOUND', { message: cancelled.refusal === 'ended' ? '该次对账已经结束' : '没有这个对账批次' });
    }, { isMoney: true }),
  ];
}
