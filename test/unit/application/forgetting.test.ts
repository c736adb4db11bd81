import { expect } from 'chai';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { ForgetOld } from '../../../application/keeping/forget-old.js';
import { maxForgottenTexts } from '../../../application/ports/text-books.js';
import { ReadAttachment } from '../../../application/service-desk/read-attachment.js';
import { TellOfIssue } from '../../../application/service-desk/tell-of-issue.js';
import { TidyAttachments } from '../../../application/service-desk/tidy-attachments.js';
import { minKeepDays } from '../../../domain/keeping/forgetting.js';
import { dayMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { anAttachment, anIssue, anIssueStep } from '../../builders/issues.js';
import { no, noon } from '../../contract/persistence/builders.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';
import { aStoredText, aTextBlock, anInboundText } from '../../contract/persistence/text-builders.js';

const phone = '13800138000';
async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> { yield bytes; }

function house(keepDays = { texts: 365, issues: 1_095 }) {
  const database = new MemoryDatabase();
  const parts = { vault: new FakeVault(), ids: new CountingIds(), clock: new HandClock(noon) };
  const persistence = memoryPersistence(parts, database);
  const forget = new ForgetOld({ ...parts, unitOfWork: persistence.unitOfWork, keepDays });
  return {
    ...parts, ...persistence, forget, files: persistence.keptFiles(runningSm3), tables: database.tables,
    audited: () => database.tables.audit.all(false).map(({ entry }) => [entry.action, entry.actor.code, entry.after]),
    texts: (from: number, to: number, endedAt: number) => persistence.unitOfWork.run(async ({ texts }) => {
      for (let n = from; n <= to; n++) await texts.add(aStoredText({ messageId: no(n), bizKey: `K${n}`, state: 'delivered', endedAt }), phone);
    }),
  };
}

describe('forgetting what was kept for its time', () => {
  it('goes page by page, and writes one entry for all of them with the last one', async () => {
    const { forget, texts, audited, tables, clock } = house();
    await texts(1, maxForgottenTexts + 5, noon - 366 * dayMs);
    await texts(500, 501, noon - 364 * dayMs);
    expect(await forget.page('w1', 'texts')).to.deep.equal({ kind: 'page', forgotten: maxForgottenTexts, isLast: false });
    expect(audited()).to.deep.equal([]);
    expect(await forget.page('w1', 'texts')).to.deep.equal({ kind: 'page', forgotten: 5, isLast: true });
    expect(audited()).to.deep.equal([['forgetting.texts', 'forgetting', { messages: '105', inbound: '0', codes: '0', before: '2025-05-08 12:00:00' }]]);
    expect(tables.texts.all(false).filter((row) => row.phone === phone).map(({ messageId }) => messageId)).to.deep.equal([no(500), no(501)]);
    clock.at += dayMs;
    expect(await forget.page('w2', 'texts')).to.deep.equal({ kind: 'page', forgotten: 0, isLast: true });
    expect(audited(), 'a night in which nothing is due').to.have.length(1);
  });

  it('is done by one process at a time, and what one that ended has done is counted by the next', async () => {
    const { forget, texts, audited, clock } = house();
    await texts(1, maxForgottenTexts + 5, noon - 366 * dayMs);
    await forget.page('w1', 'texts');
    expect(await forget.page('w2', 'texts')).to.deep.equal({ kind: 'not-our-turn' });
    expect(await forget.page('w2', 'issues'), 'the other kind').to.deep.equal({ kind: 'page', forgotten: 0, isLast: true });
    clock.at += 5 * minuteMs;
    expect(await forget.page('w2', 'texts')).to.deep.equal({ kind: 'page', forgotten: 5, isLast: true });
    expect(audited().map(([, , after]) => after)).to.deep.equal([{ messages: '105', inbound: '0', codes: '0', before: '2025-05-08 12:05:00' }]);
  });

  it('goes on at once where a process gave its turn back in the middle', async () => {
    const { forget, texts } = house();
    await texts(1, maxForgottenTexts + 5, noon - 366 * dayMs);
    await forget.page('w1', 'texts');
    await forget.endTurn('w2');
    expect(await forget.page('w2', 'texts')).to.deep.equal({ kind: 'not-our-turn' });
    await forget.endTurn('w1');
    expect(await forget.page('w2', 'texts')).to.deep.equal({ kind: 'page', forgotten: 5, isLast: true });
  });

  it('forgets nothing sooner than the least time, whatever it was told', async () => {
    const { forget, texts } = house({ texts: 1, issues: 1 });
    await texts(1, 1, noon - (minKeepDays - 1) * dayMs);
    expect(await forget.page('w1', 'texts')).to.deep.equal({ kind: 'page', forgotten: 0, isLast: true });
  });

  it('takes texts from phones with it and leaves who opted out', async () => {
    const { forget, unitOfWork, tables } = house();
    const long = noon - 366 * dayMs;
    await unitOfWork.run(async (stores) => {
      await stores.texts.addInbound(anInboundText({ receivedAt: long, content: 'TD' }), phone, 'said');
      await stores.texts.addBlock(phone, aTextBlock({ changedAt: long }));
    });
    expect(await forget.page('w1', 'texts')).to.deep.equal({ kind: 'page', forgotten: 1, isLast: true });
    expect([tables.inboundTexts.all(false), (await unitOfWork.read((readers) => readers.texts.block(phone)))?.isBlocked]).to.deep.equal([[], true]);
  });

  it('takes from an issue that was solved long ago what was said, whom to call and its files, and nothing is done to it any more', async () => {
    const { forget, unitOfWork, files, clock, ids, audited, tables } = house();
    const long = noon - 1_096 * dayMs;
    await files.keep({ fileNo: no(8901), purpose: 'attachment', fileName: '张三身份证.png' }, once(Buffer.from('bytes')));
    const solved = { state: 'solved', solution: '已补单给张三', solvedBy: 'O2', stepCount: 2, attachmentCount: 1 } as const;
    await unitOfWork.run(async ({ issues }) => {
      await issues.add(anIssue({ ...solved, solvedAt: long, registeredAt: long }), phone);
      await issues.addStep(anIssueStep({ at: long }));
      await issues.addAttachment(anAttachment({ fileName: '张三身份证.png', state: 'attached', issueNo: no(8801), stepNo: 1, uploadedAt: long }));
      await issues.add(anIssue({ ...solved, issueNo: no(8802), solvedAt: noon - 1_094 * dayMs }), phone);
      await issues.add(anIssue({ issueNo: no(8803), registeredAt: long }), phone);
    });
    expect(await forget.page('w1', 'issues')).to.deep.equal({ kind: 'page', forgotten: 2, isLast: true });
    expect(audited()).to.deep.equal([['forgetting.issues', 'forgetting', { issues: '1', files: '1', before: '2023-05-09 12:00:00' }]]);
    const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.7', requestId: 'R1' };
    const tell = new TellOfIssue({ unitOfWork, ids, clock });
    for (const kind of ['follow', 'reopen'] as const) expect(await tell.run(acting, no(8801), { kind, words: '还没有到账', attachmentNos: [] }), kind).to.deep.equal({ ok: false, refusal: 'forgotten' });
    expect((await tell.run(acting, no(8802), { kind: 'reopen', words: '还没有到账', attachmentNos: [] })).ok).to.equal(true);
    expect((await new ReadAttachment({ unitOfWork, ids, clock, files }).run(acting, no(8801), no(8901))).ok, 'at once').to.equal(false);
    expect(await new TidyAttachments({ unitOfWork, files, clock }).run()).to.equal(1);
    expect([tables.attachments.all(false), (await files.find(no(8901)))?.fileName]).to.deep.equal([[], '']);
    const left = JSON.stringify([tables.issues.get(no(8801), false), tables.issueSteps.group('issue', no(8801), false)]);
    expect(left).to.not.match(/张三|13800138000|138\*/);
    expect(tables.issues.all(false).filter(({ mobile }) => mobile === phone).map(({ issueNo }) => issueNo)).to.deep.equal([no(8802), no(8803)]);
  });
});
