import { orderStateCode, refundStateCode } from '../../adapters/inbound/gateway/wire-words.js';
import { orderStates, refundStates } from '../../contracts/gateway/codes.js';
import { callbackArrows, type CallbackState } from '../../domain/callbacks/callback.js';
import { eBillArrows, type EBillState } from '../../domain/e-bills/e-bill.js';
import type { Arrows } from '../../domain/kernel/arrows.js';
import { handleArrows, type HandleState } from '../../domain/payments/abnormal-order.js';
import { attemptArrows, type AttemptState } from '../../domain/payments/attempt.js';
import { alertArrows, type AlertState } from '../../domain/alerts/alert.js';
import { listExportArrows, type ListExportState } from '../../domain/lists/list-export.js';
import { grantArrows, type GrantState } from '../../domain/operators/grant-request.js';
import { keyArrows, type KeyState } from '../../domain/operators/operator-key.js';
import { operatorArrows, type OperatorState } from '../../domain/operators/operator.js';
import { attachmentArrows, type AttachmentState } from '../../domain/service-desk/attachment.js';
import { issueArrows, type IssueState } from '../../domain/service-desk/issue.js';
import { noticeStepArrows, type NoticeStep } from '../../domain/payment-notices/notice-record.js';
import { orderArrows, type OrderState } from '../../domain/payments/order.js';
import { personalBillPushArrows, type PersonalBillPushState } from '../../domain/personal-bills/personal-bill-push.js';
import { refundArrows, type RefundState } from '../../domain/refunds/refund.js';
import { textMessageArrows, type TextMessageState } from '../../domain/text-messages/text-message.js';
import { generatedBy, markdownTable } from './markdown-table.js';

const operatorMeanings: Readonly<Record<OperatorState, string>> = {
  invited: 'has a one-time code, new or after a reset, and cannot sign in before a password was chosen with it',
  active: 'may sign in',
  disabled: 'may not, and is never deleted',
};
const grantMeanings: Readonly<Record<GrantState, string>> = {
  pending: 'asked for by one person, waits for another', approved: 'the account holds what was asked for', rejected: 'nothing changed',
};
const keyMeanings: Readonly<Record<KeyState, string>> = {
  asked: 'its holder has shown to have it, a security officer is to agree', 'in-use': 'the second factor of its account', rejected: 'not agreed to; its holder may ask again',
  reported: 'said to be lost: proves nothing, a security officer is to decide', removed: 'never comes back; the authenticator of its account counts again, or a newer key does',
};
const alertMeanings: Readonly<Record<AlertState, string>> = {
  unread: 'told, or told again, and nobody has said that it was seen', read: 'seen, and still to be handled', handled: 'done; what happens again is another alert',
};
const exportMeanings: Readonly<Record<ListExportState, string>> = {
  running: 'a process writes the file; one that says nothing for two minutes is lost', done: 'the file can be fetched for a day', failed: 'no file; why is told to whoever asked',
};
const issueMeanings: Readonly<Record<IssueState, string>> = { open: 'waits for a solution, or does again after it was reopened', solved: 'its solution is written down; notes and files may still follow' };
const attachmentMeanings: Readonly<Record<AttachmentState, string>> = {
  coming: 'its bytes are on their way, or were when their process ended', loose: 'uploaded, and its uploader\'s alone until it is attached; goes after a day', attached: 'part of an issue for good', dropped: 'its bytes are being deleted',
};
const orderMeanings: Readonly<Record<OrderState, string>> = {
  awaiting: 'nobody is paying: just placed, or the payer left the channel unpaid',
  paying: 'an attempt is open and, as far as we know, the payer is at the channel',
  paid: 'settled by exactly one attempt',
  failed: 'the newest attempt was refused; another one may start',
  closed: 'expired or closed by the business system; late money becomes an abnormal order',
};
const attemptMeanings: Readonly<Record<AttemptState, string>> = {
  open: 'sent to the channel, outcome not known',
  paid: 'its money settled the order',
  repeat: 'a further success of an order that was paid already (重缴)',
  late: 'its money came after the order was closed (abnormal order `paid-after-close`)',
  stray: 'money moved although the channel calls the payment failed (abnormal order `channel-error`)',
  declined: 'the channel said a definite no',
  ended: 'closed or cancelled at the channel, unpaid',
};
const refundMeanings: Readonly<Record<RefundState, string>> = {
  requested: 'waits for a second person (only where the payee asks for review)',
  refunding: 'to be sent, or sent and not decided yet',
  refunded: 'the channel confirmed that the money went back',
  failed: 'refused by the channel, or rejected in review',
};
const callbackMeanings: Readonly<Record<CallbackState, string>> = {
  pending: 'to be sent, or to be sent again by plan',
  accepted: 'the business system accepted it',
  failed: 'the last try of the plan was not accepted',
};
const handleMeanings: Readonly<Record<HandleState, string>> = {
  pending: 'nobody has looked at it',
  following: 'somebody is at it, and has written how far',
  handled: 'a person has said how it was dealt with, or its money has gone back',
};
const personalBillMeanings: Readonly<Record<PersonalBillPushState, string>> = {
  pending: 'the record as it stands is to be pushed, or to be pushed again by plan',
  accepted: 'the city app took the record as it stands',
  failed: 'the last try of the plan was not accepted: in the list of a person',
};
const eBillMeanings: Readonly<Record<EBillState, string>> = {
  pending: 'wanted, and not asked for yet',
  issuing: 'asked for, outcome not known: asked about under the same busNo before it is asked for again',
  issued: 'the bill system gave its numbers',
  failed: 'the bill system said a definite no; may be re-issued',
  reversing: 'to be taken back by a red bill, or asked for and not known yet',
  reversed: 'taken back; the next e-bill of the order has a number with a suffix',
  void: 'ended by the bill system, or the money went back before it was issued',
};

const textMeanings: Readonly<Record<TextMessageState, string>> = {
  queued: 'to be sent: waits for the morning, for its turn or for another try; while `isBeingSent` the platform may have it already',
  submitted: 'the platform has taken it and given a group number; its report is awaited',
  delivered: 'on the phone, as the report says',
  failed: 'not taken, not delivered, or withheld by us',
  unknown: 'nobody can say whether it went out: never sent again by itself; an operator may order it once',
};

const noticeMeanings: Readonly<Record<NoticeStep, string>> = {
  'to-issue': 'to be asked of the province, or asked without a clear answer: looked for under our number before it is asked again',
  refused: 'the province said a definite no; people may have it tried again',
  'to-push': 'taken in from a business system, to be handed to the province',
  open: 'can be paid; of an order that is closed, or whose money went back whole: made for it it is voided, else another order may pay it',
  'confirm-pending': 'its order is paid and the province does not know it for certain; all its money back, it is asked about and no longer confirmed',
  confirmed: 'the province has booked our payment',
  'paid-elsewhere': 'another payment settled it; ours, if there is one, is a second payment',
  'void-pending': 'to be voided at the province',
  voided: 'cannot be paid any more',
  returned: 'the money went back and the province shows it',
};

interface Life<S extends string> {
  readonly title: string; readonly source: string; readonly arrows: Arrows<S>; readonly meanings: Readonly<Record<S, string>>; readonly wire?: (state: S) => string;
}

function section<S extends string>({ title, source, arrows, meanings, wire }: Life<S>): string {
  const states = Object.keys(arrows) as S[];
  const rows = states.map((state) => {
    const goesTo = arrows[state].length === 0 ? '– (end)' : arrows[state].map((next) => `\`${next}\``).join(', ');
    return [`\`${state}\``, ...(wire ? [wire(state)] : []), meanings[state], goesTo];
  });
  return `## ${title}\n\nSource: \`${source}\`.\n\n${markdownTable(['State', ...(wire ? ['On the wire'] : []), 'Meaning', 'May become'], rows)}\n`;
}

const orderWire = (state: OrderState): string => `${orderStateCode(state)} ${orderStates[orderStateCode(state)]}`;
const refundWire = (state: RefundState): string => `${refundStateCode(state)} ${refundStates[refundStateCode(state)]}`;

/** docs/reference/states.md: the arrows of the domain as tables. An arrow missing there cannot happen. */
export function stateTablesMarkdown(): string {
  return [
    '# States', '', generatedBy('the arrow tables of the domain'), '',
    'Each table is one life. An arrow that is not listed cannot happen: `canMove` in `domain/kernel/arrows.ts` reads the same data.', '',
    section({ title: 'Order', source: 'domain/payments/order.ts', arrows: orderArrows, meanings: orderMeanings, wire: orderWire }),
    `Wire state 5 (${orderStates[5]}) is no state of an order. It is told in the callback of a further payment; query and page of the order stay at 2.`, '',
    section({ title: 'Attempt', source: 'domain/payments/attempt.ts', arrows: attemptArrows, meanings: attemptMeanings }),
    'A channel\'s later word of success is believed from every state that has no settled money: a payer whose card was refused may try another card on the same page.', '',
    section({ title: 'Refund', source: 'domain/refunds/refund.ts', arrows: refundArrows, meanings: refundMeanings, wire: refundWire }),
    section({ title: 'Callback', source: 'domain/callbacks/callback.ts', arrows: callbackArrows, meanings: callbackMeanings }),
    'The arrows back to `pending` are a resend by an operator: one try, after which what was accepted before stays accepted.', '',
    section({ title: 'Handling of a repeat payment, an abnormal order, an abnormal payment notice', source: 'domain/payments/abnormal-order.ts', arrows: handleArrows, meanings: handleMeanings }),
    section({ title: 'Push of a personal bill', source: 'domain/personal-bills/personal-bill-push.ts', arrows: personalBillPushArrows, meanings: personalBillMeanings }),
    section({ title: 'Payment notice', source: 'domain/payment-notices/notice-record.ts', arrows: noticeStepArrows, meanings: noticeMeanings }),
    section({ title: 'E-bill', source: 'domain/e-bills/e-bill.ts', arrows: eBillArrows, meanings: eBillMeanings }),
    section({ title: 'Text message', source: 'domain/text-messages/text-message.ts', arrows: textMessageArrows, meanings: textMeanings }),
    section({ title: 'Operator', source: 'domain/operators/operator.ts', arrows: operatorArrows, meanings: operatorMeanings }),
    section({ title: 'Grant request', source: 'domain/operators/grant-request.ts', arrows: grantArrows, meanings: grantMeanings }),
    section({ title: 'UKey of an operator', source: 'domain/operators/operator-key.ts', arrows: keyArrows, meanings: keyMeanings }),
    section({ title: 'Export of a list', source: 'domain/lists/list-export.ts', arrows: listExportArrows, meanings: exportMeanings }),
    section({ title: 'Alert', source: 'domain/alerts/alert.ts', arrows: alertArrows, meanings: alertMeanings }),
    section({ title: 'Issue', source: 'domain/service-desk/issue.ts', arrows: issueArrows, meanings: issueMeanings }),
    section({ title: 'Attachment', source: 'domain/service-desk/attachment.ts', arrows: attachmentArrows, meanings: attachmentMeanings }),
  ].join('\n');
}
