import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTextMessageSimulator } from '../../../adapters/simulators/text-messages/text-message-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { pushToken } from '../../builders/cloud-mas-settings.js';

/** A POST that came to our address for pushes. */
export interface Arrived { readonly path: string; readonly token: string; readonly sourceAddress: string; readonly body: Buffer }

export type TextPlatform = Awaited<ReturnType<typeof openTextPlatform>>;

export const templates = { TPL0001: '您缴纳的{item}{amount}元已成功,缴款码{payCode},票据请在平台查看。', TPL0002: '验证码{code},5分钟内有效。' };

/** A running simulator with the account of the examples, and a server of ours that keeps what is pushed. */
export async function openTextPlatform() {
  const clock = new SteppedClock();
  const simulator = await startTextMessageSimulator({ port: 0, clock });
  const arrived: Arrived[] = [];
  const answers = { status: 200 };
  const ear = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [, path = '', token = ''] = (request.url ?? '').split('/');
      arrived.push({ path, token, sourceAddress: request.socket.remoteAddress ?? '', body: Buffer.concat(parts) });
      response.writeHead(answers.status).end('OK');
    });
  });
  await new Promise<void>((resolve) => { ear.listen(0, '127.0.0.1', resolve); });
  const earUrl = `http://127.0.0.1:${(ear.address() as AddressInfo).port}`;
  const control = async (path: string, body: object): Promise<{ readonly status: number; readonly body: unknown }> => {
    const answer = await fetch(`${simulator.baseUrl}/sim/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };
  const texts = async (): Promise<readonly { readonly mobile: string; readonly text: string }[]> => {
    const answer = await fetch(`${simulator.baseUrl}/sim/texts`);
    return ((await answer.json()) as { texts: { mobile: string; text: string }[] }).texts;
  };
  const account = { ecName: '三明市财政局', apId: 'smfs', secretKey: 'DemoSecret1', sign: 'SIGN0001', signText: '三明财政', templates, reportUrl: `${earUrl}/reports/${pushToken}`, inboundUrl: `${earUrl}/inbound/${pushToken}` };
  const registered = await control('accounts', account);
  if (registered.status !== 200) throw new Error('the account was not taken');
  return {
    clock, simulator, arrived, answers, account, control, texts,
    reports: () => arrived.filter(({ path }) => path === 'reports'),
    close: async () => {
      await simulator.close();
      await new Promise<void>((resolve) => { ear.close(() => resolve()); ear.closeAllConnections(); });
    },
  };
}
