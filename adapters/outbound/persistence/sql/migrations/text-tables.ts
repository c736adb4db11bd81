import { bigint, code, flag, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Text messages, who opted out, codes that were sent (as hashes), and texts from phones. */
export const textTables: readonly Step[] = [
  table('0140-text-message', 'text_message', ['message_id'], [
    code('message_id'), code('scene'), code('biz_key', 128), code('sealed_phone', 300), code('phone_index', 64), code('masked_phone', 16), code('template_name'), longText('param_list'),
    code('state', 16), maybeCode('last_code', 64), int('tries'), flag('being_sent'), flag('resent'), maybeCode('group_no', 64), maybeCode('asker_index', 64), bigint('created_at'),
    bigint('send_at'), maybeBigint('last_tried_at'), maybeBigint('submitted_at'), maybeBigint('ended_at'), int('version'),
  ]),
  uniqueIndex('0141-text-once', 'text_message', 'text_message_once_uq', ['scene', 'biz_key', 'phone_index']),
  index('0142-text-group', 'text_message', 'text_message_group_ix', ['group_no', 'phone_index']),
  index('0143-text-phone', 'text_message', 'text_message_phone_ix', ['phone_index', 'created_at']),
  index('0144-text-list', 'text_message', 'text_message_list_ix', ['created_at', 'message_id']),
  index('0145-text-state', 'text_message', 'text_message_state_ix', ['state', 'created_at', 'message_id']),
  index('0146-text-asker', 'text_message', 'text_message_asker_ix', ['asker_index', 'created_at']),
  table('0147-text-block', 'text_block', ['phone_index'], [
    code('phone_index', 64), code('masked_phone', 16), flag('is_blocked'), code('block_cause', 16), bigint('changed_at'), int('version'),
  ]),
  table('0148-text-code', 'text_code', ['scene', 'phone_index'], [
    code('scene'), code('phone_index', 64), code('code_hash', 64), bigint('made_at'), int('wrong_tries'), maybeBigint('used_at'), int('version'),
  ]),
  table('0149-text-inbound', 'text_inbound', ['said_index'], [
    code('said_index', 64), code('inbound_no'), code('sealed_phone', 300), code('phone_index', 64), code('masked_phone', 16), longText('sealed_content'), words('extension_no', 20),
    code('meaning', 16), maybeBigint('sent_at'), bigint('received_at'),
  ]),
  index('0149-text-inbound-list', 'text_inbound', 'text_inbound_list_ix', ['received_at', 'inbound_no']),
];
