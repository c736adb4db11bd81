import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { countText } from '../../shared/money.js';

interface Props {
  readonly count: number;
  readonly page: number;
  readonly pageSize: number;
  readonly pageSizes: readonly number[];
  readonly isWaiting: boolean;
  readonly back: (() => void) | undefined;
  readonly forward: (() => void) | undefined;
  readonly resize: (pageSize: number) => void;
}

export function Pager({ count, page, pageSize, pageSizes, isWaiting, back, forward, resize }: Props): ReactNode {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  return (
    <nav className="pager" aria-label="分页">
      <span>共 {countText(count)} 条</span>
      <Button size="small" icon={<LeftOutlined aria-hidden="true" />} disabled={back === undefined || isWaiting} onClick={back}>上一页</Button>
      <span aria-live="polite">第 {page} / {countText(Math.max(pages, page))} 页</span>
      <Button size="small" icon={<RightOutlined aria-hidden="true" />} iconPlacement="end" disabled={forward === undefined || isWaiting} onClick={forward}>下一页</Button>
      <Select size="small" aria-label="每页条数" value={pageSize} onChange={resize} options={pageSizes.map((size) => ({ value: size, label: `${size} 条/页` }))} />
    </nav>
  );
}
