import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { allowanceTable, attachmentTable, IssueSeal, issueStepTable, issueTable } from '../../../adapters/outbound/persistence/sql/issue-columns.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { forgettingTable } from '../../../adapters/outbound/persistence/sql/forgetting-repository.js';
import { blankRound } from '../../../domain/keeping/forgetting.js';
import { anAttachment, anIssue, anIssueStep } from '../../builders/issues.js';
import { no, noon } from './builders.js';
import { vault } from './opened.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const allowance = { operatorNo: 'O1', hourBegan: noon, files: 1, bytes: 1000, version: 1 };
const seal = new IssueSeal(vault);

/** One row of each table of issues. */
export const issueRows = (): Readonly<Record<string, StoredRow>> => ({
  desk_issue: issueTable.encode(seal.row(anIssue({ solvedAt: noon - 1 }), '13800138000')), issue_step: issueStepTable.encode(seal.stepRow(anIssueStep())), issue_attachment: attachmentTable.encode(anAttachment()),
  upload_allowance: allowanceTable.encode(allowance), forgetting_round: forgettingTable.encode({ ...blankRound('texts'), version: 1 }),
});

/** Where nothing is there yet. */
export const issuesOnNothing: Works = {
  'issues.add': ({ unitOfWork }) => unitOfWork.run(async ({ issues }) => {
    await issues.add(anIssue(), '13800138000');
    await issues.addStep(anIssueStep());
    await issues.addAttachment(anAttachment());
    await issues.putAllowance({ ...allowance, version: 0 });
  }),
  'forgetting.put the first': ({ unitOfWork }) => unitOfWork.run(async ({ forgetting }) => { await forgetting.put(await forgetting.take('texts')); }),
};

/** Every question, and every change of a row that is there. */
export const issuesOnRows: Works = {
  'issues': ({ unitOfWork }) => unitOfWork.read(async ({ issues }) => [
    await issues.byNo(no(8801)), await issues.mobileOf(no(8801)), await issues.stepsOf(no(8801)), await issues.attachmentsOf(no(8801)), await issues.attachment(no(8901)), await issues.looseBefore(noon + 1), await issues.solvedBefore(noon),
  ]),
  'issues.put': ({ unitOfWork }) => unitOfWork.run(async ({ issues }) => {
    await issues.take(no(8801));
    await issues.put(anIssue());
    await issues.putAttachment(anAttachment());
    await issues.putAllowance(await issues.takeAllowance('O1'));
  }),
  'issues.forget': ({ unitOfWork }) => unitOfWork.run(({ issues }) => issues.forget(no(8801), noon, noon)),
  'forgetting.put': ({ unitOfWork }) => unitOfWork.run(async ({ forgetting }) => {
    await forgetting.put({ ...await forgetting.take('texts'), owner: 'w1', until: noon, forgotten: { messages: 1 } });
  }),
  'issues.removeAttachment': ({ unitOfWork }) => unitOfWork.run(async ({ issues }) => issues.removeAttachment(await issues.attachment(no(8901)) ?? anAttachment())),
  'keptFiles.discardAttachment': (store) => store.keptFiles(runningSm3).discardAttachment(no(8901)),
};
