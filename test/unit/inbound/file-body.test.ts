import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { fileOf } from '../../../adapters/inbound/console-api/file-body.js';
import { UploadCutOff } from '../../../application/ports/attachment-checks.js';

const rules = { maxBytes: 1000, mediaTypes: ['image/png'] };
const headers = { 'content-type': 'image/png', 'x-file-name': 'x.png', 'content-length': '4' };

describe('a file as the body of a request', () => {
  let server: Server;
  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  });
  after(() => { server.closeAllConnections(); server.close(); });

  /** What came of the bytes that a sender gives one by one, this long after each other. */
  function sent(pieces: readonly string[], pauseMs: number, times: { readonly stallMs: number; readonly wholeMs: number }): Promise<string> {
    const outcome = new Promise<string>((resolve) => {
      server.once('request', (incoming, response) => {
        const file = fileOf(rules, incoming, times);
        if ('refused' in file) { resolve(file.refused); return; }
        const read = async (): Promise<string> => {
          let text = '';
          for await (const piece of file.bytes) text += Buffer.from(piece).toString();
          return text;
        };
        read().then(resolve, (error: unknown) => { resolve(error instanceof UploadCutOff ? 'cut off' : 'fault'); }).finally(() => { response.end(); });
      });
    });
    const { port } = server.address() as AddressInfo;
    const sender = request({ port, method: 'POST', headers }).on('error', () => undefined);
    sender.flushHeaders();
    pieces.forEach((piece, at) => setTimeout(() => { sender.write(piece, () => undefined); }, at * pauseMs));
    return outcome;
  }

  it('is read to its end as it comes', async () => {
    expect(await sent(['ab', 'cd'], 10, { stallMs: 1000, wholeMs: 5000 })).to.equal('abcd');
  });

  it('is given up when nothing comes any more, and when it comes too slowly in all', async () => {
    expect(await sent(['ab'], 10, { stallMs: 60, wholeMs: 5000 })).to.equal('cut off');
    expect(await sent(['a', 'b', 'c', 'd'], 60, { stallMs: 1000, wholeMs: 100 })).to.equal('cut off');
  });
});
