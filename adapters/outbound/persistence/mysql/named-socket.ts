import { Socket } from 'node:net';

/**
 * A socket that keeps the host of the database address. Under TLS the driver gives Node no name to compare the certificate with when the host is a
 * numeric address; Node then takes what the socket keeps here, and without it `localhost`, so that a server with a certificate for that address would
 * be refused and any server with one for `localhost` be taken.
 */
export class NamedSocket extends Socket {
  readonly _host: string;

  constructor(host: string) {
    super();
    this._host = host;
  }
}
