import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'chai';
import { testFiles } from '../support/test-run/found-files.js';
import { PortionProcess } from '../support/test-run/portion-process.js';
import { portionsOf, strangeNames } from '../support/test-run/portions.js';
import { judge } from '../support/test-run/verdict.js';
import { weights } from '../support/test-run/weights.js';

interface Said { readonly code: number | null; readonly text: string; readonly last: string }

const root = resolve('.');
const test = (body: string): string => `it('is tested', () => { ${body} });\n`;

/** What a test file may do to a run, each planted in a small tree: the run must not take any of it for tested. */
const planted: Readonly<Record<string, string>> = {
  'good': `${test('')}it('waits for its time');\n`,
  'other': test(''),
  'bad': test("throw new Error('as planted');"),
  'leaves': test('process.exit(0);'),
  'dies': test("process.kill(process.pid, 'SIGKILL');"),
  'empty': "describe('nothing', () => undefined);\n",
  'only': "it.only('alone', () => undefined);\n",
  'unreadable': 'it(\n',
  'hangs': test('for (;;);'),
  'leaves-a-child': `import { spawn } from 'node:child_process';\n${test("spawn('sleep', ['60'], { stdio: 'inherit' }).unref();")}`,
  'says-ten': `console.log('10 passed, 0 failed, 0 skipped');\n${test('')}`,
};

describe('the run of all tests', function () {
  this.timeout(60_000);
  let folder: string;
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-run-'));
    copyFileSync(join(root, '.mocharc.json'), join(folder, '.mocharc.json'));
    put('package.json', JSON.stringify({ type: 'module', scripts: { fine: 'echo looked at', crooked: 'exit 3' } }));
    for (const [name, text] of Object.entries(planted)) {
      put(`test/${name}/x.test.ts`, '');
      put(`dist/test/${name}/x.test.js`, text);
    }
    put('dist/test/good/gone.test.js', test("throw new Error('its source is gone');"));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    symlinkSync(join(root, 'dist/test/support'), join(folder, 'dist/test/support'));
  });
  after(() => { rmSync(folder, { recursive: true, force: true }); });

  const run = async (...words: readonly string[]): Promise<Said> => {
    const child = spawn(process.execPath, [join(root, 'dist/test/support/test-run/run.js'), ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TEST_SECONDS: join(folder, 'seconds') } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
    const code = await new Promise<number | null>((done) => { child.once('close', done); });
    return { code, text, last: text.trimEnd().split('\n').at(-1) ?? '' };
  };

  it('adds up, says the sum once in its last line, and writes the seconds of each file', async () => {
    const { code, text, last } = await run('test/good', 'test/other');
    expect([code, last]).to.deep.equal([0, '2 passed, 0 failed, 1 skipped']);
    expect(text.match(/passed/g)).to.have.length(1);
    expect(readFileSync(join(folder, 'seconds'), 'utf8')).to.match(/ 2 {2}dist\/test\/good\/x\.test\.js/).and.match(/ 3 {2}all files/);
  });

  for (const [name, trouble, last] of [
    ['bad', /failed: is tested/, '1 passed, 1 failed, 1 skipped'],
    ['leaves', /ended with code 0 before its tests were counted/, '0 passed, 1 failed, 0 skipped'],
    ['dies', /ended with SIGKILL before its tests were counted/, '0 passed, 1 failed, 0 skipped'],
    ['empty', /test\/empty\/x\.test\.js: not one test was run/, '1 passed, 1 failed, 1 skipped'],
    ['only', /before its tests were counted/, '0 passed, 1 failed, 0 skipped'],
    ['unreadable', /before its tests were counted/, '0 passed, 1 failed, 0 skipped'],
  ] as const) {
    it(`fails when one file of it ${name === 'only' ? 'asks for itself only' : `is ${name}`}, whatever the others do`, async () => {
      const said = await run('test/good', `test/${name}`);
      expect(said.text).to.match(trouble);
      expect([said.code, said.last]).to.deep.equal([1, last]);
    });
  }

  it('runs another check beside the tests, and fails with it', async () => {
    const fine = await run('test/good', '--beside', 'fine');
    expect([fine.code, fine.last]).to.deep.equal([0, '1 passed, 0 failed, 1 skipped']);
    expect(fine.text).to.contain('looked at');
    const crooked = await run('test/good', '--beside', 'fine', '--beside', 'crooked');
    expect([crooked.code, crooked.last]).to.deep.equal([1, '1 passed, 1 failed, 1 skipped']);
    expect(crooked.text).to.contain('npm run crooked ended with code 3');
  });

  // Only what hangs is to be cut off: how long a process takes to start is the machine's affair.
  for (const [name, portionMs, trouble] of [['hangs', 1_500, /not at its end after 1\.5 s/], ['leaves-a-child', 60_000, /left a process behind/]] as const) {
    it(`does not wait for a file that ${name.replaceAll('-', ' ')}, and calls it failed`, async () => {
      const files = [`dist/test/${name}/x.test.js`];
      const verdict = judge(files, await new PortionProcess(files, folder).run(0, { portionMs, outputMs: 500 }));
      expect(verdict.failed).to.equal(1);
      expect(verdict.troubles[0]).to.match(trouble);
    });
  }

  it('believes its reporter, not what a test prints', async () => {
    expect((await run('test/says-ten')).last).to.equal('1 passed, 0 failed, 0 skipped');
  });

  it('does not begin when a test is not compiled, or when nothing is where tests were asked for', async () => {
    put('test/forgotten/x.test.ts', '');
    expect(await run('test/forgotten')).to.include({ code: 1 }).and.to.have.property('text').that.contains('not compiled');
    expect(await run('test/nowhere')).to.include({ code: 1 }).and.to.have.property('text').that.contains('no tests under test/nowhere');
  });
});

describe('the portions of a run', () => {
  const measure = { portion: { most: 60, least: 10 }, light: 4, slow: { 'test/slow.test': 30, 'test/slower.test': 50 }, alone: { 'test/narrow.test': 'measures microseconds' } };
  const files = ['a', 'slow', 'b', 'narrow', 'c', 'slower'].map((name) => `dist/test/${name}.test.js`);

  it('are put together while much is left, grow smaller towards the end, begin with the heaviest and keep apart what must be alone', () => {
    const { together, alone } = portionsOf(files, measure);
    expect(together.map((portion) => portion.files.map((file) => file.slice(10, -8)))).to.deep.equal([['slower'], ['slow'], ['b', 'c'], ['a']]);
    expect(alone.map((portion) => portion.files)).to.deep.equal([['dist/test/narrow.test.js']]);
    const many = portionsOf(Array.from({ length: 400 }, (_none, at) => `dist/test/${at}.test.js`), measure).together;
    expect(many.map(({ seconds }) => seconds)).to.deep.equal(many.map(({ seconds }) => seconds).sort((one, other) => other - one));
    expect([many[0]?.seconds, many.at(-2)?.seconds, many.length < 400 / 8]).to.deep.equal([60, 8, true]);
  });

  it('hold every test file of the project exactly once, long ones excepted', () => {
    const all = testFiles();
    const { together, alone } = portionsOf(all, weights);
    expect([...together, ...alone].flatMap((portion) => portion.files).sort()).to.deep.equal([...all].sort());
    expect(all.filter((file) => file.includes('test/long/'))).to.deep.equal([]);
  });

  it('have no weight for a test that is not there', () => {
    expect(strangeNames(testFiles(), weights)).to.deep.equal([]);
    expect(strangeNames(files, { ...measure, slow: { 'test/renamed.test': 9 } })).to.deep.equal(['test/renamed.test']);
  });
});
