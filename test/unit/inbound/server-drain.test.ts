import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect } from 'chai';
import { ServerDrain } from '../../../adapters/inbound/http/server-drain.js';

describe('a server that is drained', () => {
  let server: Server;
  let drain: ServerDrain;
  let held: ServerResponse[];
  const sockets: Socket[] = [];
  beforeEach(async () => {
    held = [];
    server = createServer((request, response) => {
      if (request.url === '/slow') held.push(response);
      else response.end('done');
    });
    drain = new ServerDrain(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  const open = async (): Promise<Socket> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const ask = (socket: Socket, path = '/'): void => { socket.write(`GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`); };
  const answer = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);
  const askFirst = async (): Promise<Socket> => {
    const socket = await open();
    ask(socket);
    expect(await answer(socket)).to.match(/connection: keep-alive/i);
    return socket;
  };

  it('answers once more on an idle connection, says that it closes, and is done before its time', async () => {
    const socket = await askFirst();
    const began = performance.now();
    const drained = drain.drain({ idleMs: 5_000, busyMs: 5_000 });
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    ask(socket);
    expect(await answer(socket)).to.match(/connection: close[\s\S]*done/i);
    await drained;
    expect(performance.now() - began).to.be.below(3_000);
  });

  it('closes connections that stayed idle after their time', async () => {
    const socket = await askFirst();
    socket.resume();
    const ended = once(socket, 'end');
    await drain.drain({ idleMs: 50, busyMs: 5_000 });
    await ended;
  });

  it('waits for a request in hand and closes its connection with the answer', async () => {
    const socket = await open();
    ask(socket, '/slow');
    while (held.length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
    const drained = drain.drain({ idleMs: 20, busyMs: 5_000 });
    await new Promise((resolve) => { setTimeout(resolve, 60); });
    held[0]?.end('late');
    expect(await answer(socket)).to.match(/connection: close[\s\S]*late/i);
    await drained;
  });

  it('cuts off what takes longer than allowed', async () => {
    const socket = await open();
    ask(socket, '/slow');
    socket.on('error', () => undefined);
    while (held.length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
    const closed = once(socket, 'close');
    await drain.drain({ idleMs: 10, busyMs: 30 });
    await closed;
  });

  it('takes no new connection', async () => {
    const { port } = server.address() as AddressInfo;
    await askFirst();
    const drained = drain.drain({ idleMs: 100, busyMs: 100 });
    const late = connect(port, '127.0.0.1');
    const [error] = await once(late, 'error') as [NodeJS.ErrnoException];
    expect(error.code).to.equal('ECONNREFUSED');
    await drained;
  });
});
