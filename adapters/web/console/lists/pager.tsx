import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { countText } from '../../shared/money.js';
import type { KnownTotals } from './use-totals.js';

interface Props {
  readonly counted: KnownTotals;
  readonly page: number;
  readonly pageSize: number;
  readonly pageSizes: readonly number[];
  readonly isWaiting: boolean;
  readonly back: (() => void) | undefined;
  readonly forward: (() => void) | undefined;
  readonly resize: (pageSize: number) => void;
}

export function Pager({ counted, page, pageSize, pageSizes, isWaiting, back, forward, resize }: Props): ReactNode {
  const pages = counted.totals && Math.max(1, page, Math.ceil(counted.totals.count / pageSize));
  return (
    <nav className="pager" aria-label="分页">
      <Found counted={counted} />
      <Button size="small" icon={<LeftOutlined aria-hidden="true" />} disabled={back === undefined || isWaiting} onClick={back}>上一页</Button>
      <span aria-live="polite">第 {page}{pages === undefined ? '' : ` / ${countText(pages)}`} 页</span>
      <Button size="small" icon={<RightOutlined aria-hidden="true" />} iconPlacement="end" disabled={forward === undefined || isWaiting} onClick={forward}>下一页</Button>
      <Select size="small" aria-label="每页条数" value={pageSize} onChange={resize} options={pageSizes.map((size) => ({ value: size, label: `${size} 条/页` }))} />
    </nav>
  );
}

/** How many there are; the rows are there before. */
function Found({ counted: { totals, fault, refresh } }: { readonly counted: KnownTotals }): ReactNode {
  if (totals !== undefined) return <span>共 {countText(totals.count)} 条</span>;
  if (fault === undefined) return <span role="status">正在统计条数…</span>;
  return <span role="alert" title={fault}>条数和合计没有统计出来<Button type="link" size="small" onClick={refresh}>再统计</Button></span>;
}
