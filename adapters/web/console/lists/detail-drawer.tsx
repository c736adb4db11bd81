import { Drawer } from 'antd';
import { Suspense, type ReactNode } from 'react';
import { ownDetailOf } from '../details/own-details.js';
import type { Column, Row } from './list-types.js';
import { RecordView } from './record-view.js';

interface Props { readonly list: string; readonly title: string; readonly columns: readonly Column[]; readonly row: Row | undefined; readonly close: () => void }

/** One row of a list with all of its columns, or with what else there is to be read of it. */
export function DetailDrawer({ list, title, columns, row, close }: Props): ReactNode {
  const Own = ownDetailOf(list);
  return (
    <Drawer open={row !== undefined} onClose={close} title={title} size={560} destroyOnHidden>
      {row !== undefined && (Own === undefined ? <RecordView columns={columns} row={row} columnsWide={1} /> : <Suspense><Own row={row} /></Suspense>)}
    </Drawer>
  );
}
