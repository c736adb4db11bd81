import { createHash, randomUUID } from 'node:crypto';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex').toUpperCase();

export interface Reply { readonly result: string; readonly message: string; readonly isGenuine: boolean }
export interface CallOptions { readonly noise?: string; readonly key?: string }

/** Another client than ours: short form only, written from the fact sheet alone. */
export class EBillClient {
  readonly #url: string;
  constructor(medicalUrl: string) { this.#url = medicalUrl; }

  async post(method: string, json: string, { noise = randomUUID().replaceAll('-', ''), key = clientKey }: CallOptions = {}): Promise<Response> {
    const data = Buffer.from(json).toString('base64');
    const sign = md5(`appid=UNIT1&data=${data}&noise=${noise}&key=${key}&version=1.0`);
    return fetch(`${this.#url}/${method}`, { method: 'POST', body: JSON.stringify({ appid: 'UNIT1', data, noise, version: '1.0', sign }) });
  }

  async call(method: string, told: object | string, options?: CallOptions): Promise<Reply> {
    const answer = await this.post(method, typeof told === 'string' ? told : JSON.stringify(told), options);
    const { data, noise, sign } = (await answer.json()) as Record<'data' | 'noise' | 'sign', string>;
    const { result, message } = JSON.parse(Buffer.from(data, 'base64').toString()) as Record<'result' | 'message', string>;
    return { result, message: Buffer.from(message, 'base64').toString(), isGenuine: sign === md5(`appid=UNIT1&data=${data}&noise=${noise}&key=${clientKey}&version=1.0`) };
  }

  async told(method: string, told: object): Promise<Record<string, string>> {
    const { result, message } = await this.call(method, told);
    if (result !== 'S0000') throw new Error(`${result} ${message}`);
    return JSON.parse(message) as Record<string, string>;
  }
}

export const clientKey = 'UNIT-KEY-0001';

export const wish = (busNo: string, changes: object = {}): object => ({
  busNo, busDateTime: '20260508120000000', placeCode: '001', billCode: '0101', payer: '甲<b>乙', payerType: '1', payee: '张', author: '李', payChannel: '99', totalAmt: 1_234.56, remark: '',
  chargeDetail: [{ chargeCode: 'A', chargeName: '登记费', std: 1_000, number: 1, amt: 1_000 }, { chargeCode: 'B', chargeName: '工本费', std: 117.28, number: 2, amt: 234.56, units: '本' }], ...changes,
});
