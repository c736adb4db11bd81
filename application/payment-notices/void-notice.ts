import { businessDay } from '../../domain/kernel/china-time.js';
import { findIssued } from './find-issued.js';
import type { NoticeParts } from './notice-parts.js';
import { issuedFields } from './issue-notice.js';
import { wordOf } from './report-words.js';
import type { StepDesk } from './step-desk.js';
import type { TakePaid } from './take-paid.js';
import type { Moved, NoticeMover, SeenNotice } from './work-notice.js';

const givenUp = { action: 'notice.given-up', description: '订单未支付，缴款书待作废' } as const;

/** A notice made for an order that is closed, or was never stored: what there is of it at the province is to be void. */
export class GiveUpNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #patience: NoticeParts['patience'];

  constructor(desk: StepDesk, patience: NoticeParts['patience']) {
    this.#desk = desk;
    this.#patience = patience;
  }

  async move({ record, province }: SeenNotice): Promise<Moved> {
    if (record.payCode !== undefined) return this.#desk.step(record, { to: 'void-pending', ...givenUp });
    // An issue without a clear answer may have made one.
    const found = await findIssued(province, record, this.#patience.workMs);
    const content = '按业务流水号查询缴款书';
    if (found.kind === 'unknown' && found.why === 'unheard-word' && businessDay(this.#desk.now) > record.validUntil) {
      return this.#desk.step(record, { to: 'voided', changes: { lastWord: '省非税系统未明确答复，已到期失效' }, action: 'notice.voided', description: '缴款书未确认已开具，到期失效', said: { subject: 'query', content, ...wordOf(found) } });
    }
    if (found.kind === 'unknown') return this.#desk.tryAgain(record, { subject: 'query', content, ...wordOf(found) }, undefined);
    if (found.kind === 'not-found') {
      return this.#desk.step(record, { to: 'voided', changes: { state: 'void', lastWord: '未开具' }, action: 'notice.voided', description: '缴款书未开具，不再开具', said: { subject: 'query', content, state: 'ok', reply: '缴款书不存在' } });
    }
    return this.#desk.step(record, { to: 'void-pending', changes: issuedFields(found.notice), ...givenUp, said: { subject: 'query', content, state: 'ok', reply: found.notice.payCode } });
  }
}

/** 缴款书作废. Whoever paid it meanwhile is found out first. */
export class VoidNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #patience: NoticeParts['patience'];
  readonly #takePaid: Pick<TakePaid, 'run'>;

  constructor(desk: StepDesk, patience: NoticeParts['patience'], takePaid: Pick<TakePaid, 'run'>) {
    this.#desk = desk;
    this.#patience = patience;
    this.#takePaid = takePaid;
  }

  async move({ record, province }: SeenNotice): Promise<Moved> {
    const { payCode } = record;
    if (payCode === undefined) throw new Error(`the notice ${record.noticeNo} cannot be void: it has no pay code`);
    const content = `作废缴款书 ${payCode}`;
    const voided = { to: 'voided', changes: { state: 'void', lastWord: '已作废' }, action: 'notice.voided', description: '缴款书已作废' } as const;
    if (province.voiding === undefined) return this.#desk.step(record, { ...voided, changes: { lastWord: '省非税系统不提供作废，到期自动失效' } });
    const report = await province.voiding.void(payCode, '订单未支付', 'TONGJIAO', this.#patience.workMs);
    switch (report.kind) {
      case 'voided': case 'not-found': return this.#desk.step(record, { ...voided, said: { subject: 'void', content, state: 'ok', reply: report.kind === 'voided' ? '已作废' : '缴款书不存在' } });
      case 'paid': return this.#whoPaid({ record, province, payCode, content });
      case 'refused': case 'unknown': return this.#desk.tryAgain(record, { subject: 'void', content, ...wordOf(report) }, undefined);
    }
  }

  async #whoPaid({ record, province, payCode, content }: Pick<SeenNotice, 'record' | 'province'> & { readonly payCode: string; readonly content: string }): Promise<Moved> {
    const found = await province.queries.query({ payCode }, this.#patience.workMs);
    const confirmation = found.kind === 'found' ? found.notice.confirmation : undefined;
    if (found.kind === 'found' && confirmation !== undefined) {
      const { serialNo, at: paidAt, confirmCode } = confirmation;
      const taken = await this.#takePaid.run(record.region, { payCode, serialNo, paidAt, confirmCode, amount: found.notice.totalAmount }, 'query');
      // Ours, although nothing was paid here: noted as abnormal by then, and voiding is tried on until people have cleared it up.
      if (taken.kind === 'taken' && serialNo !== record.platformOrderNo) return 'on';
    }
    return this.#desk.tryAgain(record, { subject: 'void', content, state: 'refused', reply: '缴款书已缴款，不能作废' }, undefined);
  }
}
