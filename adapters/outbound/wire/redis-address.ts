/** Where a Redis is: `redis://[account@]host[:port][/db]`, `rediss://` for TLS. */
export interface RedisAddress { readonly host: string; readonly port: number; readonly db: number; readonly username: string | undefined; readonly tls: boolean }

const defaultPort = 6379;

/** Reads an address; a text says what is wrong with it. A password has no place in it: addresses are written into configuration files. */
export function readRedisAddress(text: string): RedisAddress | string {
  if (!URL.canParse(text)) return 'not an address like redis://host:6379/0';
  const url = new URL(text);
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') return 'the scheme is redis:// or rediss://';
  if (url.password !== '') return 'an address holds no password; use TONGJIAO_REDIS_PASSWORD or redisPasswordFile';
  if (url.hostname === '' || url.search !== '' || url.hash !== '' || !/^(\/[0-9]{0,4})?$/.test(url.pathname)) return 'expected redis://host:port/db with a number as db';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? defaultPort : Number(url.port), db: Number(url.pathname.slice(1)),
    username: url.username === '' ? undefined : decodeURIComponent(url.username), tls: url.protocol === 'rediss:',
  };
}
