/** What the gateway says about one call, before it is signed. `fields` come after code and msg, in their order. */
export interface Reply {
  readonly code: string;
  readonly msg: string;
  readonly subCode?: string;
  readonly subMsg?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const messages: Readonly<Record<string, string>> = {
  '10000': 'Success',
  '10003': 'order success pay inprocess',
  '20000': 'Service Currently Unavailable',
  '40001': 'Missing Required Arguments',
  '40002': 'Invalid Arguments',
  '40003': 'Insufficient Conditions',
  '40004': 'Business Failed',
  '40005': 'Call Limited',
  '40006': 'Insufficient Permissions',
};

export function succeeded(fields: Readonly<Record<string, unknown>>): Reply {
  return { code: '10000', msg: 'Success', fields };
}

/** Code 10003: the trade was created and waits for its payer. */
export function inProcess(fields: Readonly<Record<string, unknown>>): Reply {
  return { code: '10003', msg: messages['10003'] ?? '', fields };
}

/** Any answer with a sub code (section 4). */
export function refused(code: string, subCode: string, subMsg: string, fields: Readonly<Record<string, unknown>> = {}): Reply {
  return { code, msg: messages[code] ?? '', subCode, subMsg, fields };
}

/** 40004 with an `ACQ.` sub code; `name` without the prefix. */
export function businessRefusal(name: string, subMsg: string, fields: Readonly<Record<string, unknown>> = {}): Reply {
  return refused('40004', `ACQ.${name}`, subMsg, fields);
}

export const serviceUnavailable: Reply = refused('20000', 'isp.unknow-error', '服务暂不可用');
export const systemError: Reply = businessRefusal('SYSTEM_ERROR', '系统异常，请用相同参数重试或查询');

/** The body as the gateway prints it: slashes escaped, because Alipay does so and signs that very text. */
export function replyText(reply: Reply): string {
  const { code, msg, subCode, subMsg, fields } = reply;
  const body = { code, msg, ...(subCode === undefined ? {} : { sub_code: subCode, sub_msg: subMsg }), ...fields };
  return JSON.stringify(body).replaceAll('/', '\\/');
}
