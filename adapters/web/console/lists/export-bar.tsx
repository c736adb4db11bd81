import { Alert, Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { countText } from '../../shared/money.js';
import type { Exporting } from './use-export.js';

/** How far the export is; above the table, so that one can go on reading. */
export function ExportBar({ exporting, count, cancel }: { readonly exporting: Exporting; readonly count: number | undefined; readonly cancel: () => void }): ReactNode {
  if (exporting.kind === 'none') return null;
  if (exporting.kind === 'failed') return <Alert className="notice" type="error" showIcon title={`导出失败：${exporting.words}`} closable={{ onClose: cancel }} role="alert" />;
  if (exporting.kind === 'done') return <Alert className="notice" type="success" showIcon title={`已导出 ${exporting.fileName}`} closable={{ onClose: cancel }} role="status" />;
  const percent = count === undefined || count === 0 ? 0 : Math.min(99, Math.floor((exporting.written / count) * 100));
  return (
    <Alert className="notice" type="info" role="status" action={<Button size="small" onClick={cancel}>取消</Button>}
      title={<div className="export-progress"><span>正在导出，已写入 {countText(exporting.written)}{count === undefined ? '' : ` / ${countText(count)}`} 行；离开本页即取消</span><Progress percent={percent} size="small" status="active" /></div>} />
  );
}
