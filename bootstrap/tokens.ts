import type { ServiceIdentifier } from 'inversify';
import type { PayeeDesk } from '../application/directory/payee-desk.js';
import type { JobRunner } from '../adapters/inbound/jobs/job-runner.js';
import type { AlertRounds } from '../adapters/inbound/jobs/alert-rounds.js';
import type { LogRounds } from '../adapters/inbound/jobs/log-rounds.js';
import type { HandleAlerts } from '../application/alerts/handle-alerts.js';
import type { ShowHome } from '../application/home/show-home.js';
import type { EditMenu } from '../application/menus/edit-menu.js';
import type { ReadMenu } from '../application/menus/read-menu.js';
import type { ChallengeRounds } from '../adapters/inbound/jobs/challenge-rounds.js';
import type { ArchiveRounds } from '../adapters/inbound/jobs/archive-rounds.js';
import type { ForgettingRounds } from '../adapters/inbound/jobs/forgetting-rounds.js';
import type { ForgetOld } from '../application/keeping/forget-old.js';
import type { AuditSequencer } from '../adapters/inbound/jobs/audit-sequencer.js';
import type { StatementRounds } from '../adapters/inbound/jobs/statement-rounds.js';
import type { EditNontaxRegion } from '../application/payment-notices/edit-region.js';
import type { FetchNoticeStatement } from '../application/payment-notices/fetch-notice-statement.js';
import type { OperateNotice } from '../application/payment-notices/operate-notice.js';
import type { BillRounds } from '../adapters/inbound/jobs/bill-rounds.js';
import type { EBillRounds } from '../adapters/inbound/jobs/e-bill-rounds.js';
import type { IssueDesk } from '../adapters/inbound/console-api/issue-routes.js';
import type { AttachmentRounds } from '../adapters/inbound/jobs/attachment-rounds.js';
import type { ExportRounds } from '../adapters/inbound/jobs/export-rounds.js';
import type { Gateway } from '../adapters/inbound/gateway/router.js';
import type { SharedBuckets } from '../adapters/outbound/system/shared-buckets.js';
import type { DirectoryRounds } from '../adapters/inbound/jobs/directory-rounds.js';
import type { KeyWalkRounds } from '../adapters/inbound/jobs/key-walk-rounds.js';
import type { RenewRows } from '../application/operators/renew-rows.js';
import type { KeyWalk } from '../application/ports/key-walk.js';
import type { RowIntegrity } from '../application/ports/row-integrity.js';
import type { CheckAuditTrail } from '../application/operators/check-audit-trail.js';
import type { ExportAuditFile } from '../application/operators/export-audit-file.js';
import type { SignAuditHead } from '../application/operators/sign-audit-head.js';
import type { AuthenticateDeveloper } from '../application/access/authenticate-developer.js';
import type { CheckSignature } from '../application/developers/check-signature.js';
import type { DeveloperDesk } from '../application/developers/developer-desk.js';
import type { ResendCallback } from '../application/callbacks/resend-callback.js';
import type { ResendGivenUp } from '../application/callbacks/resend-given-up.js';
import type { ShowHealth } from '../application/callbacks/show-health.js';
import type { TestAddress } from '../application/callbacks/test-address.js';
import type { ConfirmPayment } from '../application/payments/confirm-payment.js';
import type { DeliverCallback } from '../application/callbacks/deliver-callback.js';
import type { PushPersonalBill } from '../application/personal-bills/push-personal-bill.js';
import type { PushPersonalBillAgain } from '../application/personal-bills/push-personal-bill-again.js';
import type { ApplyChannelReport } from '../application/payments/apply-channel-report.js';
import type { AskChannel } from '../application/payments/ask-channel.js';
import type { CancelBarcode } from '../application/payments/cancel-barcode.js';
import type { ChannelAddresses, ChannelPatience } from '../application/payments/channel-addresses.js';
import type { ChargeBarcode } from '../application/payments/charge-barcode.js';
import type { CloseOrder, ExpireOrder } from '../application/payments/close-order.js';
import type { ComeBack } from '../application/payments/come-back.js';
import type { ListPaidOrders } from '../application/payments/list-paid-orders.js';
import type { OpenCashier } from '../application/payments/open-cashier.js';
import type { PlaceOrder } from '../application/payments/place-order.js';
import type { QueryAttempt } from '../application/payments/query-attempt.js';
import type { ReceiveChannelMessage } from '../application/payments/receive-channel-message.js';
import type { RegisterOrder } from '../application/payments/register-order.js';
import type { ShowOrder } from '../application/payments/show-order.js';
import type { StartPayment } from '../application/payments/start-payment.js';
import type { AuditChain } from '../application/ports/audit-chain.js';
import type { Certificates } from '../application/ports/certificates.js';
import type { BillIssuer } from '../application/ports/bill-issuer.js';
import type { BillsOfChannels } from '../application/ports/channel-bills.js';
import type { PersonalBills } from '../application/ports/city-app-bills.js';
import type { Clock } from '../application/ports/clock.js';
import type { Digests } from '../application/ports/digests.js';
import type { Directory, DirectoryEditor } from '../application/ports/directory.js';
import type { Ids } from '../application/ports/ids.js';
import type { JobTransport } from '../application/ports/job-transport.js';
import type { JobBoard } from '../application/ports/jobs.js';
import type { Journal } from '../application/ports/journal.js';
import type { KeptFiles } from '../application/ports/kept-files.js';
import type { ListReader } from '../application/ports/list-reader.js';
import type { Measurements } from '../application/ports/measurements.js';
import type { AddressProbe, MerchantCallbacks, ReturnAddresses } from '../application/ports/merchant-callbacks.js';
import type { OrderNotices } from '../application/ports/order-notices.js';
import type { Provinces } from '../application/ports/province.js';
import type { MoneyNews } from '../application/ports/money-news.js';
import type { Passwords } from '../application/ports/passwords.js';
import type { PlacesDesk } from '../application/directory/places-desk.js';
import type { OperatorDesk } from '../application/operators/operator-desk.js';
import type { PaymentChannels } from '../application/ports/payment-channel.js';
import type { RateLimiter } from '../application/ports/rate-limiter.js';
import type { RequestTrail } from '../application/ports/request-trail.js';
import type { Captchas, KeySignatures, OneTimeCodes, SealedWords } from '../application/ports/sign-in-means.js';
import type { Signer, Verifier } from '../application/ports/signatures.js';
import type { UnitOfWork } from '../application/ports/unit-of-work.js';
import type { Vault } from '../application/ports/vault.js';
import type { CheckEBills } from '../application/e-bills/check-e-bills.js';
import type { OpenEBill } from '../application/e-bills/open-e-bill.js';
import type { Reissue } from '../application/e-bills/reissue.js';
import type { SayItems } from '../application/e-bills/say-items.js';
import type { ShowEBills } from '../application/e-bills/show-e-bills.js';
import type { VerifyEBill } from '../application/e-bills/verify-e-bill.js';
import type { WorkEBill } from '../application/e-bills/work-e-bill.js';
import type { FollowOrder } from '../application/follow-up/follow-order.js';
import type { ExportDesk } from '../application/lists/export-desk.js';
import type { ExportList } from '../application/lists/export-list.js';
import type { IssueForBusiness } from '../application/payment-notices/issue-for-business.js';
import type { PushForBusiness } from '../application/payment-notices/push-for-business.js';
import type { ShowNotice } from '../application/payment-notices/show-notice.js';
import type { NoticeParts } from '../application/payment-notices/notice-parts.js';
import type { noticeWork } from '../application/payment-notices/notice-work.js';
import type { ReceivePaidMessage } from '../application/payment-notices/receive-paid-message.js';
import type { TakePaid } from '../application/payment-notices/take-paid.js';
import type { WorkNotice } from '../application/payment-notices/work-notice.js';
import type { CancelRun } from '../application/reconciliation/cancel-run.js';
import type { FetchBill } from '../application/reconciliation/fetch-bill.js';
import type { GiveBack } from '../application/reconciliation/give-back.js';
import type { OpenBill } from '../application/reconciliation/open-bill.js';
import type { ReceiveBill } from '../application/reconciliation/receive-bill.js';
import type { StartRun } from '../application/reconciliation/start-run.js';
import type { UploadBill } from '../application/reconciliation/upload-bill.js';
import type { WorkRun } from '../application/reconciliation/work-run.js';
import type { WriteNote } from '../application/reconciliation/write-note.js';
import type { ApplyRefundReport } from '../application/refunds/apply-refund-report.js';
import type { RefundByRule } from '../application/refunds/refund-by-rule.js';
import type { RequestRefund } from '../application/refunds/request-refund.js';
import type { ReviewRefund } from '../application/refunds/review-refund.js';
import type { ShowRefund } from '../application/refunds/show-refund.js';
import type { WorkRefund } from '../application/refunds/work-refund.js';
import type { ShowTimeline } from '../application/timeline/show-timeline.js';
import type { FindPayments } from '../application/where/find-payments.js';
import type { WhereDeps } from '../adapters/inbound/where/where-deps.js';
import type { IssuedBills } from '../application/ports/issued-bills.js';
import type { ApplyDelivery } from '../application/text-messages/apply-delivery.js';
import type { BlockPhone, ResendText } from '../application/text-messages/operate-texts.js';
import type { SendCode } from '../application/text-messages/send-code.js';
import type { SendText } from '../application/text-messages/send-text.js';
import type { TakePushes } from '../application/text-messages/take-pushes.js';
import type { TextOperators } from '../application/text-messages/text-operators.js';
import type { TextPace } from '../application/text-messages/text-pace.js';
import type { TextPayer } from '../application/text-messages/text-payer.js';
import type { TryCode } from '../application/text-messages/try-code.js';
import type { TextLine } from './outside/text-section.js';
import type { CheckLegs } from '../application/settlement/check-legs.js';
import type { CertifyDay } from '../application/settlement/certify-day.js';
import type { GiveStatement } from '../application/settlement/give-statement.js';
import type { LockMonth } from '../application/settlement/lock-month.js';
import type { StatementTickets } from '../application/settlement/statement-tickets.js';
import type { VerifyDays } from '../application/settlement/verify-days.js';
import type { Config } from './config.js';
import type { SharingDesk } from './sharing-desk.js';

const token = <T>(name: string): ServiceIdentifier<T> => Symbol.for(`tongjiao.${name}`);

/** Everything the container holds, by type: a wrong dependency does not compile. */
export const tokens = {
  config: token<Config>('config'), clock: token<Clock>('clock'), ids: token<Ids>('ids'), journal: token<Journal>('journal'), trail: token<RequestTrail>('trail'), measurements: token<Measurements>('measurements'),
  rateLimiter: token<RateLimiter>('rateLimiter'), sharedLimits: token<SharedBuckets>('sharedLimits'), digests: token<Digests>('digests'), signer: token<Signer>('signer'), verifier: token<Verifier>('verifier'),
  certificates: token<Certificates>('certificates'), vault: token<Vault>('vault'), decoyKeyPem: token<string>('decoyKeyPem'),
  unitOfWork: token<UnitOfWork>('unitOfWork'), jobBoard: token<JobBoard>('jobBoard'), jobTransport: token<JobTransport>('jobTransport'), directory: token<Directory>('directory'),
  directoryEditor: token<DirectoryEditor>('directoryEditor'), auditChain: token<AuditChain>('auditChain'), keptFiles: token<KeptFiles>('keptFiles'),
  channels: token<PaymentChannels>('channels'), merchantCallbacks: token<MerchantCallbacks>('merchantCallbacks'), returnAddresses: token<ReturnAddresses>('returnAddresses'),
  addresses: token<ChannelAddresses>('addresses'), patience: token<ChannelPatience>('patience'),
  authenticate: token<AuthenticateDeveloper>('authenticate'), applyReport: token<ApplyChannelReport>('applyReport'), askChannel: token<AskChannel>('askChannel'),
  cancelBarcode: token<CancelBarcode>('cancelBarcode'), registerOrder: token<RegisterOrder>('registerOrder'), placeOrder: token<PlaceOrder>('placeOrder'),
  chargeBarcode: token<ChargeBarcode>('chargeBarcode'), startPayment: token<StartPayment>('startPayment'), openCashier: token<OpenCashier>('openCashier'),
  comeBack: token<ComeBack>('comeBack'), closeOrder: token<CloseOrder>('closeOrder'), expireOrder: token<ExpireOrder>('expireOrder'),
  queryAttempt: token<QueryAttempt>('queryAttempt'), receiveMessage: token<ReceiveChannelMessage>('receiveMessage'), showOrder: token<ShowOrder>('showOrder'),
  listPaidOrders: token<ListPaidOrders>('listPaidOrders'), requestRefund: token<RequestRefund>('requestRefund'), refundByRule: token<RefundByRule>('refundByRule'),
  applyRefundReport: token<ApplyRefundReport>('applyRefundReport'), workRefund: token<WorkRefund>('workRefund'), reviewRefund: token<ReviewRefund>('reviewRefund'),
  showRefund: token<ShowRefund>('showRefund'), deliverCallback: token<DeliverCallback>('deliverCallback'),
  personalBills: token<PersonalBills>('personalBills'), pushPersonalBill: token<PushPersonalBill>('pushPersonalBill'), pushPersonalBillAgain: token<PushPersonalBillAgain>('pushPersonalBillAgain'),
  gateway: token<Gateway>('gateway'), jobRunner: token<JobRunner>('jobRunner'), auditSequencer: token<AuditSequencer>('auditSequencer'),
  rowIntegrity: token<RowIntegrity>('rowIntegrity'), directoryRounds: token<DirectoryRounds>('directoryRounds'), keyWalk: token<KeyWalk>('keyWalk'), renewRows: token<RenewRows>('renewRows'), keyWalkRounds: token<KeyWalkRounds>('keyWalkRounds'), signAuditHead: token<SignAuditHead>('signAuditHead'), exportAuditFile: token<ExportAuditFile>('exportAuditFile'), checkAudit: token<CheckAuditTrail>('checkAudit'),
  archiveRounds: token<ArchiveRounds>('archiveRounds'), forgetOld: token<ForgetOld>('forgetOld'), forgettingRounds: token<ForgettingRounds>('forgettingRounds'), billRounds: token<BillRounds>('billRounds'),
  bills: token<BillsOfChannels>('bills'), moneyNews: token<MoneyNews>('moneyNews'), receiveBill: token<ReceiveBill>('receiveBill'),
  startRun: token<StartRun>('startRun'), cancelRun: token<CancelRun>('cancelRun'), uploadBill: token<UploadBill>('uploadBill'), openBill: token<OpenBill>('openBill'), fetchBill: token<FetchBill>('fetchBill'),
  workRun: token<WorkRun>('workRun'), writeNote: token<WriteNote>('writeNote'), giveBack: token<GiveBack>('giveBack'), certifyDay: token<CertifyDay>('certifyDay'), checkLegs: token<CheckLegs>('checkLegs'),
  verifyDays: token<VerifyDays>('verifyDays'), lists: token<ListReader>('lists'), exportList: token<ExportList>('exportList'), exportDesk: token<ExportDesk>('exportDesk'), exportRounds: token<ExportRounds>('exportRounds'), challengeRounds: token<ChallengeRounds>('challengeRounds'), lockMonth: token<LockMonth>('lockMonth'),
  findPayments: token<FindPayments>('findPayments'), where: token<Pick<WhereDeps, 'ask' | 'open' | 'show' | 'passes'>>('where'),
  showTimeline: token<ShowTimeline>('showTimeline'), followOrder: token<FollowOrder>('followOrder'),
  textLine: token<TextLine | undefined>('textLine'), textPace: token<TextPace>('textPace'), issuedBills: token<IssuedBills>('issuedBills'), textPayer: token<TextPayer>('textPayer'),
  applyDelivery: token<ApplyDelivery>('applyDelivery'), textOperators: token<TextOperators>('textOperators'), sendText: token<SendText>('sendText'), sendCode: token<SendCode>('sendCode'), tryCode: token<TryCode>('tryCode'),
  takePushes: token<TakePushes | undefined>('takePushes'), resendText: token<ResendText>('resendText'), blockPhone: token<BlockPhone>('blockPhone'), sharing: token<SharingDesk>('sharing'),
  billIssuers: token<ReadonlyMap<string, BillIssuer>>('billIssuers'), workEBill: token<WorkEBill>('workEBill'), reissue: token<Reissue>('reissue'), sayItems: token<SayItems>('sayItems'), showEBills: token<ShowEBills>('showEBills'),
  verifyEBill: token<VerifyEBill>('verifyEBill'), openEBill: token<OpenEBill>('openEBill'), checkEBills: token<CheckEBills>('checkEBills'), eBillRounds: token<EBillRounds>('eBillRounds'),
  provinces: token<Provinces>('provinces'), noticeParts: token<NoticeParts>('noticeParts'), orderNotices: token<OrderNotices>('orderNotices'), workNotice: token<WorkNotice>('workNotice'), noticeWork: token<ReturnType<typeof noticeWork>>('noticeWork'),
  issueForBusiness: token<IssueForBusiness>('issueForBusiness'), pushForBusiness: token<PushForBusiness>('pushForBusiness'), showNotice: token<ShowNotice>('showNotice'),
  fetchNoticeStatement: token<FetchNoticeStatement>('fetchNoticeStatement'), statementRounds: token<StatementRounds>('statementRounds'), operateNotice: token<OperateNotice>('operateNotice'),
  editNontaxRegion: token<EditNontaxRegion>('editNontaxRegion'),
  takePaid: token<TakePaid>('takePaid'), receivePaidMessage: token<ReceivePaidMessage>('receivePaidMessage'),
  giveStatement: token<GiveStatement>('giveStatement'), statementTickets: token<StatementTickets>('statementTickets'),
  developerDesk: token<DeveloperDesk>('developerDesk'), workbench: token<CheckSignature>('workbench'),
  operatorDesk: token<OperatorDesk>('operatorDesk'), passwords: token<Passwords>('passwords'), oneTimeCodes: token<OneTimeCodes>('oneTimeCodes'), captchas: token<Captchas>('captchas'),
  placesDesk: token<PlacesDesk>('placesDesk'),
  issueDesk: token<IssueDesk>('issueDesk'), attachmentRounds: token<AttachmentRounds>('attachmentRounds'),
  confirmPayment: token<ConfirmPayment>('confirmPayment'), resendCallback: token<ResendCallback>('resendCallback'), resendGivenUp: token<ResendGivenUp>('resendGivenUp'), showHealth: token<ShowHealth>('showHealth'),
  testAddress: token<TestAddress>('testAddress'), addressProbe: token<AddressProbe>('addressProbe'),
  sealedWords: token<SealedWords>('sealedWords'), keySignatures: token<KeySignatures>('keySignatures'),
  handleAlerts: token<HandleAlerts>('handleAlerts'), alertRounds: token<AlertRounds>('alertRounds'), logRounds: token<LogRounds>('logRounds'), showHome: token<ShowHome>('showHome'),
  menus: token<{ readonly menu: ReadMenu; readonly editMenu: EditMenu }>('menus'),
  payeeDesk: token<PayeeDesk>('payeeDesk'),
} as const;
