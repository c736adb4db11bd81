import { defaultJobLimits, topicsGivenUp } from '../../adapters/inbound/jobs/job-runner.js';
import { keepDoneMs } from '../../adapters/inbound/jobs/done-jobs.js';
import { heldLookMs } from '../../application/callbacks/deliver-callback.js';
import { defaultPatience } from '../../application/payments/channel-addresses.js';
import type { JobTopic } from '../../application/ports/jobs.js';
import { defaultCallbackPlan } from '../../domain/callbacks/callback.js';
import { afterLimitLadderMs, barcodePatienceMs, barcodePollMs, pageLadderMs, slowPollMs } from '../../domain/payments/query-ladder.js';
import { checkLadderMs } from '../../domain/e-bills/check-times.js';
import { eBillLadderMs, triesBeforeAlarm } from '../../domain/e-bills/try-ladder.js';
import { billLadderMs } from '../../domain/reconciliation/ask-again.js';
import { refundLadderMs } from '../../domain/refunds/judge-refund-report.js';
import { reportAwaitedMs } from '../../domain/text-messages/delivery.js';
import { questionsAfterMs } from '../../domain/text-messages/next-look.js';
import { defaultRetryWaitsMs, sendingTakesMs } from '../../domain/text-messages/submission.js';
import { duration, generatedBy, markdownTable } from './markdown-table.js';

interface Topic { readonly key: string; readonly does: string; readonly begins: string; readonly useCase: string }

const topics: Readonly<Record<JobTopic, Topic>> = {
  'query-attempt': {
    key: 'attemptNo', useCase: 'application/payments/query-attempt.ts', does: 'asks the channel about an attempt, applies the answer, cancels a scanned code whose time is over',
    begins: 'with every attempt, and ends with its payment; again by a channel message that must be confirmed (ten seconds later, if the question asked at once was not answered), by a report with another amount, by a cancel (a payment booked nevertheless is looked after)',
  },
  'expire-order': {
    key: 'platformOrderNo', useCase: 'application/payments/close-order.ts', does: 'at its expiry: asks, closes at the channel where that is possible, closes here', begins: 'with every order, due at its expiry; ends with its payment',
  },
  'deliver-callback': {
    key: 'callbackId', useCase: 'application/callbacks/deliver-callback.ts', does: 'posts one callback to the business system until it is accepted or the plan is used up', begins: 'with every callback',
  },
  'resend-callbacks': {
    key: 'fromAt:toAt:askedAt:devId', useCase: 'application/callbacks/resend-given-up.ts', does: 'sends a business system again the callbacks of a window that were given up: one by one until one is taken, then page by page; stops where the other side is still down',
    begins: 'by an operator at the callback desk',
  },
  'refund-by-rule': {
    key: 'attemptNo', useCase: 'application/refunds/refund-by-rule.ts', does: 'makes the refund of late, repeated or wrongly charged money',
    begins: 'with an abnormal order `paid-after-close` or `channel-error` (UnionPay code 42 only), or a repeat payment where the payee has `repeatRefundByRule`',
  },
  'work-refund': {
    key: 'platformRefundOrderNo', useCase: 'application/refunds/work-refund.ts', does: 'fixes the channel number of a refund, sends it, then asks until the channel decides',
    begins: 'with every refund that needs no review, with its approval otherwise; again by a refund message of the channel',
  },
  'fetch-bill': {
    key: 'channelMerchantId:clearingDay', useCase: 'application/reconciliation/fetch-bill.ts', does: 'asks a channel for the bill of a day until it is there, keeps it and begins the run',
    begins: 'each morning for every account that is switched on, or had money on the day; for up to seven days back where an installation was down',
  },
  reconcile: {
    key: 'channelMerchantId:clearingDay', useCase: 'application/reconciliation/work-run.ts', does: 'compares a bill with our books, a stretch at a time, going on behind the last page booked',
    begins: 'with every run: by the bill that came, or by a person',
  },
  'follow-order': {
    key: 'platformOrderNo', useCase: 'application/follow-up/follow-order.ts', does: 'makes one job for every follower that the order concerns: payment notice, e-bill, text messages, personal bill, data sharing',
    begins: 'with the payment, before its callback; with every refund that is done; with the closing of an order that carries `nontaxInfo`',
  },
  'share-order': {
    key: 'platformOrderNo', useCase: 'application/sharing/note-order.ts', does: 'notes a paid order for the city\'s data sharing platform; the rounds export it', begins: 'by `follow-order`, where data sharing is configured',
  },
  'work-e-bill': {
    key: 'platformOrderNo', useCase: 'application/e-bills/work-e-bill.ts', does: 'whatever is to do for the e-bill of a paid order: issues it, asks what became of an earlier try, reverses it after a refund and issues the rest',
    begins: 'with `follow-order` of an order that wants an e-bill; again by a person (补开, the items of a refund)',
  },
  'check-e-bills': {
    key: 'eBillRegionCode:day', useCase: 'application/e-bills/check-e-bills.ts', does: 'compares count and sum of the e-bills of a day with the bill system, and every bill where they differ; a stretch at a time',
    begins: 'at 02:30 of the next day for every bill system; for up to seven days back where an installation was down and had bills',
  },
  'work-notice': {
    key: 'platformOrderNo, or noticeNo', useCase: 'application/payment-notices/work-notice.ts', does: 'issues, hands over, confirms or voids a payment notice at the province, whatever is still to do',
    begins: 'with an order whose notice is still to be issued; with its payment, closing or refund by `follow-order`; with a notice that was paid elsewhere; by a person who confirms or voids again',
  },
  'fetch-notice-statement': {
    key: 'region:day', useCase: 'application/payment-notices/fetch-notice-statement.ts', does: 'asks the province for its statement of a day until it is there, keeps the file and compares it with our notices',
    begins: 'each morning from six for every connected region; for up to seven days back where notices were confirmed; by a person',
  },
  'check-legs': {
    key: 'clearingDay', useCase: 'application/settlement/check-legs.ts', does: 'compares the orders of a day with channel bill, payment notice and e-bill, and keeps what is missing or differs; a stretch at a time',
    begins: 'with the end of every run; again every hour for two days, then every day for a month, while a gap is open',
  },
  'certify-day': {
    key: 'clearingDay', useCase: 'application/settlement/certify-day.ts', does: 'issues the certificates of the days that are complete, each chained to the one before', begins: 'with the end of `check-legs` of all accounts of a day that has no certificate',
  },
  'push-personal-bill': {
    key: 'platformOrderNo', useCase: 'application/personal-bills/push-personal-bill.ts', does: 'lets the city app know the record of a paid order until it is taken or the plan of the callbacks is used up',
    begins: 'with the payment of an order that names a `userId`, where its developer has a `personalBillUrl`; again by a refund that is done, or by a person',
  },
  'text-payer': {
    key: 'platformOrderNo', useCase: 'application/text-messages/text-payer.ts', does: 'makes the texts that the order\'s present state calls for and that were not made before', begins: 'with `follow-order`; again with every e-bill that is issued',
  },
  'text-operators': {
    key: 'template:what it is about', useCase: 'application/text-messages/text-operators.ts', does: 'makes one text for each operator about one day or e-bill', begins: 'with a run that ends with differences, with an e-bill that was refused',
  },
  'send-text': {
    key: 'messageId', useCase: 'application/text-messages/send-text.ts', does: 'sends one text, then asks what became of it, and closes it when nobody waits any longer', begins: 'with every text, due when it may go out; again by an operator',
  },
};

const steps = (ladderMs: readonly number[]): string => ladderMs.map(duration).join(', ');

/** docs/reference/jobs.md: topics, keys and waits, with the figures of the code. */
export function jobsMarkdown(): string {
  const { concurrency, leaseMs, pollMs, maxFaults, faultsPerAlarm, drainMs } = defaultJobLimits;
  return [
    '# Jobs', '', generatedBy('the job topics and the ladders of the domain'), '',
    'A job is a row of the `outbox` table, written in the same transaction as its cause and unique by (topic, key). Enqueueing is idempotent: a finished job becomes due',
    'again, a waiting one becomes due at the earlier time, one that is being worked on runs once more afterwards.', '',
    '## Topics', '',
    markdownTable(['Topic', 'Key', 'Does', 'Begins', 'Use case'], Object.entries(topics).map(([name, { key, does, begins, useCase }]) => [`\`${name}\``, key, does, begins, `\`${useCase}\``])), '',
    '## When', '',
    markdownTable(['What', 'Waits'], [
      ['attempt on a channel\'s page, after it began', steps(pageLadderMs)],
      ['then until its limit, and for a refused attempt on a page', `every ${duration(slowPollMs)}`],
      ['open attempt after its limit', `${steps(afterLimitLadderMs)}; then alarm \`attempt-left-to-bill\``],
      ['scanned code', `every ${duration(barcodePollMs)}; cancelled after ${duration(barcodePatienceMs)}`],
      ['refund without a decision, from question to question', `${steps(refundLadderMs)}; the last repeats`],
      ['callback, after each try that was not accepted', `${defaultCallbackPlan.minutes.map((minutes) => `${minutes} min`).join(', ')}, counted from the ${defaultCallbackPlan.countFrom} try; then \`failed\` and alarm \`callback-given-up\``],
      ['callback held after a restore', `${duration(heldLookMs)} to the next look, until it is let go; a refund held asks as one without a decision, and is never sent`],
      ['bill that is not there yet, from try to try', `first at 09:05; then ${steps(billLadderMs)}; the last repeats. Alarm \`bill-missing\` from the next noon on`],
      ['text that the platform certainly has not taken', `${steps(defaultRetryWaitsMs)}; then \`failed\``],
      ['text without a report, after it was sent', `asked about after ${steps(questionsAfterMs)}; closed as \`unknown\` after ${duration(reportAwaitedMs)}`],
      ['text whose sending was cut off', `${duration(sendingTakesMs)}; then \`unknown\`, and never sent again by itself`],
      ['e-bill without a believable word, from try to try', `${steps(eBillLadderMs)}; the last repeats. Alarm \`e-bill-late\` from the ${triesBeforeAlarm}th try on`],
      ['comparison of a day\'s e-bills, from try to try', `first at 02:30; then ${steps(checkLadderMs)}; the last repeats`],
      ['expired order whose channel stays silent', 'as long as it is overdue, at least 5 s, at most 10 min'],
      ['run that threw', `1 s doubling to 10 min, as long as it takes; alarm \`job-keeps-failing\` with every ${faultsPerAlarm}th run in a row that threw`],
      [[...topicsGivenUp].map((topic) => `\`${topic}\``).join(', '), `as above; after ${maxFaults} runs in a row that threw: \`DEAD\` and alarm \`job-given-up\`. No other topic is ever given up`],
      ['finished job', `its row is deleted ${duration(keepDoneMs)} after it was last due`],
    ]), '',
    '## Limits', '',
    markdownTable(['Limit', 'Value'], [
      ['jobs at once in one process (`jobConcurrency`)', String(concurrency)], ['lease (`jobLeaseMs`)', duration(leaseMs)], ['look at the board when nobody nudges', duration(pollMs)],
      ['wait for work in hand at a graceful stop', duration(drainMs)], ['question to a channel', duration(defaultPatience.queryTimeoutMs)],
      ['barcode charge', duration(defaultPatience.chargeTimeoutMs)], ['answer to a barcode request at the latest', duration(defaultPatience.barcodeAnswerMs)],
      ['refund call', duration(defaultPatience.refundTimeoutMs)],
    ]), '',
  ].join('\n');
}
