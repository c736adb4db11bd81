import type { ConsoleErrorCode, ErrorBody } from '../../../../contracts/console/errors.js';
import type { ExportState, ListDeclaration, ListPageBody } from '../../../../contracts/console/lists.js';
import type { Me } from '../../../../contracts/console/me.js';
import type { AskGrantBody, AuditVerdictBody, DecideGrantBody, EditOperatorBody, InvitedOperator, NewOperatorBody, OperatorChoices, PermissionGroups, ResetOperator, RoleFactsBody, SaveRoleBody } from '../../../../contracts/console/operators.js';
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
interface Session { lost: (message: string) => void; stepUp: () => Promise<boolean>; acted: () => void }

/** What the rest of the console wants to hear about; set once by who draws the pages. */
export const session: Session = { lost: () => undefined, stepUp: () => Promise.resolve(false), acted: () => undefined };
const lostCodes: ReadonlySet<string> = new Set(['NOT_SIGNED_IN', 'KICKED', 'SESSION_ENDED']);

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
  startExport: (list: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal) => post<{ exportNo: string }>(`/lists/${named(list)}/export`, { parameters }, { signal }),
  exportState: (exportNo: string, signal: AbortSignal) => get<ExportState>(`/exports/${named(exportNo)}`, { background: true, signal }),
  inviteOperator: (body: NewOperatorBody) => post<InvitedOperator>('/operators/invite', body),
  editOperator: (body: EditOperatorBody) => post<unknown>('/operators/edit', body),
  disableOperator: (operatorNo: string) => post<unknown>('/operators/disable', { operatorNo }),
  enableOperator: (operatorNo: string) => post<unknown>('/operators/enable', { operatorNo }),
  unlockOperator: (operatorNo: string) => post<unknown>('/operators/unlock', { operatorNo }),
  endSessions: (operatorNo: string) => post<unknown>('/operators/end-sessions', { operatorNo }),
  resetOperator: (operatorNo: string) => post<ResetOperator>('/operators/reset', { operatorNo }),
  operatorChoices: (signal: AbortSignal) => get<OperatorChoices>('/operators/choices', { signal }),
  askGrant: (body: AskGrantBody) => post<unknown>('/grants/ask', body),
  decideGrant: (body: DecideGrantBody) => post<unknown>('/grants/decide', body),
  role: (roleCode: string, signal: AbortSignal) => get<RoleFactsBody>(`/roles/${named(roleCode)}`, { signal }),
  permissionGroups: (signal: AbortSignal) => get<PermissionGroups>('/permissions', { signal }),
  addRole: (body: SaveRoleBody) => post<unknown>('/roles/add', body),
  editRole: (body: SaveRoleBody) => post<unknown>('/roles/edit', body),
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
  verifyAudit: () => post<AuditVerdictBody>('/audit/verify'),
  file: async (fileNo: string, signal: AbortSignal) => (await send('GET', `/files/${named(fileNo)}`, undefined, { signal })).blob(),
};

/** What a person reads when something went wrong. */
export const wordsOf = (fault: unknown): string =>
  (fault instanceof Refused ? `${fault.message}${fault.code === 'FAULT' && fault.traceId !== undefined ? `（追踪号 ${fault.traceId}）` : ''}` : '页面出现问题，请刷新后重试');
