import {
  char, datetime, freeText, identifier, int, personName, phone, picture, reference, varchar, type SharedColumn,
} from './shared-column.js';

export const sharedTableNames = ['merchant-users', 'paid-orders', 'users', 'business-nodes', 'order-bills'] as const;
export type SharedTableName = (typeof sharedTableNames)[number];

/** One table of the city's data sharing platform, exactly as requirement 1.1.7.2.5 writes it: names with their capitals, order, types, lengths. */
export interface SharedTable {
  readonly name: SharedTableName;
  /** Number in the requirement document; the extension has none. */
  readonly tableNo: string;
  readonly zh: string;
  /** Its name at the target unless the configuration gives another: the document gives none. */
  readonly usualTarget: string;
  /** By which a row is found again at the target. */
  readonly key: string;
  /** Touched by every change, where the table has such a column. */
  readonly changedColumn: string | undefined;
  readonly columns: readonly SharedColumn[];
}

/** 7-15 and 7-17 differ in the length of login_ip alone. */
const userColumns = (loginIp: SharedColumn): readonly SharedColumn[] => [
  varchar('company_id', 64, '归属公司', reference),
  varchar('create_by', 30, '创建者'),
  datetime('create_date', '创建时间'),
  char('del_flag', 1, '删除标记'),
  varchar('email', 200, '邮箱', { dataClass: 'personal', sharing: 'masked', mask: 'email', overflow: 'empty' }),
  varchar('id', 64, '编号', identifier),
  datetime('login_date', '最后登陆时间'),
  varchar('login_flag', 64, '是否可登录'),
  loginIp,
  varchar('login_name', 30, '登录名'),
  varchar('mobile', 11, '手机', phone),
  varchar('name', 30, '姓名', personName),
  varchar('no', 100, '工号'),
  varchar('office_id', 64, '归属部门', reference),
  varchar('password', 100, '密码', { dataClass: 'credential', sharing: 'never', overflow: 'empty' }),
  varchar('phone', 11, '电话', phone),
  varchar('photo', 1000, '用户头像', picture),
  varchar('post_id', 64, '岗位', reference),
  varchar('qrcode', 1000, '二维码', picture),
  varchar('remarks', 255, '备注信息', freeText),
  varchar('sign', 450, '个性签名', freeText),
  varchar('update_by', 64, '更新者'),
  datetime('update_date', '更新时间'),
];

const address = { dataClass: 'personal', sharing: 'withheld', overflow: 'empty' } as const;

export const sharedTables: readonly SharedTable[] = [
  {
    name: 'merchant-users', tableNo: '7-15', zh: '商户中心库表', usualTarget: 'merchant_user', key: 'id', changedColumn: 'update_date',
    columns: userColumns(varchar('login_ip', 15, '最后登陆IP', { ...address, form: 'v4' })),
  },
  {
    name: 'paid-orders', tableNo: '7-16', zh: '支付订单信息表', usualTarget: 'pay_order_info', key: 'Ddh', changedColumn: undefined,
    columns: [
      // Explained as the user's number, whatever its name says; cut or left out it would be another user's or nobody's.
      varchar('menu_id', 64, '用户ID', identifier),
      varchar('Phone', 11, '手机号', phone),
      varchar('Ddh', 64, '订单号', identifier),
      varchar('Sfzh', 18, '身份证号', { dataClass: 'sensitive', sharing: 'masked', mask: 'certificate', overflow: 'empty' }),
      varchar('Name', 30, '姓名', personName),
    ],
  },
  {
    name: 'users', tableNo: '7-17', zh: '用户信息表', usualTarget: 'sys_user', key: 'id', changedColumn: 'update_date',
    columns: userColumns(varchar('login_ip', 100, '最后登陆IP', address)),
  },
  {
    name: 'business-nodes', tableNo: '7-18', zh: '业务信息表', usualTarget: 'business_info', key: 'id', changedColumn: 'update_date',
    columns: [
      varchar('create_by', 30, '创建人'),
      datetime('create_date', '创建时间'),
      varchar('createorgid', 64, '创建机构ID', reference),
      int('del_flag', '删除标记'),
      char('grade', 1, '节点等级'),
      varchar('id', 64, '', identifier),
      int('is_child', '是否初始节点（0:否;1:是）'),
      varchar('name', 50, '节点名称名称'),
      varchar('orgid', 64, '所属机构ID', reference),
      varchar('parent_id', 64, '父节点ID', identifier),
      varchar('parent_ids', 2000, '所有父节点ID', identifier),
      varchar('remarks', 500, '备注', freeText),
      varchar('update_by', 30, '更新人'),
      datetime('update_date', '更新时间'),
    ],
  },
  // Ours: the document speaks of bills (账单) and gives no table for them. Off unless the configuration switches it on.
  {
    name: 'order-bills', tableNo: '扩展', zh: '账单信息扩展表', usualTarget: 'pay_bill_info', key: 'id', changedColumn: 'update_date',
    columns: [
      varchar('id', 64, '平台订单号', identifier),
      varchar('biz_order_no', 128, '业务订单号', identifier),
      varchar('merchant_no', 64, '收款单位编码', identifier),
      varchar('merchant_name', 100, '收款单位名称'),
      varchar('amount', 20, '收款金额（元）', identifier),
      varchar('refunded_amount', 20, '已退金额（元）', identifier),
      varchar('pay_channel', 16, '支付渠道'),
      datetime('pay_date', '支付时间'),
      char('del_flag', 1, '删除标记'),
      datetime('update_date', '更新时间'),
    ],
  },
];

const byName = new Map(sharedTables.map((table) => [table.name, table]));

export function sharedTable(name: SharedTableName): SharedTable {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no shared table ${name}`);
  return found;
}

/** For names that people write. */
export const tableNamed = (text: string): SharedTable | undefined => sharedTables.find(({ name, tableNo }) => name === text || tableNo === text);

/** Columns of which a full value may be authorised at all. */
export const hasPolicy = (column: SharedColumn): boolean => column.sharing === 'masked' || column.sharing === 'withheld';
