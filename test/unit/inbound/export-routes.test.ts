import { expect } from 'chai';
import { exportRoutes } from '../../../adapters/inbound/console-api/export-routes.js';
import { bodyFlaw } from '../../../adapters/inbound/console-api/body.js';
import { refused, type OwnCall, type OwnRoute } from '../../../adapters/inbound/console-api/route.js';
import type { ExportAsk, ExportDesk, ExportStanding } from '../../../application/lists/export-desk.js';
import type { SignedIn } from '../../../application/operators/check-session.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { ok, refuse } from '../../../domain/kernel/result.js';
import type { Operator } from '../../../domain/operators/operator.js';
import { anOperator, aSession } from '../../builders/operators.js';

async function* noBytes(): Bytes { yield await Promise.resolve(new Uint8Array(4)); }
const right = listNamed('settlements')?.permission ?? '';
const asker = { address: '192.0.2.7', requestId: 'R1' };
const standing = (changes: Partial<ExportStanding>): ExportStanding =>
  ({ state: 'running', listName: 'settlements', written: 2500, fileNo: undefined, fileName: undefined, failure: undefined, isFileGone: false, ...changes });
const who = (rights: readonly string[], scope: Operator['scope'] = { kind: 'all' }): SignedIn =>
  ({ operator: anOperator({ scope }), session: aSession(), rights: new Set(rights), factor: 'totp', passwordChangedAt: 0, isProvedLately: true });

function routesOf(desk: Partial<ExportDesk>) {
  const denied: string[] = [];
  const routes = exportRoutes({ desk: desk as ExportDesk, noteDenied: async (_, listName) => { denied.push(listName); } });
  const call = async (name: string, params: Readonly<Record<string, string>>, asks: SignedIn, body: object = {}): Promise<unknown> => {
    const route = routes.find((one) => one.name === name) as OwnRoute | undefined;
    const given: OwnCall<never> = { body: body as never, query: {}, params, form: '', token: 'T', asker, who: asks };
    return route?.handle(given);
  };
  return { routes, denied, call };
}

describe('routes of exports', () => {
  const parameters = { payChannel: 'ALIPAY' };

  it('start an export of whoever asks, with the scope of the account and never of the request', async () => {
    const asked: ExportAsk[] = [];
    const { call } = routesOf({ start: async (ask) => { asked.push(ask); return ok({ exportNo: 'E1' }); } });
    expect(await call('start-export', { name: 'settlements' }, who([right]), { parameters })).to.deep.equal({ body: { exportNo: 'E1' } });
    expect(asked).to.deep.equal([{ ...asker, operatorNo: 'O1', listName: 'settlements', parameters, scope: { kind: 'all' } }]);
  });

  it('refuse who has no right to the list or no rows in it, and do not tell apart what is not there', async () => {
    const { call, denied } = routesOf({ start: async () => { throw new Error('not to be asked'); } });
    expect(await call('start-export', { name: 'settlements' }, who([]), { parameters })).to.deep.equal(refused('FORBIDDEN'));
    expect(denied).to.deep.equal(['settlements']);
    for (const name of ['nothing', '__proto__', 'portal-unsettled']) expect(await call('start-export', { name }, who([right]), { parameters })).to.deep.equal(refused('NOT_FOUND'));
    const ofAll = listNamed('reconcile-days')?.permission ?? '';
    expect(await call('start-export', { name: 'reconcile-days' }, who([ofAll], { kind: 'region', regionCode: '350402' }), { parameters })).to.include({ refused: 'FORBIDDEN' });
  });

  it('say in words why none was started', async () => {
    const refusals = [
      [{ code: 'unknown-list' }, 'NOT_FOUND', undefined], [{ code: 'bad-query', refusal: { parameter: 'orderDateTo', message: '结束日期早于开始日期' } }, 'BAD_REQUEST', '结束日期早于开始日期'],
      [{ code: 'too-many-own', limit: 2 }, 'TOO_MANY', '您已有 2 个导出正在进行，请等其中一个完成后再试'], [{ code: 'busy' }, 'BUSY', '正在进行的导出较多，请稍后再试'],
    ] as const;
    for (const [refusal, code, message] of refusals) {
      const answer = await routesOf({ start: async () => refuse(refusal) }).call('start-export', { name: 'settlements' }, who([right]), { parameters });
      expect([(answer as { refused: string }).refused, (answer as { message?: string }).message]).to.deep.equal([code, message]);
    }
  });

  it('take parameters as texts and nothing else', () => {
    const { routes } = routesOf({});
    const [start] = routes;
    if (start === undefined) throw new Error('no route');
    expect(bodyFlaw(start, { parameters })).to.equal(undefined);
    for (const body of [{}, { parameters: [] }, { parameters: { a: 1 } }, { parameters: { a: 'x'.repeat(2001) } }, { parameters, scope: 'all' }, { parameters, operatorNo: 'O2' }]) {
      expect(bodyFlaw(start, body), JSON.stringify(body).slice(0, 40)).to.include({ refused: 'BAD_REQUEST' });
    }
  });

  it('tell how an export stands, in words where it failed or its file is gone', async () => {
    const bodyOf = async (told: ExportStanding): Promise<unknown> => ((await routesOf({ state: async () => told }).call('export-state', { exportNo: 'E1' }, who([]))) as { body: unknown }).body;
    expect(await bodyOf(standing({}))).to.deep.equal({ state: 'running', written: 2500 });
    expect(await bodyOf(standing({ state: 'done', fileNo: 'F1', fileName: '结算情况.xlsx' }))).to.deep.equal({ state: 'done', written: 2500, fileNo: 'F1', fileName: '结算情况.xlsx' });
    expect(await bodyOf(standing({ state: 'failed', failure: 'process-gone' }))).to.deep.equal({ state: 'failed', written: 2500, message: '导出已中断：处理该导出的服务进程已停止，请重新导出' });
    expect(await bodyOf(standing({ state: 'done', isFileGone: true }))).to.deep.equal({ state: 'done', written: 2500, message: '文件已超过 24 小时，已经删除，请重新导出' });
    expect(await routesOf({ state: async () => undefined }).call('export-state', { exportNo: 'E1' }, who([right]))).to.deep.equal(refused('NOT_FOUND'));
  });

  it('give a file to its owner, and no longer when the right to the list was taken away', async () => {
    const bytes = noBytes();
    const { call, denied } = routesOf({ file: async (_, { operatorNo, scope }) => (operatorNo === 'O1' && scope.kind === 'all' ? ok({ listName: 'settlements', fileName: '结算情况.xlsx', byteSize: 4, bytes }) : refuse('unknown')) });
    expect(await call('export-file', { fileNo: 'F1' }, who([right]))).to.deep.equal({ file: { fileName: '结算情况.xlsx', byteCount: 4, bytes } });
    expect(await call('export-file', { fileNo: 'F1' }, who(['platform.audit.read']))).to.deep.equal(refused('FORBIDDEN'));
    expect(denied).to.deep.equal(['settlements']);
    expect(await call('export-file', { fileNo: 'F1' }, who([right], { kind: 'region', regionCode: '350402' }))).to.deep.equal(refused('NOT_FOUND'));
    for (const [refusal, message] of [['unknown', undefined], ['gone', '文件已超过 24 小时，已经删除，请重新导出']] as const) {
      const answer = await routesOf({ file: async () => refuse(refusal) }).call('export-file', { fileNo: 'F1' }, who([right]));
      expect([(answer as { refused: string }).refused, (answer as { message?: string }).message]).to.deep.equal(['NOT_FOUND', message]);
    }
  });
});
