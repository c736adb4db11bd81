import { createServer, type Server, type Socket } from 'node:net';

export interface RawServer { readonly port: number; readonly url: string; readonly connections: () => number; stop(): Promise<void> }

/** A server that says exactly what the test wants once a request's head has arrived; nothing of it is polite. */
export async function rawServer(speak: (socket: Socket, head: string) => void, host = '127.0.0.1'): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    let head = '';
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const request = head;
      head = '';
      speak(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/path?x=1`, connections: () => connections,
    stop: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
}

export const okText = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
