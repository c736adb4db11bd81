import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { Column, Row } from './list-types.js';
import { RecordView } from './record-view.js';

interface Props { readonly title: string; readonly columns: readonly Column[]; readonly row: Row | undefined; readonly close: () => void }

/** One row of a list with all of its columns. */
export const DetailDrawer = ({ title, columns, row, close }: Props): ReactNode => (
  <Drawer open={row !== undefined} onClose={close} title={title} size={560} destroyOnHidden>
    {row !== undefined && <RecordView columns={columns} row={row} columnsWide={1} />}
  </Drawer>
);
