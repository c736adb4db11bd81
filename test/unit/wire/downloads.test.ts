import type { Socket } from 'node:net';
import { expect } from 'chai';
import { WireBrokeOff } from '../../../adapters/outbound/wire/bounded-bytes.js';
import { WireClient, type WireDownload, type WireRequest } from '../../../adapters/outbound/wire/http-client.js';
import { okText, rawServer, type RawServer } from './raw-server.js';

const chunk = `190\r\n${'x'.repeat(400)}\r\n`;
const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/zip\r\ntransfer-encoding: chunked\r\n\r\n';

describe('downloads on the wire', () => {
  let client: WireClient;
  let server: RawServer | undefined;
  const serve = async (speak: (socket: Socket) => void): Promise<string> => {
    server = await rawServer(speak);
    return server.url;
  };
  const download = (url: string, more: Partial<WireRequest> = {}): Promise<WireDownload> =>
    client.download({ url, method: 'GET', headers: {}, timeoutMs: 2_000, maxResponseBytes: 1_000, ...more });
  /** How many bytes came, and why they ended. */
  const taken = async (answer: WireDownload): Promise<readonly [number, string]> => {
    if (answer.kind === 'failure') return [0, `failure ${answer.why}`];
    let size = 0;
    try {
      for await (const bytes of answer.bytes) size += bytes.length;
      return [size, 'whole'];
    } catch (fault) {
      if (fault instanceof WireBrokeOff) return [size, fault.why];
      throw fault;
    }
  };
  beforeEach(() => { client = new WireClient({ maxConnections: 2, keepAliveMs: 1_000, connectTimeoutMs: 500 }); });
  afterEach(async () => {
    await server?.stop();
    await client.close();
  });

  it('hand over the bytes while they still come', async () => {
    let finish = (): void => undefined;
    const answer = await download(await serve((socket) => {
      socket.write(`${head}${chunk}`);
      finish = () => socket.write(`${chunk}0\r\n\r\n`);
    }));
    if (answer.kind === 'failure') return expect.fail(answer.why);
    expect(answer).to.include({ status: 200, contentType: 'application/zip' });
    expect((await answer.bytes.next()).value).to.have.length(400);
    finish();
    expect(await taken(answer)).to.deep.equal([400, 'whole']);
    return undefined;
  });

  it('say how they broke off: cut, too large, too slow', async () => {
    expect(await taken(await download(await serve((socket) => { socket.write(`${head}${chunk}`); setTimeout(() => socket.destroy(), 20); })))).to.deep.equal([400, 'cut-off']);
    await server?.stop();
    expect(await taken(await download(await serve((socket) => socket.write(`${head}${chunk.repeat(4)}0\r\n\r\n`))))).to.have.property('1', 'too-large');
    await server?.stop();
    const slow = await serve((socket) => socket.write(`${head}${chunk}`));
    expect(await taken(await download(slow, { timeoutMs: 100 }))).to.deep.equal([400, 'timeout']);
  });

  it('do not begin where the announced length is over the limit', async () => {
    expect(await download(await serve((socket) => socket.write(okText('x'.repeat(1_001)))))).to.deep.equal({ kind: 'failure', why: 'too-large' });
  });

  it('close their connection when they are given up, and when nobody ever takes them', async () => {
    let closed = 0;
    const url = await serve((socket) => { socket.write(`${head}${chunk}`); socket.on('close', () => { closed += 1; }); });
    const answer = await download(url);
    if (answer.kind === 'failure') return expect.fail(answer.why);
    for await (const bytes of answer.bytes) { expect(bytes).to.have.length(400); break; }
    expect((await download(url, { timeoutMs: 50 })).kind).to.equal('answer');
    for (let tries = 0; closed < 2 && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(closed).to.equal(2);
    return undefined;
  });
});
