import { CheckOrderNotice } from './check-order-notice.js';
import { ConfirmNotice, NotePayment } from './confirm-notice.js';
import { FollowRefund } from './follow-refund.js';
import { GivenNotice } from './given-notice.js';
import { IssueNotice, PushNotice } from './issue-notice.js';
import { LookBeforePaying } from './look-before-paying.js';
import { NoticeFirst } from './notice-of-order.js';
import type { NoticeParts } from './notice-parts.js';
import { StepDesk } from './step-desk.js';
import { TakePaid } from './take-paid.js';
import { SecondPayment, TellUnconfirmable } from './unconfirmable-money.js';
import { GiveUpNotice, VoidNotice } from './void-notice.js';
import { WithdrawNotice } from './withdraw-notice.js';
import { WorkNotice } from './work-notice.js';

/** What orders ask, what the job does and what the province tells, put together. `notifyUrl`: where the province's messages arrive. */
export function noticeWork(parts: NoticeParts, notifyUrl: string): { readonly check: CheckOrderNotice; readonly work: WorkNotice; readonly takePaid: TakePaid } {
  const { patience, directory } = parts;
  const [takePaid, desk] = [new TakePaid(parts), new StepDesk(parts)];
  const look = new LookBeforePaying({ ...parts, takePaid });
  return {
    takePaid, check: new CheckOrderNotice({ ...parts, given: new GivenNotice(parts), first: new NoticeFirst(parts), look }),
    work: new WorkNotice({
      ...parts, movers: {
        issue: new IssueNotice(desk, patience), push: new PushNotice(desk, patience, notifyUrl), 'note-payment': new NotePayment(parts), confirm: new ConfirmNotice(desk, parts), withdraw: new WithdrawNotice(desk, parts),
        'give-up': new GiveUpNotice(desk, patience), void: new VoidNotice(desk, patience, takePaid), 'follow-refund': new FollowRefund(desk, parts),
        'second-payment': new SecondPayment(desk, directory), 'tell-unconfirmable': new TellUnconfirmable(desk),
      },
    }),
  };
}
