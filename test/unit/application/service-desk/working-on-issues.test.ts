import { expect } from 'chai';
import { streamedCheck } from '../../../../adapters/outbound/attachments/streamed-check.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { runningSm3 } from '../../../../adapters/outbound/crypto/digests.js';
import { UploadCutOff, type FileScanner } from '../../../../application/ports/attachment-checks.js';
import type { Bytes } from '../../../../application/ports/channel-bills.js';
import type { KeptFiles } from '../../../../application/ports/kept-files.js';
import { ReadAttachment } from '../../../../application/service-desk/read-attachment.js';
import { ReadIssueContact } from '../../../../application/service-desk/read-issue-contact.js';
import { RegisterIssue, type NewIssue } from '../../../../application/service-desk/register-issue.js';
import { ShowIssue } from '../../../../application/service-desk/show-issue.js';
import { TellOfIssue } from '../../../../application/service-desk/tell-of-issue.js';
import { TidyAttachments } from '../../../../application/service-desk/tidy-attachments.js';
import { UploadAttachment } from '../../../../application/service-desk/upload-attachment.js';
import { dayMs, hourMs } from '../../../../domain/kernel/china-time.js';
import { attachmentLimits } from '../../../../domain/service-desk/attachment.js';
import { anOperator } from '../../../builders/operators.js';
import { anOrder, aRefund, no, noon } from '../../../contract/persistence/builders.js';
import { CountingIds, HandClock } from '../../../contract/persistence/fakes.js';
import { faultOf, vault, type Opened } from '../../../contract/persistence/opened.js';
import { aPng } from '../../../support/sample-files.js';
import { RecordingJournal } from '../recording-journal.js';

const acting = (operatorNo: string) => ({ by: { operatorNo }, address: '192.0.2.7', requestId: 'R1' });
async function* once(bytes: Buffer): Bytes { yield bytes; }
async function* cutOff(bytes: Buffer): Bytes { yield bytes; throw new UploadCutOff('gone'); }
async function wholeOf(bytes: Bytes): Promise<Buffer> { const pieces: Uint8Array[] = []; for await (const piece of bytes) pieces.push(piece); return Buffer.concat(pieces); }

describe('issues of customer service', () => {
  let store: Pick<Opened, 'unitOfWork' | 'clock' | 'ids'>;
  let database: MemoryDatabase;
  let files: KeptFiles;
  let journal: RecordingJournal;
  let verdict: Awaited<ReturnType<FileScanner['scan']>>;
  let upload: UploadAttachment;
  const parts = () => ({ unitOfWork: store.unitOfWork, ids: store.ids, clock: store.clock });
  beforeEach(async () => {
    const own = { vault, ids: new CountingIds(), clock: new HandClock(noon) };
    database = new MemoryDatabase();
    const persistence = memoryPersistence(own, database);
    store = { ...own, ...persistence };
    files = persistence.keptFiles(runningSm3);
    journal = new RecordingJournal();
    verdict = 'not-scanned';
    upload = new UploadAttachment({ ...parts(), files, check: streamedCheck, scanner: { scan: () => Promise.resolve(verdict) }, journal, maxAtOnce: 2 });
    await store.unitOfWork.run(async ({ orders, refunds, operators }) => {
      await orders.add(anOrder());
      await refunds.add(aRefund());
      await operators.add(anOperator({ operatorNo: 'O1', name: '林晓宇' }), undefined);
    });
  });

  const file = (changes: object = {}) => { const bytes = aPng(); return { fileName: '扣款截图.png', mediaType: 'image/png', byteSize: bytes.length, bytes: once(bytes), ...changes }; };
  const uploaded = async (by = 'O1'): Promise<string> => { const came = await upload.run(acting(by), file()); if (!came.ok) throw new Error(came.refusal); return came.value.attachmentNo; };
  const registered = (changes: Partial<NewIssue> = {}, by = 'O1') => new RegisterIssue(parts()).run(acting(by), { about: { kind: 'order', platformOrderNo: no(1) }, type: 'payment', description: '张三：扣款了', mobile: undefined, attachmentNos: [], ...changes });
  const issueNo = async (changes: Partial<NewIssue> = {}): Promise<string> => { const came = await registered(changes); if (!came.ok) throw new Error(came.refusal); return came.value.issueNo; };
  const told = (no: string, words: string, kind: 'follow' | 'solve' | 'reopen' = 'follow', attachmentNos: readonly string[] = [], by = 'O1') => new TellOfIssue(parts()).run(acting(by), no, { kind, words, attachmentNos });
  const audited = () => database.tables.audit.all(false).map(({ entry }) => entry);

  it('know the orders that they are about, whichever number was given', async () => {
    const about = async (one: NewIssue['about']) => { const came = await registered({ about: one }); return came.ok ? [came.value.relatedOrderNo, came.value.platformOrderNo, came.value.platformRefundOrderNo, came.value.bizOrderNo] : came.refusal; };
    expect(await about({ kind: 'order', platformOrderNo: no(1) })).to.deep.equal([no(1), no(1), undefined, `B-${no(1)}`]);
    expect(await about({ kind: 'refund', platformRefundOrderNo: no(9001) })).to.deep.equal([no(9001), no(1), no(9001), `B-${no(1)}`]);
    expect(await about({ kind: 'told', relatedOrderNo: no(9001) })).to.deep.equal([no(9001), no(1), no(9001), `B-${no(1)}`]);
    expect(await about({ kind: 'told', relatedOrderNo: 'B-77' })).to.deep.equal(['B-77', undefined, undefined, undefined]);
    expect(await about({ kind: 'told', relatedOrderNo: undefined })).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(await about({ kind: 'order', platformOrderNo: no(2) })).to.equal('no-such-order');
    expect(await about({ kind: 'refund', platformRefundOrderNo: no(1) })).to.equal('no-such-refund');
  });

  it('are followed, solved, reopened and solved again, each step with its name, its time and its files', async () => {
    const one = await issueNo({ attachmentNos: [await uploaded()] });
    store.clock.at = noon + 1;
    await told(one, '已联系银行', 'follow', [await uploaded('O9')], 'O9');
    await told(one, '已补单', 'solve');
    expect(await told(one, '又一次', 'solve')).to.deep.equal({ ok: false, refusal: 'solved-already' });
    await told(one, '仍未到账', 'reopen');
    await told(one, '已到账', 'solve');
    const shown = await new ShowIssue(store.unitOfWork).run(one);
    expect(shown?.issue).to.deep.include({ state: 'solved', solution: '已到账', stepCount: 5, attachmentCount: 2 });
    expect(shown?.registeredByName).to.equal('林晓宇');
    expect(shown?.steps.map(({ kind, words, byName, at, attachments }) => [kind, words, byName, at - noon, attachments.length])).to.deep.equal([
      ['registered', '张三：扣款了', '林晓宇', 0, 1], ['followed', '已联系银行', 'O9', 1, 1], ['solved', '已补单', '林晓宇', 1, 0], ['reopened', '仍未到账', '林晓宇', 1, 0], ['solved', '已到账', '林晓宇', 1, 0],
    ]);
    expect(await new ShowIssue(store.unitOfWork).run(no(1))).to.equal(undefined);
  });

  it('leave who did what in the log, and not what was said, whose file it is or whom to call', async () => {
    const one = await issueNo({ mobile: '+86 138-0013-8000', attachmentNos: [await uploaded()] });
    await told(one, '张三的身份证有误', 'solve');
    expect(await new ReadIssueContact(parts()).run(acting('O2'), one)).to.deep.equal({ ok: true, value: '13800138000' });
    const entries = audited();
    expect(entries.map(({ action, actor }) => [action, actor.code])).to.deep.equal([['issue.attachment-uploaded', 'O1'], ['issue.registered', 'O1'], ['issue.solved', 'O1'], ['issue.contact-read', 'O2']]);
    expect(JSON.stringify(entries)).to.match(/138\*{4}8000/);
    expect(JSON.stringify(entries)).to.not.match(/张三|身份证|截图|13800138000/);
  });

  it('take a number to call back that is one, and give none where there is none', async () => {
    expect(await registered({ mobile: '12345' })).to.deep.equal({ ok: false, refusal: 'mobile-malformed' });
    expect(await new ReadIssueContact(parts()).run(acting('O1'), await issueNo())).to.deep.equal({ ok: false, refusal: 'none-given' });
    expect(await new ReadIssueContact(parts()).run(acting('O1'), no(1))).to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('take only files of whoever attaches them, each once, and change nothing where one is not', async () => {
    const [mine, foreign] = [await uploaded(), await uploaded('O2')];
    const one = await issueNo();
    for (const attachmentNos of [[foreign], [mine, foreign], [no(77)], ['']]) {
      expect(await told(one, 'x', 'follow', attachmentNos)).to.deep.equal({ ok: false, refusal: 'unknown-attachment' });
      expect(await registered({ attachmentNos })).to.deep.equal({ ok: false, refusal: 'unknown-attachment' });
    }
    expect((await new ShowIssue(store.unitOfWork).run(one))?.steps).to.have.length(1);
    expect((await told(one, 'x', 'follow', [mine, mine])).ok).to.equal(true);
    expect(await told(await issueNo(), 'x', 'follow', [mine])).to.deep.equal({ ok: false, refusal: 'unknown-attachment' });
    expect(await told(no(1), 'x')).to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('give a file to readers of its own issue only, and write that down', async () => {
    const [mine, loose] = [await uploaded(), await uploaded()];
    const [one, other] = [await issueNo({ attachmentNos: [mine] }), await issueNo()];
    const reading = new ReadAttachment({ ...parts(), files });
    const found = await reading.run(acting('O2'), one, mine);
    if (!found.ok) throw new Error(found.refusal);
    expect([found.value.fileName, (await wholeOf(found.value.bytes)).equals(aPng())]).to.deep.equal(['扣款截图.png', true]);
    for (const [issue, attachment] of [[other, mine], [one, loose], [no(1), mine], [one, no(1)]] as const) expect(await reading.run(acting('O1'), issue, attachment)).to.deep.equal({ ok: false, refusal: 'unknown' });
    expect(audited().filter(({ action }) => action === 'issue.attachment-read').map(({ actor, objectNo }) => [actor.code, objectNo])).to.deep.equal([['O2', one]]);
  });

  it('keep nothing of a file that was refused, was cut off, or is not as long as was said', async () => {
    const bytes = aPng();
    for (const [changes, refusal] of [
      [{ fileName: 'x.svg' }, 'kind-not-allowed'], [{ mediaType: 'text/html' }, 'kind-not-allowed'], [{ byteSize: 0 }, 'empty'], [{ byteSize: attachmentLimits.bytes + 1 }, 'too-large'],
      [{ bytes: once(Buffer.from('no picture')), byteSize: 10 }, 'not-of-kind'], [{ bytes: cutOff(bytes) }, 'cut-off'], [{ byteSize: bytes.length + 1 }, 'cut-off'], [{ byteSize: bytes.length - 1 }, 'cut-off'],
    ] as const) expect(await upload.run(acting('O1'), file(changes)), JSON.stringify(changes)).to.deep.equal({ ok: false, refusal });
    expect(await store.unitOfWork.read(({ issues }) => issues.looseBefore(noon + dayMs))).to.deep.equal([]);
    expect(audited().map(({ action }) => action)).to.deep.equal(['issue.attachment-refused']);
  });

  it('keep nothing of a file that a scanner refuses, and call somebody', async () => {
    verdict = 'infected';
    expect(await upload.run(acting('O1'), file())).to.deep.equal({ ok: false, refusal: 'infected' });
    expect(journal.events.map(({ level, event }) => [level, event])).to.deep.equal([['alarm', 'attachment-infected']]);
    expect(await store.unitOfWork.read(({ issues }) => issues.looseBefore(noon + dayMs))).to.deep.equal([]);
    const [refused] = audited();
    expect(refused?.after).to.deep.include({ why: 'infected' });
    verdict = 'clean';
    const kept = await upload.run(acting('O1'), file());
    expect(kept.ok && kept.value.scan).to.equal('clean');
  });

  it('take so many files at once and within an hour, and no more', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    async function* held(): Bytes { await gate; yield aPng(); }
    const waiting = [upload.run(acting('O1'), file({ bytes: held() })), upload.run(acting('O1'), file({ bytes: held() }))];
    expect(await upload.run(acting('O2'), file())).to.deep.equal({ ok: false, refusal: 'busy' });
    open();
    expect((await Promise.all(waiting)).map(({ ok }) => ok)).to.deep.equal([true, true]);
    for (let n = 2; n < attachmentLimits.filesAnHour; n += 1) await uploaded();
    expect(await upload.run(acting('O1'), file())).to.deep.equal({ ok: false, refusal: 'too-many-uploads' });
    await uploaded('O2');
    store.clock.at += hourMs;
    await uploaded();
  });

  it('lose files that nobody attached after a day, also those whose process ended, and no others', async () => {
    const [kept, loose] = [await uploaded(), await uploaded()];
    const one = await issueNo({ attachmentNos: [kept] });
    const broken = new UploadAttachment({ ...parts(), files, check: streamedCheck, scanner: { scan: () => Promise.reject(new Error('the scanner is away')) }, journal, maxAtOnce: 2 });
    expect((await faultOf(broken.run(acting('O1'), file()))).message).to.equal('the scanner is away');
    const tidy = new TidyAttachments({ ...parts(), files });
    store.clock.at = noon + dayMs;
    expect(await tidy.run()).to.equal(0);
    store.clock.at = noon + dayMs + 1;
    expect(await told(one, 'x', 'follow', [loose])).to.deep.equal({ ok: false, refusal: 'unknown-attachment' });
    expect([await tidy.run(), await tidy.run()]).to.deep.equal([2, 0]);
    expect([(await faultOf(wholeOf(files.read(loose)))).name, (await wholeOf(files.read(kept))).equals(aPng())]).to.deep.equal(['FileGone', true]);
  });
});
