import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, openServer, type EngineName } from './bench-database.js';
import { compareBuilds, comparisonLines } from './compare.js';
import { watchStatements, isCommit } from './statements.js';
import { markdownTable } from '../../../bootstrap/cli/markdown-table.js';

const option = (name: string): string | undefined => {
  const at = process.argv.findIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  return at < 0 ? undefined : process.argv[at]?.split('=')[1] ?? process.argv[at + 1];
};

const folder = mkdtempSync(join(tmpdir(), 'tongjiao-benchmark-'));
try {
  const engine = option('engine') ?? 'all';
  for (const name of engine === 'all' ? engineNames : [engine as EngineName]) {
    const server = await openServer(name);
    try {
      const against = option('against');
      if (option('only') === 'statements') {
        const seen = await watchStatements(join(folder, name, 'watch'), server, against && join(against, 'dist', 'bootstrap', 'main.js'));
        process.stdout.write(`${seen.engine}: statements ${seen.statements.reduce((s, o) => s + o.perPayment, 0).toFixed(1)} commits ${seen.statements.filter((o) => isCommit(o.sql)).reduce((s, o) => s + o.perPayment, 0).toFixed(1)} db us ${seen.statements.reduce((s, o) => s + o.perPayment * o.medianUs, 0).toFixed(0)}\n`);
        process.stdout.write(`${markdownTable(['use case', 'n', 'us', 'sql'], seen.statements.map((one) => [one.useCase, one.perPayment.toFixed(2), one.medianUs.toFixed(0), one.sql.slice(0, 60) + (one.sql.length > 120 ? ` … ${one.sql.slice(-60)}` : one.sql.slice(60))]))}\n`);
      } else if (against !== undefined) {
        const c = await compareBuilds({ folder: join(folder, name), server, workers: Number(option('workers') ?? 1), payers: 8, rounds: Number(option('rounds') ?? 5), roundMs: Number(option('round-ms') ?? 4000), against });
        process.stdout.write(`${markdownTable(['engine', 'what', 'before', 'after', 'ratio', 'errors'], comparisonLines(c).map((l) => [...l]))}\n`);
      }
    } finally {
      await server.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
