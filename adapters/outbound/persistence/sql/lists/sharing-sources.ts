import { shareLog } from '../../../../../contracts/lists/sharing-lists.js';
import { coded, moments } from './conditions.js';
import { plainSource } from './list-source.js';

export const shareLogSource = plainSource(shareLog, {
  from: (db) => db.from('share_batch', 'batch_of'),
  columns: {
    beganTime: 'batch_of.began_at', shareTable: 'batch_of.table_name', shareKind: 'batch_of.batch_kind',
    rowCount: 'batch_of.row_count', acceptedCount: 'batch_of.accepted_count',
    quarantinedCount: 'batch_of.quarantined_count', warningCount: 'batch_of.warning_count', shareState: 'batch_of.state', message: 'batch_of.message_text',
    target: 'batch_of.target_name', endedTime: 'batch_of.ended_at', batchNo: 'batch_of.batch_no',
  },
  filters: {
    beganTime: moments('batch_of.began_at'), shareTable: coded('batch_of.table_name', 'shareTable'), shareKind: coded('batch_of.batch_kind', 'shareKind'),
    shareState: coded('batch_of.state', 'shareState'),
  },
}, { key: [{ name: 'batch_no', type: 'text' }] });
