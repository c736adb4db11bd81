import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import type { Filter } from './list-types.js';

/** Why there is nothing to see, and what to do about it. */
export function EmptyWords({ missing, isFiltered, reset }: { readonly missing: readonly Filter[]; readonly isFiltered: boolean; readonly reset: () => void }): ReactNode {
  const words = missing.length > 0 ? `请先填写${missing.map(({ label }) => label).join('、')}，再查询` : isFiltered ? '没有符合条件的记录' : '暂无记录';
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words}>{missing.length === 0 && isFiltered && <Button size="small" onClick={reset}>清除查询条件</Button>}</Empty>;
}
