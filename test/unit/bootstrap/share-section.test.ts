import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { readOutsideFile } from '../../../bootstrap/outside/outside-file.js';
import { dataSharingOf, type DataSharing } from '../../../bootstrap/outside/share-section.js';

const nobody = { sign: () => Promise.reject(new Error('no key')), publicKeyPem: () => Promise.reject(new Error('no key')) };
const needs = {
  http: { send: () => Promise.resolve({ kind: 'failure', why: 'unreachable' } as const) }, signer: nobody, verifier: { verify: () => Promise.resolve(false) }, digests: new NodeDigests(), isProduction: true, folder: '.',
};

describe('the section of the data sharing platform', () => {
  let folder: string;
  const opened: DataSharing[] = [];
  before(() => { folder = mkdtempSync(join(tmpdir(), 'tongjiao-outside-')); });
  after(async () => {
    for (const one of opened) await one.close();
    rmSync(folder, { recursive: true, force: true });
  });
  function read(dataSharing: object | undefined): DataSharing | undefined {
    const file = join(folder, 'outside.json');
    writeFileSync(file, JSON.stringify(dataSharing === undefined ? {} : { dataSharing }));
    const sharing = dataSharingOf(readOutsideFile(file, {}), needs);
    if (sharing) opened.push(sharing);
    return sharing;
  }
  const front = (settings: object): object => ({ way: 'front-database', settings });
  const api = (settings: object): object => ({ way: 'api', settings: { baseUrl: 'https://share.example.gov.cn/api', appId: 'TJ', ...settings } });

  it('may be missing, and then nothing is shared', () => {
    expect(read(undefined)).to.equal(undefined);
  });

  it('connects by each of the three ways, with everything that is not said as documented', () => {
    const usual = { lengthMode: 'char', batchSize: 500, timeoutMs: 60_000, sharesBills: false, roundsLoginDay: true };
    expect(read(front({ database: `sqlite:${join(folder, 'front.db')}` }))).to.deep.include(usual);
    expect(read({ way: 'file', settings: { folder: 'out' } })).to.deep.include(usual);
    expect(read(api({}))).to.deep.include(usual);
    expect(opened.map(({ writer }) => [writer.target, writer.looking !== undefined])).to.deep.equal([['front-database', true], ['file', false], ['api', false]]);
  });

  it('keeps progress under the name that it is given', () => {
    expect(read(front({ name: 'city-2', database: `sqlite:${join(folder, 'front.db')}`, lengthMode: 'byte', batchSize: 100 }))).to.deep.include({ lengthMode: 'byte', batchSize: 100 });
    expect(opened.at(-1)?.writer.target).to.equal('city-2');
  });

  it('is refused with a password in the address, without repeating it', () => {
    const address = 'mysql://tongjiao:geheim@10.0.8.20:3306/exchange';
    expect(() => read(front({ database: address }))).to.throw('passwordFile').with.property('message').that.does.not.include('geheim');
  });

  it('is refused for what is no front database, for unknown settings and for names that are none', () => {
    expect(() => read(front({ database: 'oracle://a@host:1521/x' }))).to.throw('a front database is');
    expect(() => read(front({ database: 'sqlite:x', tabels: {} }))).to.throw('dataSharing');
    expect(() => read(front({ database: 'sqlite:x', tables: { 'paid-orders': 'a; drop table b' } }))).to.throw('dataSharing');
    expect(() => read(front({ database: 'sqlite:x', batchSize: 501 }))).to.throw('dataSharing');
    expect(() => read({ way: 'pigeon', settings: {} })).to.throw('does not describe outside systems');
  });

  it('sends personal data by https only in production', () => {
    expect(() => read(api({ baseUrl: 'http://share.example.gov.cn/api' }))).to.throw('https');
  });
});
