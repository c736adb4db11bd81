import { maybeCode, type AddColumn } from './steps.js';

const coded = (id: string, name: string): AddColumn => ({ id, change: 'add-column', table: name, column: maybeCode('row_mac', 64) });

/** Codes over the rows that say whom the platform trusts and whose rows an account sees (INT-01, INT-03); rows of earlier releases get theirs at the first start (directory-code-mark.ts). */
export const directoryCodeSteps: readonly AddColumn[] = [
  coded('0320-developer-code', 'developer'), coded('0321-developer-role-code', 'developer_role'), coded('0322-channel-merchant-code', 'channel_merchant'),
  coded('0323-payee-code', 'payee'), coded('0324-payee-channel-code', 'payee_channel'), coded('0325-institution-code', 'institution'), coded('0326-region-code', 'region'),
  coded('0327-industry-code', 'industry'), coded('0328-channel-code', 'payment_channel'), coded('0329-nontax-region-code', 'nontax_region'), coded('0330-nontax-item-code', 'nontax_item'),
];
