import { readFileSync } from 'node:fs';
import { expect } from 'chai';

interface Manifest { readonly dependencies: Readonly<Record<string, string>>; readonly devDependencies: Readonly<Record<string, string>> }
interface Lock { readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string }>> }

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** Versions below these have known flaws (security.md SUP-01). */
const floors: Readonly<Record<string, string>> = { 'sm-crypto': '0.5.8', jsrsasign: '11.1.5', knex: '3.0.0', ajv: '8.18.0', express: '5.0.0' };
const older = (version: string, floor: string): boolean => version.localeCompare(floor, 'en', { numeric: true }) < 0;

describe('packages', () => {
  it('are asked for in exact versions', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) expect(version, name).to.match(/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/);
  });

  it('are locked without the address of any registry', () => {
    expect(Object.entries(lock.packages).filter(([, one]) => one.resolved?.startsWith('http')).map(([name]) => name)).to.deep.equal([]);
  });

  it('run no scripts at install', () => {
    expect(readFileSync('.npmrc', 'utf8')).to.include('ignore-scripts=true').and.to.include('omit-lockfile-registry-resolved=true');
  });

  it('are not older than the flaws we know of', () => {
    for (const [name, floor] of Object.entries(floors)) {
      const locked = lock.packages[`node_modules/${name}`]?.version ?? '';
      expect(older(locked, floor), `${name} ${locked}`).to.equal(false);
    }
  });
});
