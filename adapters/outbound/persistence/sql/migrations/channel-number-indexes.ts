import { archiveName } from '../sql-table.js';
import { index, type Step } from './steps.js';

const byChannelNumber = ['channel_order_no'];

/** People look for a repeat payment or an abnormal order by the number that the channel gave the payment, of whatever day it is. */
export const channelNumberIndexes: readonly Step[] = [
  index('0360-repeat-channel-no', 'repeat_payment', 'repeat_payment_channel_ix', byChannelNumber),
  index('0361-repeat-channel-no-archive', archiveName('repeat_payment'), 'repeat_payment_channel_ix_a', byChannelNumber),
  index('0362-abnormal-channel-no', 'abnormal_order', 'abnormal_order_channel_ix', byChannelNumber),
  index('0363-abnormal-channel-no-archive', archiveName('abnormal_order'), 'abnormal_order_channel_ix_a', byChannelNumber),
];
