import { expect } from 'chai';
import { ConfigError, readConfig, stopTimes } from '../../../bootstrap/config.js';

const refused = (environment: Readonly<Record<string, string>>, words: RegExp): void => { expect(() => readConfig(environment), JSON.stringify(environment)).to.throw(ConfigError, words); };

describe('the configuration', () => {
  it('starts the embedded profile on loopback without being told anything', () => {
    expect(readConfig({})).to.include({ profile: 'embedded', host: '127.0.0.1', port: 8080 });
  });

  it('refuses a setting nobody knows, wherever it stands, and names it', () => {
    refused({ TONGJIAO_PROT: '1' }, /TONGJIAO_PROT is not a setting/);
    refused({ TONGJIAO_CONFIG: '/nowhere/at/all.json' }, /TONGJIAO_CONFIG names a file/);
  });

  it('refuses values out of their range', () => {
    refused({ TONGJIAO_PORT: '70000' }, /port/);
    refused({ TONGJIAO_NODE_NUMBER: '1000' }, /nodeNumber/);
    refused({ TONGJIAO_DATABASE: 'mongodb://somewhere' }, /database/);
    refused({ TONGJIAO_CALLBACK_MINUTES: '0' }, /callbackMinutes/);
  });

  it('takes a Redis address without a password, which has places of its own', () => {
    for (const redis of ['redis://127.0.0.1', 'redis://tongjiao@redis.example:6380/3', 'rediss://redis.example:6379/0']) expect(readConfig({ TONGJIAO_REDIS: redis, TONGJIAO_REDIS_PASSWORD: 'x' })).to.include({ redis });
    refused({ TONGJIAO_REDIS: 'redis://:secret@redis.example:6379/0' }, /redis: an address holds no password; use TONGJIAO_REDIS_PASSWORD or redisPasswordFile$/);
    refused({ TONGJIAO_REDIS: 'http://redis.example' }, /redis/);
    refused({ TONGJIAO_REDIS: 'redis://redis.example/zero' }, /number as db/);
    refused({ TONGJIAO_REDIS_PREFIX: 'a b' }, /redisPrefix/);
  });

  it('lets simulators and demo keys be reached from this machine only (OPS-02)', () => {
    refused({ TONGJIAO_HOST: '0.0.0.0' }, /loopback/);
  });

  it('wants an https address and no simulators in production (TLS-01, CHN-07)', () => {
    refused({ TONGJIAO_PROFILE: 'production' }, /publicBaseUrl/);
    refused({ TONGJIAO_PROFILE: 'production', TONGJIAO_PUBLIC_BASE_URL: 'http://pay.example' }, /https/);
    refused({ TONGJIAO_PROFILE: 'production', TONGJIAO_PUBLIC_BASE_URL: 'https://pay.example', TONGJIAO_EXTERNAL_OUTSIDE: 'true' }, /simulators/);
    expect(readConfig({ TONGJIAO_PROFILE: 'production', TONGJIAO_PUBLIC_BASE_URL: 'https://pay.example', TONGJIAO_HOST: '0.0.0.0' }).host).to.equal('0.0.0.0');
  });

  it('takes the number of processes from WORKERS, from a file, or from TONGJIAO_WORKERS, which wins', () => {
    expect([readConfig({}).workers, readConfig({ WORKERS: '3' }).workers, readConfig({ WORKERS: '3', TONGJIAO_WORKERS: '2' }).workers]).to.deep.equal([1, 3, 2]);
    for (const count of ['0', '65', 'many']) refused({ WORKERS: count }, /workers/);
  });

  it('refuses what several processes cannot share', () => {
    const production = { TONGJIAO_PROFILE: 'production', TONGJIAO_PUBLIC_BASE_URL: 'https://pay.example' };
    refused({ ...production, WORKERS: '2' }, /SQLite.*workers 2/);
    refused({ ...production, TONGJIAO_ROLE: 'worker' }, /SQLite.*role worker/);
    refused({ TONGJIAO_ROLE: 'web' }, /embedded/);
    refused({ WORKERS: '2', TONGJIAO_NODE_NUMBER: '7' }, /nodeNumber/);
    expect(readConfig({ TONGJIAO_NODE_NUMBER: '7' }).nodeNumber).to.equal(7);
  });

  it('gives a proxy time to notice in production, and stops one embedded process at once', () => {
    const production = readConfig({ TONGJIAO_PROFILE: 'production', TONGJIAO_PUBLIC_BASE_URL: 'https://pay.example' });
    expect([stopTimes(readConfig({})), stopTimes(production), stopTimes(readConfig({ WORKERS: '2', TONGJIAO_STOP_DELAY_MS: '7' }))])
      .to.deep.equal([{ stopDelayMs: 0, drainMs: 0 }, { stopDelayMs: 5_000, drainMs: 3_000 }, { stopDelayMs: 7, drainMs: 3_000 }]);
  });

  it('reads lists from the environment by commas', () => {
    expect(readConfig({ TONGJIAO_CALLBACK_MINUTES: '1, 2', TONGJIAO_TRUSTED_PROXIES: '10.0.0.1,10.1.0.0/16' })).to.deep.include({ callbackMinutes: [1, 2], trustedProxies: ['10.0.0.1', '10.1.0.0/16'] });
  });
});
