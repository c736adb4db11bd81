/** The city's tables 7-15 to 7-18 as the document writes them, typed a second time on purpose: both sides must not share one mistake. */
export interface FrontTable { readonly name: string; readonly no: string; readonly zh: string; readonly key: string | undefined; readonly definition: readonly string[] }

const users = (loginIp: number): readonly string[] => [
  'company_id varchar(64)', 'create_by varchar(30)', 'create_date datetime', 'del_flag char(1)', 'email varchar(200)', 'id varchar(64)', 'login_date datetime',
  'login_flag varchar(64)', `login_ip varchar(${loginIp})`, 'login_name varchar(30)', 'mobile varchar(11)', 'name varchar(30)', 'no varchar(100)', 'office_id varchar(64)',
  'password varchar(100)', 'phone varchar(11)', 'photo varchar(1000)', 'post_id varchar(64)', 'qrcode varchar(1000)', 'remarks varchar(255)', 'sign varchar(450)',
  'update_by varchar(64)', 'update_date datetime',
];

export const frontTables: readonly FrontTable[] = [
  { name: 'merchant_user', no: '7-15', zh: '商户中心库表', key: 'id', definition: users(15) },
  {
    name: 'pay_order_info', no: '7-16', zh: '支付订单信息表', key: undefined,
    definition: ['menu_id varchar(64)', 'Phone varchar(11)', 'Ddh varchar(64)', 'Sfzh varchar(18)', 'Name varchar(30)'],
  },
  { name: 'sys_user', no: '7-17', zh: '用户信息表', key: 'id', definition: users(100) },
  {
    name: 'business_info', no: '7-18', zh: '业务信息表', key: 'id', definition: [
      'create_by varchar(30)', 'create_date datetime', 'createorgid varchar(64)', 'del_flag int', 'grade char(1)', 'id varchar(64)', 'is_child int', 'name varchar(50)',
      'orgid varchar(64)', 'parent_id varchar(64)', 'parent_ids varchar(2000)', 'remarks varchar(500)', 'update_by varchar(30)', 'update_date datetime',
    ],
  },
  {
    name: 'pay_bill_info', no: '扩展', zh: '账单信息扩展表', key: 'id', definition: [
      'id varchar(64)', 'biz_order_no varchar(128)', 'merchant_no varchar(64)', 'merchant_name varchar(100)', 'amount varchar(20)', 'refunded_amount varchar(20)',
      'pay_channel varchar(16)', 'pay_date datetime', 'del_flag char(1)', 'update_date datetime',
    ],
  },
];

export interface FrontColumn { readonly name: string; readonly type: string; readonly length: number | undefined }

export const columnsOf = (table: FrontTable): readonly FrontColumn[] => table.definition.map((text) => {
  const [, name = '', type = '', length] = /^(\w+) (\w+)(?:\((\d+)\))?$/.exec(text) ?? [];
  return { name, type, length: length === undefined ? undefined : Number(length) };
});

export const frontTable = (name: string): FrontTable | undefined => frontTables.find((table) => table.name === name);
