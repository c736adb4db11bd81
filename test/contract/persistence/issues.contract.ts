import { expect } from 'chai';
import { maxForgottenIssues, maxLooseFiles, type IssueReader, type IssueStore } from '../../../application/ports/issue-books.js';
import { forgottenWords, issueStepKinds, issueTypes } from '../../../domain/service-desk/issue.js';
import { anAttachment, anIssue, anIssueStep } from '../../builders/issues.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** Issues with their timelines and files (issue-books port). */
export function issuesContract(adapter: string, open: Open): void {
  describe(`issues on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const change = <T>(work: (issues: IssueStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ issues }) => work(issues));
    const read = <T>(work: (issues: IssueReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ issues }) => work(issues));

    it('keeps an issue with every field, and the number to call back beside it', async () => {
      const longest = anIssue({
        issueNo: no(8802), relatedOrderNo: 'x'.repeat(128), bizOrderNo: 'y'.repeat(128), platformRefundOrderNo: no(9001), description: '𠮷'.repeat(1000), state: 'solved', solution: `第一行\n${'解'.repeat(995)}`,
        solvedBy: 'O'.repeat(32), solvedAt: noon + 9, stepCount: 500, attachmentCount: 30, attachmentBytes: 100 * 1024 * 1024,
      });
      const barest = anIssue({ issueNo: no(8803), relatedOrderNo: undefined, platformOrderNo: undefined, bizOrderNo: undefined, maskedMobile: undefined });
      const ofTypes = issueTypes.map((type, index) => anIssue({ issueNo: no(8810 + index), type }));
      for (const one of [anIssue(), longest, barest, ...ofTypes]) await change((issues) => issues.add(one, one === barest ? undefined : '13800138000'));
      for (const one of [anIssue(), longest, barest, ...ofTypes]) expect(await read((issues) => issues.byNo(one.issueNo))).to.deep.equal(one);
      expect(await read(async (issues) => [await issues.mobileOf(no(8802)), await issues.mobileOf(no(8803)), await issues.mobileOf(no(1))])).to.deep.equal(['13800138000', undefined, undefined]);
      expect(await change((issues) => issues.take(no(8802)))).to.deep.equal(longest);
      for (const unknown of ['', no(99), '问题', "' or '1'='1"]) expect(await read((issues) => issues.byNo(unknown))).to.equal(undefined);
      await faultOf(change((issues) => issues.add(anIssue(), undefined)));
    });

    it('changes how an issue stands, not what was registered, and not what somebody changed first', async () => {
      await change((issues) => issues.add(anIssue(), '13800138000'));
      const solved = anIssue({ state: 'solved', solution: '已补单', solvedBy: 'O2', solvedAt: noon + 5, stepCount: 2 });
      await change((issues) => issues.put({ ...solved, type: 'other', relatedOrderNo: 'else', platformOrderNo: undefined, bizOrderNo: undefined, description: '别的', maskedMobile: undefined, registeredBy: 'O9', registeredAt: 1 }));
      expect(await read((issues) => issues.byNo(no(8801)))).to.deep.equal({ ...solved, version: 2 });
      expect(await read((issues) => issues.mobileOf(no(8801)))).to.equal('13800138000');
      expect((await faultOf(change((issues) => issues.put(solved)))).name).to.equal('ConcurrentChange');
      await change(async (issues) => { const taken = await issues.take(no(8801)); if (taken) await issues.put({ ...taken, state: 'open', solution: undefined, solvedBy: undefined, solvedAt: undefined }); });
      expect(await read((issues) => issues.byNo(no(8801)))).to.deep.include({ state: 'open', solution: undefined, solvedAt: undefined });
    });

    it('lets those who take an issue at once go one after the other', async () => {
      await change((issues) => issues.add(anIssue(), undefined));
      await Promise.all(Array.from({ length: 8 }, () => change(async (issues) => {
        const taken = await issues.take(no(8801));
        if (taken === undefined) throw new Error('it is there');
        await issues.put({ ...taken, stepCount: taken.stepCount + 1 });
        await issues.addStep(anIssueStep({ stepNo: taken.stepCount + 1, kind: 'followed' }));
      })));
      expect((await read((issues) => issues.byNo(no(8801))))?.stepCount).to.equal(9);
      expect((await read((issues) => issues.stepsOf(no(8801)))).map(({ stepNo }) => stepNo)).to.deep.equal([2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('gives the steps of one issue in their order, also those without words', async () => {
      const steps = issueStepKinds.map((kind, index) => anIssueStep({ stepNo: index + 1, kind, words: kind === 'attached' ? '' : `第 ${index + 1} 步`, at: noon - index }));
      await change(async (issues) => {
        for (const step of [...steps].reverse()) await issues.addStep(step);
        await issues.addStep(anIssueStep({ issueNo: no(8802), stepNo: 12 }));
      });
      expect(await read((issues) => issues.stepsOf(no(8801)))).to.deep.equal(steps);
      expect(await read((issues) => issues.stepsOf(no(1)))).to.deep.equal([]);
      await faultOf(change((issues) => issues.addStep(anIssueStep())));
    });

    it('keeps a file from its first byte on, and where it belongs', async () => {
      const coming = anAttachment({ state: 'coming', digest: undefined, scan: undefined, fileName: `${'截'.repeat(96)}.png` });
      await change((issues) => issues.addAttachment(coming));
      expect(await read((issues) => issues.attachment(no(8901)))).to.deep.equal(coming);
      const attached = { ...coming, state: 'attached' as const, digest: 'b'.repeat(64), scan: 'clean' as const, issueNo: no(8801), stepNo: 3 };
      await change((issues) => issues.putAttachment({ ...attached, fileName: 'x', kind: 'pdf', byteSize: 1, uploadedBy: 'O9', uploadedAt: 1 }));
      expect(await read((issues) => issues.attachment(no(8901)))).to.deep.equal({ ...attached, version: 2 });
      expect((await faultOf(change((issues) => issues.putAttachment(attached)))).name).to.equal('ConcurrentChange');
      await change(async (issues) => {
        await issues.addAttachment(anAttachment({ attachmentNo: no(8900), state: 'attached', issueNo: no(8801), stepNo: 3 }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(8999), state: 'attached', issueNo: no(8801), stepNo: 1 }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(8950), state: 'attached', issueNo: no(8802), stepNo: 1 }));
      });
      expect((await read((issues) => issues.attachmentsOf(no(8801)))).map(({ attachmentNo }) => attachmentNo)).to.deep.equal([no(8999), no(8900), no(8901)]);
    });

    it('finds what belongs to nothing, the oldest first, and removes only what is as it was read', async () => {
      await change(async (issues) => {
        await issues.addAttachment(anAttachment({ attachmentNo: no(3), uploadedAt: noon + 2 }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(2), uploadedAt: noon + 1, state: 'coming', digest: undefined, scan: undefined }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(1), uploadedAt: noon + 1, state: 'dropped' }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(4), uploadedAt: noon, state: 'attached', issueNo: no(8801), stepNo: 1 }));
        await issues.addAttachment(anAttachment({ attachmentNo: no(5), uploadedAt: noon + 9 }));
      });
      expect((await read((issues) => issues.looseBefore(noon + 9))).map(({ attachmentNo }) => attachmentNo)).to.deep.equal([no(1), no(2), no(3)]);
      expect(maxLooseFiles).to.be.above(3);
      expect((await faultOf(change((issues) => issues.removeAttachment(anAttachment({ attachmentNo: no(3), version: 2 }))))).name).to.equal('ConcurrentChange');
      await change((issues) => issues.removeAttachment(anAttachment({ attachmentNo: no(3) })));
      expect(await read((issues) => issues.attachment(no(3)))).to.equal(undefined);
    });

    it('counts what one operator uploads, also where several begin at once', async () => {
      await Promise.all(Array.from({ length: 4 }, () => change(async (issues) => {
        const allowance = await issues.takeAllowance('O1');
        await issues.putAllowance({ ...allowance, hourBegan: noon, files: allowance.files + 1, bytes: allowance.bytes + 10 });
      })));
      expect(await change((issues) => issues.takeAllowance('O1'))).to.deep.equal({ operatorNo: 'O1', hourBegan: noon, files: 4, bytes: 40, version: 4 });
      expect(await change((issues) => issues.takeAllowance('O2'))).to.deep.equal({ operatorNo: 'O2', hourBegan: 0, files: 0, bytes: 0, version: 0 });
    });

    it('finds what was solved long ago, the oldest first, and forgets what was said about it', async () => {
      const solved = (n: number, solvedAt: number) => anIssue({ issueNo: no(n), state: 'solved', solution: '已补单', solvedBy: 'O2', solvedAt, stepCount: 2, attachmentCount: 1, attachmentBytes: 1000 });
      await change(async (issues) => {
        for (const one of [solved(1, noon + 2), solved(2, noon + 1), solved(3, noon + 9), anIssue({ issueNo: no(4) })]) await issues.add(one, '13800138000');
        for (const n of [1, 2]) for (const stepNo of [1, 2]) await issues.addStep(anIssueStep({ issueNo: no(n), stepNo }));
      });
      expect(await read((issues) => issues.solvedBefore(noon + 9))).to.deep.equal([no(2), no(1)]);
      const bare = { ...solved(2, noon + 1), description: forgottenWords, solution: undefined, maskedMobile: undefined, forgottenAt: noon + 99 };
      const forget = (n: number, before = noon + 9) => change((issues) => issues.forget(no(n), before, noon + 99));
      expect([await forget(2, noon + 1), await forget(2), await forget(2), await forget(3), await forget(4), await forget(99)]).to.deep.equal([false, true, false, false, false, false]);
      expect(await read((issues) => issues.byNo(no(2)))).to.deep.equal({ ...bare, version: 2 });
      expect(await read((issues) => issues.mobileOf(no(2)))).to.equal(undefined);
      expect((await read((issues) => issues.stepsOf(no(2)))).map(({ words, kind }) => [words, kind])).to.deep.equal([['', 'registered'], ['', 'registered']]);
      expect((await read((issues) => issues.stepsOf(no(1)))).map(({ words }) => words)).to.deep.equal([anIssueStep().words, anIssueStep().words]);
      expect(await read((issues) => issues.solvedBefore(noon + 9))).to.deep.equal([no(1)]);
      expect((await faultOf(change((issues) => issues.put(solved(2, noon + 1))))).name).to.equal('ConcurrentChange');
      // A change of how it stands leaves it forgotten.
      await change((issues) => issues.put({ ...solved(2, noon + 1), version: 2 }));
      expect(await read((issues) => issues.byNo(no(2)))).to.deep.include({ description: forgottenWords, forgottenAt: noon + 99 });
    });

    it('gives of what was solved long ago no more than one page', async () => {
      await change(async (issues) => { for (let n = 0; n <= maxForgottenIssues; n++) await issues.add(anIssue({ issueNo: no(n), state: 'solved', solvedBy: 'O2', solvedAt: noon + n }), undefined); });
      expect(await read((issues) => issues.solvedBefore(noon + 1000))).to.have.length(maxForgottenIssues);
    });
  });
}
