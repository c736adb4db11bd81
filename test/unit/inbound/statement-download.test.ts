import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { statementsRouter, type StatementDeps } from '../../../adapters/inbound/statements/router.js';
import { DamagedFile } from '../../../application/ports/kept-files.js';
import type { Statement } from '../../../domain/settlement/day-certificate.js';
import { RecordingJournal } from '../application/recording-journal.js';

const part = Buffer.alloc(64 * 1024, 65);
const parts = 400;
const statement: Statement = { merchantNo: 'M1', settleDay: '20260508', kind: 'normal', fileNo: '1', fileName: 'M1.csv', byteSize: part.length * parts, digest: 'a'.repeat(64), lineCount: 1, totals: {}, createdAt: 0 };

describe('sending a statement', () => {
  const journal = new RecordingJournal();
  let server: Server;
  let port: number;
  let read: number;
  let ended: Promise<void>;

  async function serve(changes: Partial<StatementDeps> = {}): Promise<void> {
    read = 0;
    let end: () => void = () => undefined;
    ended = new Promise((resolve) => { end = resolve; });
    const files = { async *read() { try { for (read = 0; read < parts; read++) yield part; } finally { end(); } } };
    const app = express().use('/statements', statementsRouter({
      tickets: { open: () => Promise.resolve({ ok: true, value: statement }) }, files, failures: { isAddressSpent: () => false, allowsAddress: () => true }, addressOf: () => 'x', journal, ...changes,
    }));
    server = createServer(app);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    port = (server.address() as AddressInfo).port;
  }
  afterEach(() => { server.closeAllConnections(); server.close(); });

  /** Asks, and reads nothing. */
  const stare = (): Promise<{ readonly closed: Promise<void>; destroy(): void }> => new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.pause().write('GET /statements/t HTTP/1.1\r\nHost: x\r\n\r\n');
      resolve({ closed: new Promise((gone) => { socket.once('close', () => { gone(); }).once('error', () => undefined); }), destroy: () => { socket.destroy(); } });
    });
  });

  it('gives the whole file to who reads it', async () => {
    await serve();
    const reply = await fetch(`http://127.0.0.1:${port}/statements/t`);
    expect((await reply.arrayBuffer()).byteLength).to.equal(statement.byteSize);
    await ended;
  });

  it('reads the file no faster than it is taken, and leaves a reader that takes nothing', async () => {
    await serve({ times: { stallMs: 300, slowestBytesPerSecond: 1024 ** 3 } });
    const reader = await stare();
    await ended;
    expect(read).to.be.lessThan(parts);
    reader.destroy();
  });

  it('has a place again for others when a reader has gone, and sends them away while it has none', async () => {
    await serve({ places: 1 });
    const reader = await stare();
    for (let tries = 0; read === 0 && tries < 400; tries++) await new Promise((resolve) => { setTimeout(resolve, 5); });
    const crowded = await fetch(`http://127.0.0.1:${port}/statements/t`);
    expect([crowded.status, crowded.headers.get('retry-after'), await crowded.text()]).to.deep.equal([503, '1', '正在下载的人较多，请稍后再试。']);
    reader.destroy();
    await ended;
    const next = await fetch(`http://127.0.0.1:${port}/statements/t`);
    expect([next.status, (await next.arrayBuffer()).byteLength]).to.deep.equal([200, statement.byteSize]);
  });

  it('breaks off a file that is not as it was kept, and calls people', async () => {
    await serve({ files: { async *read() { yield part; await Promise.resolve(); throw new DamagedFile('changed'); } } });
    const broken = await fetch(`http://127.0.0.1:${port}/statements/t`).then((reply) => reply.arrayBuffer()).then(() => 'whole', () => 'broken');
    expect(broken).to.equal('broken');
    expect(journal.events.filter(({ level }) => level === 'fault').map(({ event }) => event)).to.deep.equal(['statement-unreadable']);
  });
});
