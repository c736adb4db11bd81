import { expect } from 'chai';
import { IssueForBusiness, type NoticeToIssue } from '../../../../application/payment-notices/issue-for-business.js';
import { PushForBusiness, type NoticeToPush } from '../../../../application/payment-notices/push-for-business.js';
import { ShowNotice } from '../../../../application/payment-notices/show-notice.js';
import { fen } from '../../../../domain/kernel/money.js';
import { aPayee } from '../../../builders/directory.js';
import { FakeVault } from '../../../contract/persistence/fakes.js';
import { lost, no } from '../fake-province.js';
import { only, type Town } from '../town.js';
import { noticesOf, noticeTown, payer, place, slipFor, unit } from './notice-town.js';

const elsewhere = '35040026990000000001';
const items = [{ itemCode: 'D350400001', itemName: '登记费', quantity: 2, price: fen(6_000), amount: fen(12_000) }];
const operator = { operator: 'admin', address: undefined };

async function desk() {
  const { town, province } = await noticeTown();
  const parts = { ...town.noticeParts, vault: new FakeVault() };
  const common = { developer: town.developer, merchantNo: aPayee().merchantNo, payer: { ...payer, kind: 'person' as const }, items };
  const [push, issue, show] = [new PushForBusiness(parts), new IssueForBusiness(parts), new ShowNotice(parts)];
  const pushed: NoticeToPush = { ...common, bizNoticeNo: 'P1', payCode: elsewhere, checkCode: undefined, totalAmount: fen(12_000), lateFee: fen(0), fillDay: '20260508', validUntil: '20260607' };
  const asked: NoticeToIssue = { ...common, bizNoticeNo: 'N1', validUntil: undefined };
  return {
    town, province, push: async (changes: Partial<NoticeToPush> = {}) => wordOf(await push.run({ ...pushed, ...changes })), issue: async (changes: Partial<NoticeToIssue> = {}) => wordOf(await issue.run({ ...asked, ...changes })),
    show: (payCode: string) => show.run(town.developer, { merchantNo: common.merchantNo, bizOrderNo: undefined, platformOrderNo: undefined, payCode, bizNoticeNo: undefined }),
  };
}
const wordOf = (result: Awaited<ReturnType<PushForBusiness['run']>>): string => (result.ok ? 'taken' : 'words' in result.refusal ? result.refusal.words : result.refusal.code);
const stored = (town: Town): readonly string[] => noticesOf(town).map(({ bizNoticeNo, step }) => `${bizNoticeNo} ${step}`);
const strange = { code: '350400999', name: '别的单位' };

describe('a business system that pushes a notice', () => {
  it('has it taken in when the province does not know it, or knows the very same', async () => {
    const { town, province, push } = await desk();
    expect(await push()).to.equal('taken');
    expect(await push({ bizNoticeNo: 'P2', payCode: slipFor(province).payCode })).to.equal('taken');
    expect(stored(town)).to.deep.equal(['P1 to-push', 'P2 to-push']);
  });

  it('cannot claim the number of another unit, or of another amount', async () => {
    for (const [change, words] of [[{ unit: strange }, /其他执收单位/], [{ totalAmount: fen(12_100), lateFee: fen(100) }, /金额与省非税系统不符/], [{ items: [] }, /金额与省非税系统不符/]] as const) {
      const { town, province, push } = await desk();
      expect(await push({ payCode: slipFor(province, change).payCode })).to.match(words);
      expect(stored(town)).to.deep.equal([]);
    }
  });

  it('has nothing stored while the province does not answer', async () => {
    const { town, province, push } = await desk();
    province.trouble('query', lost);
    expect([await push(), stored(town)]).to.deep.equal(['notice-unknown', []]);
    expect(await push()).to.equal('taken');
  });

  it('is refused a number outside the region\'s form or inside our own range, and the province is not asked', async () => {
    const { town, province, push } = await desk();
    province.isPayCodeFromElsewhere = () => false;
    expect(await push()).to.match(/编码规则/);
    expect([stored(town), province.calls]).to.deep.equal([[], []]);
  });

  it('does not keep the number from others once the province refused it, and cannot take it back from them', async () => {
    const { town, province, push } = await desk();
    province.trouble('push', no);
    await push();
    expect(await push({ bizNoticeNo: 'P2' })).to.match(/已在平台登记/);
    await town.work();
    expect(stored(town)).to.deep.equal(['P1 refused']);
    expect(await push({ bizNoticeNo: 'P2' })).to.equal('taken');
    const [first] = noticesOf(town);
    expect(await town.operateNotice.confirmAgain(first?.noticeNo ?? '', operator)).to.deep.equal({ ok: false, refusal: 'nothing-to-do' });
    expect(await town.operateNotice.void(first?.noticeNo ?? '', operator)).to.deep.equal({ ok: false, refusal: 'nothing-to-do' });
    expect(stored(town)).to.deep.equal(['P1 refused', 'P2 to-push']);
  });

  it('does not read through its number what the province holds for another unit', async () => {
    const { town, province, push, show } = await desk();
    await push();
    await town.work();
    expect((await show(elsewhere)).ok).to.equal(true);
    province.change(elsewhere, { unit: strange });
    expect(await show(elsewhere)).to.deep.equal({ ok: false, refusal: 'not-found' });
    expect(only(noticesOf(town)).step).to.equal('open');
  });
});

describe('a business system that has a notice issued', () => {
  it('twice at the same moment makes one call of the province, and whoever loses may repeat', async () => {
    const { town, province, issue } = await desk();
    expect((await Promise.all([issue(), issue()])).toSorted()).to.deep.equal(['notice-unknown', 'taken']);
    expect([province.countOf('issue'), stored(town), await issue()]).to.deep.equal([1, ['N1 open'], 'taken']);
  });

  it('while an earlier call is still on its way makes none of its own', async () => {
    const { province, issue } = await desk();
    const held = hold(province.issuing, 'issue');
    const first = issue();
    await settled();
    expect([await issue(), province.countOf('issue'), held.waiting()]).to.deep.equal(['notice-unknown', 0, 1]);
    held.release();
    expect([await first, province.countOf('issue')]).to.deep.equal(['taken', 1]);
  });

  it('faster than its pace has nothing kept and nobody asked; a repeat of what is there costs nothing', async () => {
    const { town, province, issue } = await desk();
    town.allowed = 1;
    expect([await issue(), await issue({ bizNoticeNo: 'N2' }), await issue()]).to.deep.equal(['taken', 'too-many-notices', 'taken']);
    expect([stored(town), province.countOf('issue')]).to.deep.equal([['N1 open'], 1]);
    town.allowed = 1;
    expect(await issue({ bizNoticeNo: 'N2' })).to.equal('taken');
  });

  it('cannot call the province for one notice again and again either', async () => {
    const { town, province, issue } = await desk();
    province.trouble('issue', lost, 'before', 9);
    town.allowed = 2;
    expect([await issue(), await issue(), await issue(), stored(town)]).to.deep.equal(['notice-unknown', 'notice-unknown', 'too-many-notices', ['N1 to-issue']]);
  });
});

describe('the places at the provinces', () => {
  it('let four jobs of a process through, statements included, and the others wait their turn', async () => {
    const { town, province } = await desk();
    for (const one of [1, 2, 3, 4]) await place(town, {}, { bizOrderNo: `B${one}` });
    const held = hold(province.issuing, 'issue');
    const jobs = noticesOf(town).slice(0, 3).map(({ noticeNo }) => town.notices.work.run(noticeNo));
    const fetching = hold(province.statements, 'fetch');
    jobs.push(town.fetchStatement.run('350400:20260507'));
    await settled();
    expect([held.waiting(), fetching.waiting()]).to.deep.equal([3, 1]);
    const later = { kind: 'again', dueAt: town.clock.now() + 3_000 };
    expect(await town.notices.work.run(noticesOf(town)[3]?.noticeNo ?? '')).to.deep.equal(later);
    expect(await town.fetchStatement.run('350400:20260506')).to.deep.equal(later);
    held.release();
    fetching.release();
    await Promise.all(jobs);
    expect(await town.notices.work.run(noticesOf(town)[3]?.noticeNo ?? '')).to.deep.equal({ kind: 'done' });
  });

  it('let four questions of business systems through, and the fifth is told at once to repeat', async () => {
    const { town, province, show, push } = await desk();
    const codes = [1, 2, 3, 4, 5].map(() => slipFor(province, { unit }).payCode);
    const held = hold(province.queries, 'query');
    const four = codes.slice(0, 4).map((payCode) => show(payCode));
    await settled();
    const [code = ''] = codes.slice(4);
    expect(await show(code)).to.deep.equal({ ok: false, refusal: 'not-known' });
    expect(await push()).to.equal('notice-unknown');
    const placed = await place(town, { payCode: code });
    expect([!placed.ok && placed.refusal.code, held.waiting(), noticesOf(town), town.database.tables.noticeLog.all(false)]).to.deep.equal(['notice-unknown', 4, [], []]);
    held.release();
    expect((await Promise.all(four)).map(({ ok }) => ok)).to.deep.equal([true, true, true, true]);
    expect((await show(code)).ok).to.equal(true);
  });

  it('are not for a developer that tries codes out, which are not asked of the province any more', async () => {
    const { town, province, show, push } = await desk();
    const { payCode } = slipFor(province);
    await push();
    await town.work();
    province.calls.length = 0;
    town.allowed = 1;
    expect([(await show(payCode)).ok, await show(payCode), await push({ bizNoticeNo: 'P2', payCode })]).to.deep.equal([true, { ok: false, refusal: 'not-known' }, 'notice-unknown']);
    expect([(await show(elsewhere)).ok, province.countOf('query')]).to.deep.equal([true, 2]);
  });
});

const settled = (): Promise<void> => new Promise((done) => { setTimeout(done, 20); });

/** Calls hang until they are released. */
function hold<Name extends string>(on: Record<Name, (...given: never[]) => Promise<unknown>>, name: Name): { waiting: () => number; release: () => void } {
  const real = on[name];
  let [waiting, release] = [0, (): void => undefined];
  const gate = new Promise<void>((done) => { release = done; });
  on[name] = async (...given) => {
    waiting++;
    await gate;
    return real(...given);
  };
  return { waiting: () => waiting, release: () => { release(); } };
}
