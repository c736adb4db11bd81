import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

/** All addresses of a host name, as texts. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** No connection came about, so nothing of the request has left. */
export class NotConnected extends Error {
  readonly addressRefused: boolean;
  constructor(addressRefused: boolean, cause?: unknown) {
    super(addressRefused ? 'address refused' : 'not connected', { cause });
    this.addressRefused = addressRefused;
  }
}

export const resolveBySystem: Resolve = async (hostname) => (await dnsLookup(hostname, { all: true })).map(({ address }) => address);

/**
 * A lookup whose answer was checked: the socket connects to these very addresses and does not ask again, so a name server that answers
 * something else a moment later changes nothing (URL-02). One bad address among good ones refuses the name.
 */
export function checkedLookup(resolve: Resolve, mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    void resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (first === undefined) return callback(new NotConnected(false), '', 0);
        if (!addresses.every(mayConnect)) return callback(new NotConnected(true), '', 0);
        if (!options.all) return callback(null, first, isIP(first));
        return callback(null, addresses.map((address) => ({ address, family: isIP(address) })));
      },
      (fault: unknown) => callback(new NotConnected(false, fault), '', 0),
    );
  };
}

export interface ConnectorOptions { readonly connectTimeoutMs: number; readonly resolve: Resolve; readonly mayConnect: (address: string) => boolean }

/** Connects after the address was checked; every fault before the connection stands is a `NotConnected`. */
export function checkedConnector({ connectTimeoutMs, resolve, mayConnect }: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: connectTimeoutMs, lookup: checkedLookup(resolve, mayConnect), allowH2: false,
    // Said explicitly, so that no environment variable turns the check of certificates off.
    rejectUnauthorized: true,
  });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    // The socket asks no lookup about a literal address.
    if (isIP(hostname) !== 0 && !mayConnect(hostname)) return callback(new NotConnected(true), null);
    return connect(options, (fault, socket) => {
      if (socket) callback(null, socket);
      else callback(fault instanceof NotConnected ? fault : new NotConnected(false, fault), null);
    });
  };
}
