import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';

/** As on a machine for which the driver has no native part: what it loads is not there. */
const withoutDriver = `
  const { Module } = await import('node:module');
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (name, ...rest) {
    if (name.startsWith('@libsql/')) throw Object.assign(new Error('Cannot find module ' + name), { code: 'MODULE_NOT_FOUND' });
    return resolve.call(this, name, ...rest);
  };`;

async function outputOf(script: string): Promise<string> {
  const module = JSON.stringify(new URL('../../../bootstrap/open-engine.js', import.meta.url).href);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', `${withoutDriver}\nconst { openEngine } = await import(${module});\n${script}`]);
  return stdout;
}

describe('a machine without a native SQLite driver', () => {
  it('opens a database server', async () => {
    const server = "{ family: 'mysql', server: { host: '127.0.0.1', port: 1, user: 'u', password: undefined, database: 'd', schema: undefined, tls: undefined, certificateFolder: undefined, connections: 2 } }";
    expect(await outputOf(`const engine = openEngine(${server}); process.stdout.write(engine.name); await engine.close();`)).to.equal('mysql');
  });

  it('says of SQLite what to do instead', async () => {
    expect(await outputOf("try { openEngine({ family: 'sqlite', file: ':memory:' }); } catch (error) { process.stdout.write(error.name + ': ' + error.message); }"))
      .to.match(/^UnusableDatabase: the SQLite driver has no program for this machine \(.+\): name a database server in the setting database$/);
  });
});
