import type { ExportDesk, ExportStanding, StartRefusal } from '../../../application/lists/export-desk.js';
import { exportStarted, exportState, startExport, type ExportState, type StartExport } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import type { ExportFailure } from '../../../domain/lists/list-export.js';
import { viewFor, type ListDeps } from './list-routes.js';
import { refused, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface ExportDeps extends Pick<ListDeps, 'noteDenied'> { readonly desk: Pick<ExportDesk, 'start' | 'state' | 'file'> }

const failureWords = {
  'too-many-rows': '超过导出行数上限，请缩小查询范围后重新导出', 'too-large': '导出的文件过大，请缩小查询范围后重新导出',
  'process-gone': '导出已中断：处理该导出的服务进程已停止，请重新导出', stopped: '系统停机，导出已中断，请重新导出', fault: '系统内部错误，导出没有完成，请重新导出',
} as const satisfies Readonly<Record<ExportFailure, string>>;
const goneWords = '文件已超过 24 小时，已经删除，请重新导出';

/** The whole filtered result of a list as a file: started, asked after, fetched; each only by whoever started it (IDOR-01). */
export function exportRoutes({ desk, noteDenied }: ExportDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'start-export', method: 'POST', path: '/lists/:name/export', access: 'signed-in', summary: '导出列表', requirements: ['1.1.4.3.1-c', '1.1.4.3.3-b'], body: startExport, answer: exportStarted, refuses: ['FORBIDDEN', 'TOO_MANY', 'BUSY'],
      handle: async (call: OwnCall<StartExport>) => {
        const { who: { operator: { operatorNo, scope } }, body: { parameters }, asker } = call;
        const view = await viewFor(call as OwnCall<never>, noteDenied);
        if ('refused' in view) return view;
        const started = await desk.start({ ...asker, operatorNo, listName: view.name, parameters, scope });
        return started.ok ? { body: started.value } : refusalOf(started.refusal);
      },
    },
    {
      name: 'export-state', method: 'GET', path: '/exports/:exportNo', access: 'signed-in', summary: '导出进度', answer: exportState,
      handle: async ({ who: { operator }, params }: OwnCall<never>) => {
        const standing = await desk.state(params['exportNo'] ?? '', operator.operatorNo);
        return standing === undefined ? refused('NOT_FOUND') : { body: stateOf(standing) };
      },
    },
    {
      name: 'export-file', method: 'GET', path: '/files/:fileNo', access: 'signed-in', summary: '下载导出的文件', answer: 'file', refuses: ['FORBIDDEN'],
      handle: async ({ who, params, asker }: OwnCall<never>) => {
        const { operatorNo, scope } = who.operator;
        const found = await desk.file(params['fileNo'] ?? '', { operatorNo, scope });
        if (!found.ok) return refused('NOT_FOUND', found.refusal === 'gone' ? { message: goneWords } : {});
        const { listName, fileName, byteSize, bytes } = found.value;
        // The right to the list may have been taken away since the file was made.
        if (!who.rights.has(listNamed(listName)?.permission ?? '')) {
          await noteDenied(who, listName, asker);
          return refused('FORBIDDEN');
        }
        return { file: { fileName, byteCount: byteSize, bytes } };
      },
    },
  ];
}

function refusalOf(refusal: StartRefusal): Refusal {
  switch (refusal.code) {
    case 'unknown-list': return refused('NOT_FOUND');
    case 'bad-query': return refused('BAD_REQUEST', { field: refusal.refusal.parameter, message: refusal.refusal.message });
    case 'too-many-own': return refused('TOO_MANY', { message: `您已有 ${refusal.limit} 个导出正在进行，请等其中一个完成后再试` });
    case 'busy': return refused('BUSY', { message: '正在进行的导出较多，请稍后再试' });
  }
}

function stateOf({ state, written, fileNo, fileName, failure, isFileGone }: ExportStanding): ExportState {
  const message = failure !== undefined ? failureWords[failure] : isFileGone ? goneWords : undefined;
  return { state, written, ...(fileNo !== undefined && { fileNo }), ...(fileName !== undefined && { fileName }), ...(message !== undefined && { message }) };
}
