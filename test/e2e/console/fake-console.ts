import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import type { TSchema } from '@sinclair/typebox';
import express, { type Request, type Response } from 'express';
import smCrypto from 'sm-crypto';
import { consoleErrors, errorBody, type ConsoleErrorCode } from '../../../contracts/console/errors.js';
import { exportStarted, exportState, listDeclaration, listPage, listTotals } from '../../../contracts/console/lists.js';
import { home } from '../../../contracts/console/home.js';
import { me, type Me } from '../../../contracts/console/me.js';
import { done } from '../../../contracts/console/schemas.js';
import { activate, askChallenge, challenge, changePassword, confirmEnrolment, enrolment, keyQuestion, proveByCode, proveByKey, signedIn, signIn, type NextStep } from '../../../contracts/console/sign-in.js';
import { declarationOf, listNamed, pageOf, totalsOf } from './fake-lists.js';

/** As the product is to send it: nothing inline, nothing from elsewhere. */
export const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
export const theAccount = { account: 'zhangmin', password: 'Qingxi-2026-Shan', code: '123456' } as const;
export const otpAddress = 'otpauth://totp/%E9%80%9A%E7%BC%B4:zhangmin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%E9%80%9A%E7%BC%B4';
const challengeNo = '20261123140000123001000017';
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#eef"/><text x="20" y="28" font-size="24">7K4P</text></svg>';

const someone: Me = {
  operatorNo: '20261101090000000001000011', account: theAccount.account, name: '张敏', scope: '全市', permissions: [], factor: 'totp', signedInAt: Date.UTC(2026, 10, 23, 6), idleMs: 900_000, passwordDaysLeft: 6,
  platformName: '三明市非税收入收缴公共平台', isEmbedded: true, isLimited: false,
  menu: [
    { key: 'desk', title: '客户服务', children: [{ key: 'abnormal', title: '异常订单', path: '/desk/abnormal-orders', list: 'abnormal-orders' }, { key: 'repeat', title: '重缴订单', list: 'repeat-orders' }, { key: 'texts', title: '短信记录', list: 'text-messages' }] },
    { key: 'finance', title: '财务', children: [{ key: 'settlements', title: '结算情况', list: 'settlements' }, { key: 'details', title: '结算明细', list: 'settlement-details' }, { key: 'days', title: '对账情况', list: 'reconcile-days' }] },
    { key: 'record', title: '异常订单详情', path: '/lists/abnormal-order', list: 'abnormal-order' },
    { key: 'later', title: '系统参数', path: '/settings' },
  ],
};

export interface FakeConsole {
  readonly address: string;
  /** What the pages asked for, and what was wrong with how they asked. */
  readonly asked: string[];
  readonly faults: string[];
  /** What comes after the password, in this order. */
  next: NextStep[];
  me: Me;
  isInside: boolean;
  wantsPicture: boolean;
  /** Every call of the inside is refused with this. */
  refusal: ConsoleErrorCode | undefined;
  /** States of an export, one for each look. */
  exportStates: { state: 'running' | 'done' | 'failed'; written: number; fileNo?: string; fileName?: string; message?: string }[];
  wantsStepUp: boolean;
  /** What there is in all cannot be told. */
  totalsFail: boolean;
  passwords: string[];
  close(): Promise<void>;
}

/** The built pages with a played server behind them, which holds both sides to the schemas of contracts/console. */
export async function openFakeConsole(): Promise<FakeConsole> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const fake: FakeConsole = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/console/`, asked: [], faults: [], next: ['totp', 'home'], me: someone, isInside: false, wantsPicture: false, refusal: undefined, exportStates: [], wantsStepUp: false, totalsFail: false, passwords: [],
    close: () => new Promise<void>((closed) => { server.close(() => { closed(); }); server.closeAllConnections(); }),
  };
  app.use((_request, response, next) => { response.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff' }); next(); });
  app.use('/console/api', express.json(), playedApi(fake));
  const pages = resolve('dist/adapters/web/console');
  app.use('/console/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y' }));
  app.get(['/console', '/console/*path'], (_request, response) => { response.sendFile(`${pages}/index.html`); });
  return fake;
}

function playedApi(fake: FakeConsole): express.Router {
  const router = express.Router();
  const keys = smCrypto.sm2.generateKeyPairHex();
  let nonce = '';
  const refuse = (response: Response, code: ConsoleErrorCode): void => {
    const [status, message] = consoleErrors[code];
    answer(response.status(status), errorBody, { code, message, traceId: 'TRACE-0001' });
  };
  const answer = (response: Response, schema: TSchema, body: unknown): void => {
    if (!Value.Check(schema, body)) fake.faults.push(`answer: ${JSON.stringify(body)}`);
    response.json(body);
  };
  /** The nonce of a challenge is good for the one call that uses it. */
  const open = (cipher: string): string => {
    const sealed = JSON.parse(smCrypto.sm2.doDecrypt(cipher, keys.privateKey, 1)) as { password: string; nonce: string };
    if (sealed.nonce !== nonce) fake.faults.push('nonce');
    fake.passwords.push(sealed.password);
    return sealed.password;
  };
  const step = (response: Response): void => {
    const next = fake.next.shift() ?? 'home';
    fake.isInside = next === 'home';
    answer(response, signedIn, { next });
  };
  const on = (path: string, schema: TSchema, act: (body: Record<string, string>, response: Response) => void): void => {
    router.post(path, (request: Request, response) => {
      if (!Value.Check(schema, request.body)) fake.faults.push(`${path}: ${JSON.stringify(request.body)}`);
      act(request.body as Record<string, string>, response);
    });
  };
  router.use((request, response, next) => {
    fake.asked.push(`${request.method} ${request.url}${request.get('x-console-background') === '1' ? ' (background)' : ''}`);
    if (request.get('x-console-request') !== '1') fake.faults.push(`no header: ${request.url}`);
    const isInner = /^\/(me|lists|exports|files)\b/.test(request.path);
    if (isInner && fake.refusal !== undefined) { fake.isInside = false; refuse(response, fake.refusal); } else if (isInner && !fake.isInside) refuse(response, 'NOT_SIGNED_IN');
    else next();
  });
  on('/challenge', askChallenge, (_body, response) => {
    nonce = `nonce-${fake.asked.length}`;
    answer(response, challenge, { challengeNo, publicKey: keys.publicKey, nonce, ...(fake.wantsPicture ? { captcha: picture } : {}) });
  });
  on('/sign-in', signIn, ({ account = '', cipher = '', captcha }, response) => {
    const isRight = open(cipher) === theAccount.password && account === theAccount.account && (!fake.wantsPicture || captcha === '7K4P');
    fake.wantsPicture = !isRight;
    if (isRight) step(response);
    else refuse(response, 'SIGN_IN_FAILED');
  });
  on('/activate', activate, ({ cipher = '' }, response) => { open(cipher); step(response); });
  on('/change-password', changePassword, ({ cipher = '', newCipher = '' }, response) => {
    if (open(cipher) === theAccount.password && open(newCipher) !== theAccount.password) step(response);
    else refuse(response, 'PASSWORD');
  });
  router.post('/enrolment', (_request, response) => { answer(response, enrolment, { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: otpAddress }); });
  const byCode = ({ code }: Record<string, string>, response: Response): void => { if (code === theAccount.code) step(response); else refuse(response, 'FACTOR_WRONG'); };
  on('/enrolment/confirm', confirmEnrolment, byCode);
  on('/prove/code', proveByCode, byCode);
  router.post('/prove/key-question', (_request, response) => { answer(response, keyQuestion, { challengeNo, text: `sign-in|zhangmin|${'ab'.repeat(16)}|${fake.address}` }); });
  on('/prove/key', proveByKey, (_body, response) => { step(response); });
  on('/step-up/code', proveByCode, (_body, response) => { fake.wantsStepUp = false; answer(response, done, { done: true }); });
  router.post('/step-up/key-question', (_request, response) => { answer(response, keyQuestion, { challengeNo, text: `step-up|zhangmin|${'cd'.repeat(16)}|${fake.address}` }); });
  on('/step-up/key', proveByKey, (_body, response) => { fake.wantsStepUp = false; answer(response, done, { done: true }); });
  router.post('/sign-out', (_request, response) => { fake.isInside = false; answer(response, done, { done: true }); });
  router.get('/me', (_request, response) => { answer(response, me, fake.me); });
  router.get('/home', (_request, response) => { answer(response, home, { day: '20261123', tasks: [] }); });
  router.get('/lists/:name/declaration', ({ params }, response) => {
    const view = listNamed(params.name);
    if (view === undefined) refuse(response, 'NOT_FOUND');
    else answer(response, listDeclaration, declarationOf(view));
  });
  router.get('/lists/:name', ({ params, query }, response) => {
    const view = listNamed(params.name);
    if (view === undefined) refuse(response, 'NOT_FOUND');
    else answer(response, listPage, pageOf(view, view.kind === 'record' ? 1 : 45, query));
  });
  router.get('/lists/:name/totals', ({ params, query }, response) => {
    const view = listNamed(params.name);
    if (view === undefined) refuse(response, 'NOT_FOUND');
    else if (fake.totalsFail) refuse(response, 'REFUSED');
    else answer(response, listTotals, totalsOf(view, 45, query));
  });
  router.post('/lists/:name/export', (_request, response) => {
    if (fake.wantsStepUp) refuse(response, 'STEP_UP');
    else answer(response, exportStarted, { exportNo: 'E1' });
  });
  router.get('/exports/:no', (_request, response) => { answer(response, exportState, fake.exportStates.shift() ?? { state: 'failed', written: 0, message: '没有了' }); });
  router.get('/files/:no', (_request, response) => { response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(Buffer.from('PK-played')); });
  return router;
}
