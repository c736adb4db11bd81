import type { ConsoleErrorCode, ErrorBody } from '../../../../contracts/console/errors.js';
import type { AssignRolesBody, DeveloperForm, DeveloperKeys, DeveloperRoleChoices, DeveloperRoleForm, EditDeveloperBody, EditDeveloperRoleBody, HeldRoles, ImportKeyBody, NewDeveloperBody, NewDeveloperRoleBody, OneDeveloperBody, OneDeveloperRoleBody, PayeeChoices, RetireKeyBody, SetOriginsBody, SetSchemeBody } from '../../../../contracts/console/developers.js';
import type { ExportState, ListDeclaration, ListPageBody, ListTotalsBody } from '../../../../contracts/console/lists.js';
import type { HomeBody } from '../../../../contracts/console/home.js';
import type { Me } from '../../../../contracts/console/me.js';
import type { EditMenuBody, MenuChoices, NewMenuBody, OneMenuBody } from '../../../../contracts/console/menus.js';
import type { AttachToIssueBody, FollowIssueBody, IssueContact, IssueFactsBody, IssueRegistered, RegisterIssueBody, ReopenIssueBody, SeeContactBody, SolveIssueBody } from '../../../../contracts/console/issues.js';
import type { AddRoleBody, AskGrantBody, AuditDaysBody, AuditVerdictBody, DecideGrantBody, DecideKeyBody, EditOperatorBody, EditRoleBody, InvitedOperator, NewOperatorBody, OneOperatorBody, OneRoleBody, OperatorChoices, PermissionGroups, RegisteredKey, RegisterKeyBody, ReportKeyBody, ResetOperator, RoleFactsBody } from '../../../../contracts/console/operators.js';
import type { MobileInClear, PayerInClear, SeeDeveloperContactBody, SeeInstitutionContactBody, SeeOperatorContactBody, SeePayerBody } from '../../../../contracts/console/personal-data.js';
import type { AccountForms, ChannelMerchantFacts, EditChannelBody, EditChannelMerchantBody, EditIndustryBody, EditRegionBody, NameRegionAdminBody, NewChannelBody, NewChannelMerchantBody, NewIndustryBody, NewRegionBody, OneChannelBody, OneChannelMerchantBody, OneIndustryBody, OneRegionBody, RegionAdmins, RegionChoicesBody, SetPayReconcileBody, SetSplitBody, ShownChannelMerchant, TriedConnection } from '../../../../contracts/console/places.js';
import type { CheckSignatureBody, WorkbenchAnswer, WorkbenchChoices, WorkbenchSample } from '../../../../contracts/console/workbench.js';
import type { EditInstitutionBody, EditLinkBody, EditPayeeBody, GivenCode, InstitutionForm, InstitutionPayees, LinkChoices, LinkForm, LinkPayeesBody, NewInstitutionBody, NewLinkBody, NewPayeeBody, OneInstitutionBody, PayeeFormChoices, PayeeForm, SeenInstitutionBody, SeenLinkBody, SeenPayeeBody } from '../../../../contracts/console/payees.js';
import type { AddressTested, AskGiveBackBody, BatchAskedBody, BatchStandingBody, CallbackHealthBody, CallbackResent, CallbackStanding, DecideGiveBackBody, FollowGapBody, PaymentConfirmed, ResendCallbackBody, ResendGivenUpBody, ReviewRefundBody, StartRunBody, TestAddressBody, WriteNoteBody } from '../../../../contracts/console/service-desk.js';
import type { ActivateBody, AskChallenge, ChallengeAnswer, ChangePasswordBody, Enrolment, KeyQuestion, NextStep, ProveByKey, SignInBody } from '../../../../contracts/console/sign-in.js';

/** Those of contracts/console/errors.ts, as far as a page has to know them, and our own for a server that is not there. */
type ErrorCode = ConsoleErrorCode | 'OFFLINE';

/** What the server refused, or `OFFLINE` when it was not reached. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly traceId: string | undefined;
  /** The one thing in what was sent that is wrong. */
  readonly field: string | undefined;
  constructor(code: ErrorCode, message: string, traceId?: string, field?: string) {
    super(message);
    this.code = code;
    this.traceId = traceId;
    this.field = field;
  }
}

interface Asked { readonly background?: boolean; readonly signal?: AbortSignal; readonly isRetry?: boolean }
interface Session { lost: (message: string) => void; stepUp: () => Promise<boolean>; acted: () => void; /** The menu is another one now. */ menuChanged: () => void }

/** What the rest of the console wants to hear about; set once by who draws the pages. */
export const session: Session = { lost: () => undefined, stepUp: () => Promise.resolve(false), acted: () => undefined, menuChanged: () => undefined };
/** After these nobody is signed in any more. */
export const lostCodes: ReadonlySet<string> = new Set(['NOT_SIGNED_IN', 'KICKED', 'SESSION_ENDED']);

async function send(method: 'GET' | 'POST', path: string, body: unknown, asked: Asked): Promise<Response> {
  const headers = { 'x-console-request': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(asked.background ? { 'x-console-background': '1' } : {}) };
  if (!asked.background) session.acted();
  const offline = (fault: unknown): never => {
    if (asked.signal?.aborted) throw fault;
    throw new Refused('OFFLINE', '连接不上服务器，请检查网络后重试');
  };
  const response = await fetch(`/console/api${path}`, {
    method, headers, credentials: 'same-origin', cache: 'no-store', redirect: 'error', ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(asked.signal ? { signal: asked.signal } : {}),
  }).catch(offline);
  if (response.ok) return response;
  const refused = await readRefusal(response);
  if (refused.code === 'STEP_UP' && asked.isRetry !== true && !asked.background && await session.stepUp()) return send(method, path, body, { ...asked, isRetry: true });
  if (lostCodes.has(refused.code)) session.lost(refused.message);
  throw refused;
}

async function readRefusal(response: Response): Promise<Refused> {
  const said = await response.json().catch(() => undefined) as Partial<ErrorBody> | undefined;
  if (said?.code === undefined) return new Refused('FAULT', `服务器暂时不能回答（${response.status}），请稍后再试`);
  return new Refused(said.code as ConsoleErrorCode, said.message ?? '', said.traceId, said.field);
}

const get = async <T>(path: string, asked: Asked = {}): Promise<T> => (await send('GET', path, undefined, asked)).json() as Promise<T>;
const post = async <T>(path: string, body: unknown = {}, asked: Asked = {}): Promise<T> => (await send('POST', path, body, asked)).json() as Promise<T>;
const named = encodeURIComponent;
interface Next { readonly next: NextStep }

/** Every call of the console to its server. */
export const api = {
  me: (asked?: Asked) => get<Me>('/me', asked),
  challenge: (body: AskChallenge) => post<ChallengeAnswer>('/challenge', body),
  signIn: (body: SignInBody) => post<Next>('/sign-in', body),
  activate: (body: ActivateBody) => post<Next>('/activate', body),
  changePassword: (body: ChangePasswordBody) => post<Next>('/change-password', body),
  enrolment: () => post<Enrolment>('/enrolment'),
  confirmEnrolment: (code: string) => post<Next>('/enrolment/confirm', { code }),
  proveCode: (code: string) => post<Next>('/prove/code', { code }),
  keyQuestion: () => post<KeyQuestion>('/prove/key-question'),
  proveKey: (body: ProveByKey) => post<Next>('/prove/key', body),
  stepUp: (code: string) => post<unknown>('/step-up/code', { code }),
  stepUpQuestion: () => post<KeyQuestion>('/step-up/key-question'),
  stepUpByKey: (body: ProveByKey) => post<unknown>('/step-up/key', body),
  signOut: (asked?: Asked) => post<unknown>('/sign-out', {}, asked),
  declaration: (list: string, signal: AbortSignal) => get<ListDeclaration>(`/lists/${named(list)}/declaration`, { signal }),
  list: (list: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) =>
    get<ListPageBody>(`/lists/${named(list)}?${new URLSearchParams(parameters).toString()}`, { signal }),
  totals: (list: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) =>
    get<ListTotalsBody>(`/lists/${named(list)}/totals?${new URLSearchParams(parameters).toString()}`, { signal }),
  startExport: (list: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) => post<{ exportNo: string }>(`/lists/${named(list)}/export`, { parameters }, { signal }),
  exportState: (exportNo: string, signal: AbortSignal) => get<ExportState>(`/exports/${named(exportNo)}`, { background: true, signal }),
  inviteOperator: (body: NewOperatorBody) => post<InvitedOperator>('/operators/invite', body),
  editOperator: (body: EditOperatorBody) => post<unknown>('/operators/edit', body),
  disableOperator: (body: OneOperatorBody) => post<unknown>('/operators/disable', body),
  enableOperator: (body: OneOperatorBody) => post<unknown>('/operators/enable', body),
  unlockOperator: (body: OneOperatorBody) => post<unknown>('/operators/unlock', body),
  endSessions: (body: OneOperatorBody) => post<unknown>('/operators/end-sessions', body),
  resetOperator: (body: OneOperatorBody) => post<ResetOperator>('/operators/reset', body),
  operatorChoices: (signal: AbortSignal) => get<OperatorChoices>('/operators/choices', { signal }),
  askGrant: (body: AskGrantBody) => post<unknown>('/grants/ask', body),
  decideGrant: (body: DecideGrantBody) => post<unknown>('/grants/decide', body),
  registerQuestion: () => post<KeyQuestion>('/keys/question'),
  registerKey: (body: RegisterKeyBody) => post<RegisteredKey>('/keys/register', body),
  reportKey: (body: ReportKeyBody) => post<unknown>('/keys/report-lost', body),
  decideKey: (body: DecideKeyBody) => post<unknown>('/keys/decide', body),
  role: (roleCode: string, signal: AbortSignal) => get<RoleFactsBody>(`/roles/${named(roleCode)}`, { signal }),
  permissionGroups: (signal: AbortSignal) => get<PermissionGroups>('/permissions', { signal }),
  addRole: (body: AddRoleBody) => post<unknown>('/roles/add', body),
  editRole: (body: EditRoleBody) => post<unknown>('/roles/edit', body),
  payerInClear: (body: SeePayerBody) => post<PayerInClear>('/orders/payer', body),
  operatorContact: (body: SeeOperatorContactBody) => post<MobileInClear>('/operators/contact', body),
  institutionContact: (body: SeeInstitutionContactBody) => post<MobileInClear>('/institutions/contact', body),
  developerContact: (body: SeeDeveloperContactBody) => post<MobileInClear>('/developers/contact', body),
  developer: (devId: string, signal: AbortSignal) => get<DeveloperForm>(`/developers/${named(devId)}`, { signal }),
  developerPayees: (signal: AbortSignal) => get<PayeeChoices>('/developers/choices', { signal }),
  addDeveloper: (body: NewDeveloperBody) => post<{ devId: string }>('/developers/add', body),
  editDeveloper: (body: EditDeveloperBody) => post<unknown>('/developers/edit', body),
  enableDeveloper: (body: OneDeveloperBody) => post<unknown>('/developers/enable', body),
  disableDeveloper: (body: OneDeveloperBody) => post<unknown>('/developers/disable', body),
  removeDeveloper: (body: OneDeveloperBody) => post<unknown>('/developers/remove', body),
  developerKeys: (devId: string, signal: AbortSignal) => get<DeveloperKeys>(`/developers/${named(devId)}/keys`, { signal }),
  importKey: (body: ImportKeyBody) => post<unknown>('/developers/keys/import', body),
  retireKey: (body: RetireKeyBody) => post<unknown>('/developers/keys/retire', body),
  setScheme: (body: SetSchemeBody) => post<unknown>('/developers/keys/scheme', body),
  setOrigins: (body: SetOriginsBody) => post<unknown>('/developers/keys/origins', body),
  heldRoles: (devId: string, signal: AbortSignal) => get<HeldRoles>(`/developers/${named(devId)}/roles`, { signal }),
  assignRoles: (body: AssignRolesBody) => post<unknown>('/developers/assign-roles', body),
  developerRole: (roleCode: string, signal: AbortSignal) => get<DeveloperRoleForm>(`/developer-roles/${named(roleCode)}`, { signal }),
  developerRoleChoices: (signal: AbortSignal) => get<DeveloperRoleChoices>('/developer-roles/choices', { signal }),
  addDeveloperRole: (body: NewDeveloperRoleBody) => post<unknown>('/developer-roles/add', body),
  editDeveloperRole: (body: EditDeveloperRoleBody) => post<unknown>('/developer-roles/edit', body),
  removeDeveloperRole: (body: OneDeveloperRoleBody) => post<unknown>('/developer-roles/remove', body),
  workbenchChoices: (signal: AbortSignal) => get<WorkbenchChoices>('/workbench/choices', { signal }),
  workbenchSample: (devId: string) => get<WorkbenchSample>(`/workbench/sample/${named(devId)}`),
  checkSignature: (body: CheckSignatureBody) => post<WorkbenchAnswer>('/workbench/check', body),
  confirmPayment: (platformOrderNo: string) => post<PaymentConfirmed>('/pay-orders/confirm', { platformOrderNo }),
  resendCallback: (body: ResendCallbackBody) => post<CallbackResent>('/callbacks/resend', body),
  callbackStanding: (callbackId: string) => get<CallbackStanding>(`/callbacks/standing/${named(callbackId)}`, { background: true }),
  callbackHealth: (hours: number, signal: AbortSignal) => get<CallbackHealthBody>(`/callbacks/health?hours=${hours}`, { signal }),
  resendGivenUp: (body: ResendGivenUpBody) => post<BatchAskedBody>('/callbacks/resend-given-up', body),
  batchStanding: (batch: string, signal: AbortSignal) => get<BatchStandingBody>(`/callbacks/batches/${named(batch)}`, { background: true, signal }),
  testAddress: (body: TestAddressBody) => post<AddressTested>('/callbacks/test-address', body),
  reviewRefund: (body: ReviewRefundBody) => post<unknown>('/refunds/review', body),
  writeNote: (kind: 'repeat-orders' | 'abnormal-orders' | 'differences', body: WriteNoteBody) => post<unknown>(`/${kind}/note`, body),
  askGiveBack: (kind: 'repeat-orders' | 'abnormal-orders', body: AskGiveBackBody) => post<unknown>(`/${kind}/ask-refund`, body),
  decideGiveBack: (kind: 'repeat-orders' | 'abnormal-orders', body: DecideGiveBackBody) => post<unknown>(`/${kind}/decide-refund`, body),
  followGap: (body: FollowGapBody) => post<unknown>('/leg-gaps/follow', body),
  startRun: (body: StartRunBody) => post<unknown>('/reconciliation/run', body),
  cancelRun: (runNo: string) => post<unknown>('/reconciliation/cancel', { runNo }),
  auditFile: async (body: AuditDaysBody): Promise<Blob> => (await send('POST', '/audit/file', body, {})).blob(),
  verifyAudit: () => post<AuditVerdictBody>('/audit/verify'),
  regionChoices: (signal: AbortSignal) => get<RegionChoicesBody>('/regions/choices', { signal }),
  regionAdmins: (regionCode: string, signal: AbortSignal) => get<RegionAdmins>(`/regions/${named(regionCode)}/admins`, { signal }),
  addRegion: (body: NewRegionBody) => post<unknown>('/regions/add', body),
  editRegion: (body: EditRegionBody) => post<unknown>('/regions/edit', body),
  nameRegionAdmin: (body: NameRegionAdminBody) => post<unknown>('/regions/name-admin', body),
  changeRegion: (verb: 'enable' | 'disable' | 'remove', body: OneRegionBody) => post<unknown>(`/regions/${verb}`, body),
  addIndustry: (body: NewIndustryBody) => post<unknown>('/industries/add', body),
  editIndustry: (body: EditIndustryBody) => post<unknown>('/industries/edit', body),
  changeIndustry: (verb: 'enable' | 'disable' | 'remove', body: OneIndustryBody) => post<unknown>(`/industries/${verb}`, body),
  addChannel: (body: NewChannelBody) => post<unknown>('/channels/add', body),
  editChannel: (body: EditChannelBody) => post<unknown>('/channels/edit', body),
  setPayReconcile: (body: SetPayReconcileBody) => post<unknown>('/channels/set-pay-reconcile', body),
  setSplit: (body: SetSplitBody) => post<unknown>('/channels/set-split', body),
  changeChannel: (verb: 'enable' | 'disable' | 'remove', body: OneChannelBody) => post<unknown>(`/channels/${verb}`, body),
  accountForms: (signal: AbortSignal) => get<AccountForms>('/channel-merchants/forms', { signal }),
  channelMerchant: (channelMerchantId: string, signal: AbortSignal) => get<ChannelMerchantFacts>(`/channel-merchants/one/${named(channelMerchantId)}`, { signal }),
  shownChannelMerchant: (channelMerchantId: string, signal: AbortSignal) => get<ShownChannelMerchant>(`/channel-merchants/shown/${named(channelMerchantId)}`, { signal }),
  addChannelMerchant: (body: NewChannelMerchantBody) => post<unknown>('/channel-merchants/add', body),
  editChannelMerchant: (body: EditChannelMerchantBody) => post<{ readonly message?: string }>('/channel-merchants/edit', body),
  changeChannelMerchant: (verb: 'enable' | 'disable' | 'remove', body: OneChannelMerchantBody) => post<unknown>(`/channel-merchants/${verb}`, body),
  tryChannelMerchant: (channelMerchantId: string) => post<TriedConnection>('/channel-merchants/try', { channelMerchantId }),
  deleteRole: (body: OneRoleBody) => post<unknown>('/roles/delete', body),
  home: (asked: Asked) => get<HomeBody>('/home', asked),
  readAlert: (alertNo: string) => post<unknown>('/alerts/read', { alertNo }),
  readAllAlerts: () => post<{ count: number }>('/alerts/read-all'),
  handleAlert: (alertNo: string, remark: string) => post<unknown>('/alerts/handle', { alertNo, remark }),
  menuChoices: (signal: AbortSignal) => get<MenuChoices>('/menus/choices', { signal }),
  addMenu: (body: NewMenuBody) => post<unknown>('/menus/add', body),
  editMenu: (body: EditMenuBody) => post<unknown>('/menus/edit', body),
  changeMenu: (change: 'enable' | 'disable' | 'move-up' | 'move-down' | 'delete', menuKey: string, more: Omit<OneMenuBody, 'menuKey'> = {}) => post<unknown>(`/menus/${change}`, { menuKey, ...more }),
  registerIssue: (body: RegisterIssueBody) => post<IssueRegistered>('/issues/register', body),
  followIssue: (body: FollowIssueBody) => post<unknown>('/issues/follow', body),
  solveIssue: (body: SolveIssueBody) => post<unknown>('/issues/solve', body),
  reopenIssue: (body: ReopenIssueBody) => post<unknown>('/issues/reopen', body),
  attachToIssue: (body: AttachToIssueBody) => post<unknown>('/issues/attach', body),
  issueContact: (body: SeeContactBody) => post<IssueContact>('/issues/contact', body),
  issue: (issueNo: string, signal: AbortSignal) => get<IssueFactsBody>(`/issues/${named(issueNo)}`, { signal }),
  attachment: async (issueNo: string, attachmentNo: string) => (await send('GET', `/issues/${named(issueNo)}/attachments/${named(attachmentNo)}`, undefined, {})).blob(),
  payeeChoices: (signal: AbortSignal) => get<PayeeFormChoices>('/payee-choices', { signal }),
  payee: (merchantNo: string, signal: AbortSignal) => get<PayeeForm>(`/payees/${named(merchantNo)}`, { signal }),
  addPayee: (body: NewPayeeBody) => post<unknown>('/payees/add', body),
  editPayee: (body: EditPayeeBody) => post<unknown>('/payees/edit', body),
  doToPayee: (what: 'disable' | 'enable' | 'delete', body: SeenPayeeBody) => post<unknown>(`/payees/${what}`, body),
  linkChoices: (signal: AbortSignal) => get<LinkChoices>('/payee-channel-choices', { signal }),
  link: (merchantNo: string, channelMerchantId: string, signal: AbortSignal) => get<LinkForm>(`/payee-channels/${named(merchantNo)}/${named(channelMerchantId)}`, { signal }),
  addLink: (body: NewLinkBody) => post<unknown>('/payee-channels/add', body),
  editLink: (body: EditLinkBody) => post<unknown>('/payee-channels/edit', body),
  doToLink: (what: 'disable' | 'enable' | 'delete', body: SeenLinkBody) => post<unknown>(`/payee-channels/${what}`, body),
  institution: (institutionNo: string, signal: AbortSignal) => get<InstitutionForm>(`/institutions/${named(institutionNo)}`, { signal }),
  institutionPayees: (institutionNo: string, signal: AbortSignal) => get<InstitutionPayees>(`/institutions/${named(institutionNo)}/payees`, { signal }),
  addInstitution: (body: NewInstitutionBody) => post<GivenCode>('/institutions/add', body),
  editInstitution: (body: EditInstitutionBody) => post<unknown>('/institutions/edit', body),
  doToInstitution: (what: 'disable' | 'enable' | 'delete', body: SeenInstitutionBody) => post<unknown>(`/institutions/${what}`, body),
  linkPayees: (body: LinkPayeesBody) => post<unknown>('/institutions/link-payees', body),
  resetAdministrator: (body: OneInstitutionBody) => post<GivenCode>('/institutions/reset-password', body),
  file: async (fileNo: string, signal: AbortSignal) => (await send('GET', `/files/${named(fileNo)}`, undefined, { signal })).blob(),
};

/** What a person reads when something went wrong. */
export const wordsOf = (fault: unknown): string =>
  (fault instanceof Refused ? `${fault.message}${fault.code === 'FAULT' && fault.traceId !== undefined ? `（追踪号 ${fault.traceId}）` : ''}` : '页面出现问题，请刷新后重试');
