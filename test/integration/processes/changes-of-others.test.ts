import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { GatewayRefusal } from '../../../contracts/sdk/errors.js';
import { Installation } from './installation.js';

/** The directory is read at most 2 s late; the rest is a busy machine. */
const seenWithinMs = 6_000;
const payee = 'M35040000003';

describe('changes that one process makes and others must see', () => {
  const installation = new Installation();
  let offsetMs = 0;
  let sequence = 0;
  before(async function () {
    this.timeout(90_000);
    await installation.start({ WORKERS: '2', TONGJIAO_STOP_DELAY_MS: '1500', TONGJIAO_LOG_LEVEL: 'info' });
  });
  after(async function () {
    this.timeout(60_000);
    await installation.remove();
  });

  const now = (): number => Date.now() + offsetMs;
  /** One order over a connection of its own; `undefined` or the refusal. */
  const place = async (merchantNo = payee): Promise<string | undefined> => {
    const orderTime = chinaTimestamp(now());
    const order = { merchantNo, bizOrderNo: `B-${++sequence}`, orderDate: orderTime.slice(0, 8), orderTime, orderAmount: '8000', orderTitle: '报名费' };
    return client.createOrder(order).then(() => undefined, (error: unknown) => {
      if (error instanceof GatewayRefusal) return error.subCode ?? error.code;
      throw error;
    });
  };
  let client: ReturnType<Installation['client']>;
  before(() => { client = installation.client('new', now); });
  const directory = async (content: object): Promise<string> => {
    const file = join(installation.folder, 'directory.json');
    writeFileSync(file, JSON.stringify(content));
    const { code, output } = await installation.command('cli/directory.js', file);
    expect(code, output).to.equal(0);
    return output;
  };

  it('are counted over all processes: requests are added up, jobs and processes are not', async () => {
    for (let n = 0; n < 12; n++) expect(await place('M35040000001')).to.equal(undefined);
    expect(await installation.metric('tongjiao_gateway_requests_total')).to.equal(12);
    expect(await installation.metric('tongjiao_jobs')).to.equal(12);
    await installation.until('both to know of each other', async () => await installation.metric('tongjiao_processes') === 2 || undefined);
  });

  it('a step of the clock reaches every process at once', async () => {
    const stepMs = 30 * 60_000;
    await installation.advance(stepMs);
    offsetMs = stepMs;
    // A process that did not step answers 40005: its clock would differ by half an hour.
    for (let n = 0; n < 12; n++) expect(await place('M35040000001')).to.equal(undefined);
  });

  it('a channel switched off by a command beside them is off in every process within seconds', async function () {
    this.timeout(30_000);
    expect(await place()).to.equal(undefined);
    const link = { merchantNo: payee, payChannel: 'alipay', channelMerchantId: 'CM-ALIPAY-1', payMethods: ['pc', 'h5', 'bar'] };
    expect(await directory({ payeeChannels: [{ ...link, enabled: false }] })).to.include('1 links');
    const began = performance.now();
    while (await place() === undefined) expect(performance.now() - began).to.be.below(seenWithinMs);
    // Both processes have looked after twice that time; from then on no connection finds an old answer.
    await new Promise((resolve) => { setTimeout(resolve, 2_500); });
    for (let n = 0; n < 24; n++) expect(await place()).to.equal('NO_CHANNEL');
    expect(await directory({ payeeChannels: [{ ...link, enabled: true }] })).to.include('1 links');
    await new Promise((resolve) => { setTimeout(resolve, 2_500); });
    for (let n = 0; n < 24; n++) expect(await place()).to.equal(undefined);
  });

  it('a key taken into the key store by the command is found by both', async function () {
    this.timeout(30_000);
    const pemFile = join(installation.folder, 'new-key.pem');
    writeFileSync(pemFile, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await directory({ keys: [{ name: 'alipay-new', algorithm: 'RSA2', pemFile }] });
    await installation.until('both processes to see the key', () => installation.lines('key-store-changed').length >= 2 || undefined);
  });

  it('answers 503 to a proxy while it stops, and goes on answering payers meanwhile', async function () {
    this.timeout(60_000);
    const ready = async (): Promise<number> => (await fetch(`${installation.baseUrl}/readyz`, { headers: { connection: 'close' } })).status;
    expect(await ready()).to.equal(200);
    installation.signal('SIGTERM');
    await installation.until('503', async () => await ready().catch(() => 0) === 503 || undefined);
    expect(await place(), 'still answered').to.equal(undefined);
    expect(await installation.ended).to.equal('exit 0');
    expect(installation.lines('stopped')).to.have.length(2);
  });
});
