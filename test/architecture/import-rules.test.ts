import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'chai';

/** One planted violation per rule: file, what it imports, and the rule that must fire. A rule whose path no longer matches would pass for ever. */
const planted: readonly { readonly rule: string; readonly file: string; readonly imports: string }[] = [
  { rule: 'domain-is-alone', file: 'domain/payments/planted.ts', imports: 'node:crypto' },
  { rule: 'kernel-is-alone', file: 'domain/kernel/planted.ts', imports: '../payments/other.js' },
  { rule: 'application-looks-inward', file: 'application/payments/planted.ts', imports: '../../adapters/outbound/system/other.js' },
  { rule: 'ports-are-words', file: 'application/ports/planted.ts', imports: '../payments/other.js' },
  { rule: 'use-cases-do-not-call-across', file: 'application/payments/planted.ts', imports: '../refunds/other.js' },
  { rule: 'contracts-are-data', file: 'contracts/gateway/planted.ts', imports: '../../domain/payments/other.js' },
  { rule: 'sdk-stands-alone', file: 'contracts/sdk/planted.ts', imports: '../../domain/payments/other.js' },
  { rule: 'inbound-calls-use-cases', file: 'adapters/inbound/gateway/planted.ts', imports: '../../outbound/system/other.js' },
  { rule: 'outbound-implements-ports', file: 'adapters/outbound/system/planted.ts', imports: '../../../application/payments/other.js' },
  { rule: 'outbound-neighbours-are-strangers', file: 'adapters/outbound/system/planted.ts', imports: '../crypto/other.js' },
  { rule: 'variants-are-strangers', file: 'adapters/outbound/channels/alipay/planted.ts', imports: '../unionpay/other.js' },
  { rule: 'variants-are-strangers', file: 'adapters/outbound/persistence/dm/planted.ts', imports: '../sqlite/other.js' },
  { rule: 'simulators-are-outsiders', file: 'adapters/simulators/alipay/planted.ts', imports: '../../../domain/payments/other.js' },
  { rule: 'business-systems-use-the-public-api', file: 'adapters/simulators/business-system/planted.ts', imports: '../../../application/payments/other.js' },
  { rule: 'business-systems-use-the-public-api', file: 'adapters/simulators/shared/integrator/planted.ts', imports: '../../../../application/payments/other.js' },
  { rule: 'business-systems-use-the-public-api', file: 'adapters/simulators/city-app/planted.ts', imports: '../alipay/other.js' },
  { rule: 'business-systems-are-strangers', file: 'adapters/simulators/real-estate/planted.ts', imports: '../service-hall/other.js' },
  { rule: 'web-runs-in-a-browser', file: 'adapters/web/console/planted.tsx', imports: '../../../domain/payments/other.js' },
  { rule: 'web-runs-in-a-browser', file: 'adapters/web/console/planted-core.tsx', imports: 'node:crypto' },
  { rule: 'web-runs-in-a-browser', file: 'adapters/web/shared/planted.ts', imports: '../../../contracts/gateway/other.js' },
  { rule: 'web-takes-only-types-of-contracts', file: 'adapters/web/console/lists/planted.tsx', imports: '../../../../contracts/lists/other.js' },
  { rule: 'shared-of-the-web-is-plain', file: 'adapters/web/shared/planted-antd.ts', imports: 'antd' },
  { rule: 'nobody-imports-the-web', file: 'bootstrap/planted.ts', imports: '../adapters/web/shared/other.js' },
  { rule: 'pages-stay-in-the-web', file: 'adapters/inbound/gateway/planted.ts', imports: 'react' },
  { rule: 'nobody-imports-bootstrap', file: 'adapters/inbound/gateway/planted.ts', imports: '../../../bootstrap/other.js' },
  { rule: 'nobody-imports-tests', file: 'domain/payments/planted.ts', imports: '../../test/other.js' },
  { rule: 'inversify-stays-home', file: 'application/payments/planted.ts', imports: 'inversify' },
  { rule: 'express-stays-home', file: 'adapters/outbound/system/planted.ts', imports: 'express' },
  { rule: 'knex-stays-home', file: 'adapters/outbound/system/planted.ts', imports: 'knex' },
  { rule: 'libsql-stays-home', file: 'adapters/simulators/alipay/planted.ts', imports: 'libsql' },
  { rule: 'outbound-neighbours-are-strangers', file: 'adapters/outbound/data-sharing/planted.ts', imports: '../persistence/sqlite/other.js' },
  { rule: 'vendor-drivers-stay-home', file: 'adapters/outbound/persistence/sql/planted.ts', imports: 'dmdb' },
  { rule: 'vendor-drivers-stay-home', file: 'adapters/outbound/persistence/sqlite/planted.ts', imports: 'oracledb' },
  { rule: 'pglite-is-for-tests', file: 'adapters/outbound/persistence/dm/planted.ts', imports: '@electric-sql/pglite' },
  { rule: 'crypto-libraries-stay-home', file: 'adapters/inbound/gateway/planted.ts', imports: 'sm-crypto' },
  { rule: 'svg-captcha-stays-home', file: 'adapters/outbound/crypto/planted.ts', imports: 'svg-captcha' },
  { rule: 'exceljs-stays-home', file: 'adapters/outbound/system/planted.ts', imports: 'exceljs' },
  { rule: 'undici-stays-home', file: 'adapters/outbound/system/planted.ts', imports: 'undici' },
  { rule: 'yauzl-stays-home', file: 'adapters/outbound/channels/alipay/planted.ts', imports: 'yauzl' },
  { rule: 'bullmq-stays-home', file: 'adapters/outbound/queue/in-process/planted.ts', imports: 'bullmq' },
  { rule: 'ioredis-stays-home', file: 'adapters/outbound/queue/bullmq/planted.ts', imports: 'ioredis' },
  { rule: 'ajv-stays-at-the-edges', file: 'application/payments/planted.ts', imports: 'ajv' },
  { rule: 'pino-and-metrics-stay-home', file: 'adapters/inbound/gateway/planted.ts', imports: 'pino' },
  { rule: 'no-circular', file: 'domain/payments/planted.ts', imports: './planted-back.js' },
  { rule: 'not-to-unresolvable', file: 'domain/payments/planted.ts', imports: './nowhere.js' },
  { rule: 'no-orphans', file: 'domain/payments/planted-alone.ts', imports: '' },
];

const root = resolve('.');
const roots = ['domain', 'application', 'adapters', 'bootstrap', 'contracts', 'test'];
const fewestModules = 400;

interface Cruise { readonly summary: { readonly totalCruised: number; readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[] } }

function cruise(folder: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(process.execPath, [program, ...roots, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(run.stdout) as Cruise;
}

/** A small tree beside the product, with the product's own rules. */
function plantedTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-rules-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) copyFileSync(join(root, name), join(folder, name));
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const folderName of ['domain/payments', 'application/payments', 'application/refunds', 'adapters/outbound/system', 'adapters/outbound/crypto', 'adapters/outbound/channels/unionpay', 'adapters/outbound/persistence/sqlite', 'adapters/simulators/alipay', 'adapters/simulators/service-hall', 'bootstrap', 'test', 'contracts/gateway', 'contracts/lists', 'adapters/web/shared']) {
    put(`${folderName}/other.ts`, 'export const other = 1;\n');
  }
  const byFile = new Map<string, string[]>();
  for (const { file, imports } of planted) byFile.set(file, [...(byFile.get(file) ?? []), imports]);
  for (const [file, imports] of byFile) put(file, `${imports.filter((one) => one !== '').map((one) => `import '${one}';`).join('\n')}\nexport const planted = 1;\n`);
  put('domain/payments/planted-back.ts', "import './planted.js';\n");
  return folder;
}

describe('import rules', function () {
  this.timeout(120_000);

  it('hold for the product, and enough of it was read to mean something', () => {
    const { summary } = cruise(root);
    expect(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).to.deep.equal([]);
    expect(summary.totalCruised).to.be.greaterThan(fewestModules);
  });

  it('each fire on a planted violation', () => {
    const folder = plantedTree();
    try {
      const found = new Set(cruise(folder).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
      // A circle is reported at one of its two files.
      const fired = (rule: string, file: string): boolean => found.has(`${rule} ${file}`) || found.has(`${rule} ${file.replace('.ts', '-back.ts')}`);
      const silent = planted.filter(({ rule, file }) => !fired(rule, file)).map(({ rule }) => rule);
      expect(silent).to.deep.equal([]);
      const rules = execFileSync(process.execPath, ['-e', "console.log(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name)))"], { cwd: root, encoding: 'utf8' });
      expect((JSON.parse(rules) as string[]).filter((name) => !planted.some((one) => one.rule === name))).to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
