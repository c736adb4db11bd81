import { expect } from 'chai';
import type { LengthMode } from '../../../../domain/sharing/fit-text.js';
import { mapRow, roundedToDay, type ClearValues, type SharedCell } from '../../../../domain/sharing/map-row.js';
import { accountValues, billValues, nodeValues, orderValues } from '../../../../domain/sharing/row-values.js';
import { sharedTable, type SharedTableName } from '../../../../domain/sharing/shared-tables.js';
import { fen } from '../../../../domain/kernel/money.js';
import { noon } from '../../../builders/moments.js';
import { anOrder } from '../../../builders/payments.js';
import { aBusinessNode, aSharedAccount } from '../../../builders/sharing.js';

interface Mapped { readonly cells: Readonly<Record<string, SharedCell>>; readonly warnings: readonly string[] }

function mapped(name: SharedTableName, values: ClearValues, full: readonly string[] = [], lengthMode: LengthMode = 'char'): Mapped {
  const table = sharedTable(name);
  const row = mapRow(table, values, { lengthMode, isFull: (column) => full.includes(column) });
  if (!row.ok) throw new Error(JSON.stringify(row.refusal));
  return { cells: Object.fromEntries(table.columns.map((column, place) => [column.name, row.value.row.cells[place]])), warnings: row.value.warnings };
}
const refusal = (name: SharedTableName, values: ClearValues, lengthMode: LengthMode = 'char') => {
  const row = mapRow(sharedTable(name), values, { lengthMode, isFull: () => true });
  return row.ok ? undefined : row.refusal;
};

const paid = anOrder({ state: 'paid', userId: 'U1', payer: { name: '欧阳娜娜', mobile: '13800138000', certNo: '350402199001011234' } });

describe('a paid order for the city', () => {
  it('names order and user, and masks phone, certificate and name', () => {
    expect(mapped('paid-orders', orderValues(paid)).cells).to.deep.equal({ menu_id: 'U1', Phone: '138****8000', Ddh: paid.platformOrderNo, Sfzh: '350402********1234', Name: '欧*' });
  });

  it('shows in full exactly the columns that somebody authorised', () => {
    expect(mapped('paid-orders', orderValues(paid), ['Phone']).cells).to.include({ Phone: '13800138000', Sfzh: '350402********1234', Name: '欧*' });
    expect(mapped('paid-orders', orderValues(paid), ['Sfzh', 'Name']).cells).to.include({ Phone: '138****8000', Sfzh: '350402199001011234', Name: '欧阳娜娜' });
  });

  it('sends no phone that is longer than the column, and cuts none', () => {
    for (const full of [[], ['Phone']]) {
      const { cells, warnings } = mapped('paid-orders', orderValues({ ...paid, payer: { ...paid.payer, mobile: '+86 138-0013-8000' } }), full);
      expect(cells['Phone']).to.equal(undefined);
      expect(warnings).to.deep.equal(['Phone: 超过长度，已留空']);
    }
  });

  it('leaves out a certificate that does not fit, and is empty where the payer told nothing', () => {
    expect(mapped('paid-orders', orderValues({ ...paid, payer: { ...paid.payer, certNo: 'X'.repeat(30) } }), ['Sfzh']).cells['Sfzh']).to.equal(undefined);
    const silent = mapped('paid-orders', orderValues({ ...paid, userId: undefined, payer: { name: undefined, mobile: undefined, certNo: undefined } }));
    expect(silent).to.deep.equal({ cells: { menu_id: undefined, Phone: undefined, Ddh: paid.platformOrderNo, Sfzh: undefined, Name: undefined }, warnings: [] });
  });

  it('refuses a user whose number does not fit, because a part of it would be another user', () => {
    expect(refusal('paid-orders', orderValues({ ...paid, userId: '户'.repeat(32) }))).to.equal(undefined);
    expect(refusal('paid-orders', orderValues({ ...paid, userId: '户'.repeat(32) }), 'byte')).to.deep.equal({ column: 'menu_id', why: 'too-long' });
  });

  it('refuses a row without its key', () => {
    expect(refusal('paid-orders', { menu_id: 'U1' })).to.deep.equal({ column: 'Ddh', why: 'missing' });
  });
});

describe('a long name for the city', () => {
  const named = (name: string, mode: LengthMode) => mapped('paid-orders', { ...orderValues(paid), Name: name }, ['Name'], mode);

  it('is cut by characters or by bytes with a warning, never inside a character', () => {
    expect(named('张'.repeat(30), 'char')).to.deep.include({ warnings: [] });
    expect(named('张'.repeat(31), 'char').cells['Name']).to.equal('张'.repeat(30));
    const bytes = named(`a${'张'.repeat(10)}`, 'byte');
    expect(bytes.cells['Name']).to.equal(`a${'张'.repeat(9)}`);
    expect(bytes.warnings).to.deep.equal(['Name: 超过长度，已截断']);
    expect(named(`${'𠮷'.repeat(7)}x`, 'byte').cells['Name']).to.equal(`${'𠮷'.repeat(7)}x`);
    expect(named('𠮷'.repeat(8), 'byte').cells['Name']).to.equal('𠮷'.repeat(7));
    expect(named('𠮷'.repeat(31), 'char').cells['Name']).to.equal('𠮷'.repeat(30));
  });

  it('loses what no server stores: NUL, line breaks, halves of characters', () => {
    expect(named('张\u0000三\r\n\ud83d', 'char').cells['Name']).to.equal('张 三 \ufffd');
  });
});

describe('an account for the city', () => {
  const values = accountValues(aSharedAccount(), { roundsLoginDay: true });

  it('has every column it can fill, masked or empty where it is personal, and no password', () => {
    expect(mapped('users', values).cells).to.deep.equal({
      company_id: 'I1', create_by: 'admin', create_date: '2026-05-08 12:00:00', del_flag: '0', email: '****@sm.gov.cn', id: 'A1', login_date: '2026-05-08 00:00:00', login_flag: '1',
      login_ip: undefined, login_name: 'zhangsan', mobile: '138****8000', name: '张*', no: '0007', office_id: 'M1', password: undefined, phone: '059****1234', photo: undefined,
      post_id: undefined, qrcode: undefined, remarks: undefined, sign: undefined, update_by: 'admin', update_date: '2026-05-08 12:00:01',
    });
  });

  it('has no password even where somebody fills it and everything is authorised', () => {
    const all = sharedTable('users').columns.map(({ name }) => name);
    expect(mapped('users', { ...values, password: '$2b$12$abcdefghijklmnopqrstuv' }, all).cells['password']).to.equal(undefined);
  });

  it('tells an address of the old kind only where the column is short, any where it is long, and none unasked', () => {
    const from = (table: SharedTableName, lastLoginAddress: string, full: readonly string[] = ['login_ip']) =>
      mapped(table, accountValues(aSharedAccount({ lastLoginAddress }), { roundsLoginDay: true }), full).cells['login_ip'];
    expect(from('merchant-users', '10.1.2.3')).to.equal('10.1.2.3');
    expect(from('merchant-users', '2408:8400::1')).to.equal(undefined);
    expect(from('users', '2408:8400::1')).to.equal('2408:8400::1');
    expect(from('users', '10.1.2.3', [])).to.equal(undefined);
  });

  it('is marked as deleted in the type of its table', () => {
    expect(mapped('users', accountValues(aSharedAccount({ isGone: true }), { roundsLoginDay: true })).cells['del_flag']).to.equal('1');
    expect(mapped('business-nodes', nodeValues(aBusinessNode({ isGone: true }))).cells['del_flag']).to.equal(1);
    expect(mapped('business-nodes', nodeValues(aBusinessNode())).cells['del_flag']).to.equal(0);
  });

  it('tells the day of the last login only, unless the moment is wanted', () => {
    expect(roundedToDay(Date.UTC(2026, 4, 8, 15, 59, 59, 999))).to.equal(Date.UTC(2026, 4, 7, 16));
    expect(roundedToDay(Date.UTC(2026, 4, 8, 16))).to.equal(Date.UTC(2026, 4, 8, 16));
    expect(accountValues(aSharedAccount(), { roundsLoginDay: false })['login_date']).to.equal(noon + 5 * 3_600_000);
  });
});

describe('nodes and bills for the city', () => {
  it('give a node its place in the tree', () => {
    expect(mapped('business-nodes', nodeValues(aBusinessNode())).cells).to.deep.equal({
      create_by: undefined, create_date: '2026-05-08 12:00:00', createorgid: 'I1', del_flag: 0, grade: '2', id: 'P-M1', is_child: 0, name: '市不动产登记中心', orgid: 'I1',
      parent_id: 'R-350400', parent_ids: '0,R-350400,', remarks: undefined, update_by: undefined, update_date: '2026-05-08 12:00:00',
    });
    expect(mapped('business-nodes', nodeValues(aBusinessNode({ grade: 1 }))).cells['is_child']).to.equal(1);
  });

  it('write money of the extension table in yuan', () => {
    expect(mapped('order-bills', billValues({ order: paid, payeeName: '市财政局', refunded: fen(105), changedAt: noon })).cells)
      .to.include({ id: paid.platformOrderNo, amount: '120.00', refunded_amount: '1.05', pay_channel: 'alipay', del_flag: '0' });
  });
});
