import { inboundTexts, textMessageLog } from '../../../../../contracts/lists/text-lists.js';
import { readMobile } from '../../../../../domain/text-messages/phone.js';
import { contentPlace } from '../text-seal.js';
import { whereIndexed } from '../under-any-key.js';
import { textOf } from './cells.js';
import { coded, moments, none, whole } from './conditions.js';
import { plainSource, type Condition } from './list-source.js';

/** The rows of one phone, by its index: the number itself is nowhere in the statement. */
const ofPhone = (column: string): Condition => (query, value, { phoneIndexes }) => {
  const phone = typeof value === 'string' ? readMobile(value) : undefined;
  if (phone?.ok === true) whereIndexed(query, column, phoneIndexes(phone.value));
  else none(query);
};

export const textMessagesSource = plainSource(textMessageLog, {
  from: (db) => db.from('text_message', 'message'),
  columns: {
    createTime: 'message.created_at', scene: 'message.scene', phone: 'message.masked_phone', template: 'message.template_name', textState: 'message.state', resultCode: 'message.last_code',
    tries: 'message.tries', groupNo: 'message.group_no', bizKey: 'message.biz_key', submitTime: 'message.submitted_at', endTime: 'message.ended_at', messageId: 'message.message_id',
  },
  filters: {
    createDate: moments('message.created_at'), scene: coded('message.scene', 'textScene'), textState: coded('message.state', 'textState'), phone: ofPhone('message.phone_index'),
    bizKey: whole('message.biz_key'),
  },
}, { key: [{ name: 'message_id', type: 'text' }] });

export const inboundTextsSource = plainSource(inboundTexts, {
  from: (db) => db.from('text_inbound', 'inbound'),
  columns: {
    receiveTime: 'inbound.received_at', phone: 'inbound.masked_phone', content: 'inbound.sealed_content', meaning: 'inbound.meaning', extension: 'inbound.extension_no',
    sendTime: 'inbound.sent_at', inboundNo: 'inbound.inbound_no',
  },
  filters: { receiveDate: moments('inbound.received_at'), phone: ofPhone('inbound.phone_index'), meaning: coded('inbound.meaning', 'inboundMeaning') },
  extras: { sealed_in_said: 'inbound.said_index' },
}, {
  key: [{ name: 'inbound_no', type: 'text' }],
  read: { content: (row, _today, vault) => vault.open(contentPlace(textOf(row['sealed_in_said']) ?? ''), textOf(row['content']) ?? '') },
});
