import { ContainerModule } from 'inversify';
import { AskForBusiness } from '../../application/payment-notices/ask-for-business.js';
import { defaultProvincePatience, newWorkPlaces } from '../../application/payment-notices/notice-parts.js';
import { StatementRounds } from '../../adapters/inbound/jobs/statement-rounds.js';
import { CompareStatement } from '../../application/payment-notices/compare-statement.js';
import { EditNontaxRegion } from '../../application/payment-notices/edit-region.js';
import { FetchNoticeStatement, PlanNoticeStatements } from '../../application/payment-notices/fetch-notice-statement.js';
import { IssueForBusiness } from '../../application/payment-notices/issue-for-business.js';
import { noticeWork } from '../../application/payment-notices/notice-work.js';
import { OperateNotice } from '../../application/payment-notices/operate-notice.js';
import { PushForBusiness } from '../../application/payment-notices/push-for-business.js';
import { ReceivePaidMessage } from '../../application/payment-notices/receive-paid-message.js';
import { ShowNotice } from '../../application/payment-notices/show-notice.js';
import { publicBaseUrl, type Config } from '../config.js';
import { tokens as t } from '../tokens.js';

/** Where the provinces' messages arrive; the route is in adapters/inbound/http/public-app. */
export const paidNoticePath = '/openapi/nontax/paid-notice';
export const paidNoticeUrl = (config: Config): string => `${publicBaseUrl(config)}${paidNoticePath}`;

/** Use cases of payment notices (缴款书). */
export const paymentNotices = new ContainerModule(({ bind }) => {
  bind(t.noticeParts).toResolvedValue(
    (unitOfWork, directory, provinces, ids, clock, journal, rateLimiter, config) =>
      ({ unitOfWork, directory, provinces, ids, clock, journal, patience: defaultProvincePatience, workPlaces: newWorkPlaces(), ask: new AskForBusiness(rateLimiter, config.noticesPerDeveloperPerSecond) }),
    [t.unitOfWork, t.directory, t.provinces, t.ids, t.clock, t.journal, t.rateLimiter, t.config]);
  bind(t.noticeWork).toResolvedValue((parts, config) => noticeWork(parts, paidNoticeUrl(config)), [t.noticeParts, t.config]);
  bind(t.orderNotices).toResolvedValue(({ check }) => check, [t.noticeWork]);
  bind(t.workNotice).toResolvedValue(({ work }) => work, [t.noticeWork]);
  bind(t.issueForBusiness).toResolvedValue((parts, vault) => new IssueForBusiness({ ...parts, vault }), [t.noticeParts, t.vault]);
  bind(t.pushForBusiness).toResolvedValue((parts, vault) => new PushForBusiness({ ...parts, vault }), [t.noticeParts, t.vault]);
  bind(t.showNotice).toResolvedValue((parts) => new ShowNotice(parts), [t.noticeParts]);
  bind(t.fetchNoticeStatement).toResolvedValue(
    (parts, files, takePaid) => new FetchNoticeStatement({ ...parts, files, compare: new CompareStatement({ ...parts, takePaid }) }), [t.noticeParts, t.keptFiles, t.takePaid]);
  bind(t.statementRounds).toResolvedValue((parts) => new StatementRounds({ plan: new PlanNoticeStatements(parts), clock: parts.clock, journal: parts.journal }), [t.noticeParts]);
  bind(t.operateNotice).toResolvedValue((parts) => new OperateNotice(parts), [t.noticeParts]);
  bind(t.editNontaxRegion).toResolvedValue((...p) => new EditNontaxRegion(...p), [t.directory, t.directoryEditor]);
  bind(t.takePaid).toResolvedValue(({ takePaid }) => takePaid, [t.noticeWork]);
  bind(t.receivePaidMessage).toResolvedValue((takePaid) => new ReceivePaidMessage(takePaid), [t.takePaid]);
});
