import { expect } from 'chai';
import { ConfigError, readConfig } from '../../../bootstrap/config.js';

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
    refused({ TONGJIAO_DATABASE: 'mysql://somewhere' }, /database/);
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

  it('reads lists from the environment by commas', () => {
    expect(readConfig({ TONGJIAO_CALLBACK_MINUTES: '1, 2', TONGJIAO_TRUSTED_PROXIES: '10.0.0.1,10.1.0.0/16' })).to.deep.include({ callbackMinutes: [1, 2], trustedProxies: ['10.0.0.1', '10.1.0.0/16'] });
  });
});
