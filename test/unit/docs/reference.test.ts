import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PrometheusMeasurements } from '../../../adapters/outbound/system/prometheus-measurements.js';
import { configurationMarkdown, settingRows } from '../../../bootstrap/cli/config-table.js';
import { jobsMarkdown } from '../../../bootstrap/cli/job-tables.js';
import { shareInventoryMarkdown } from '../../../bootstrap/cli/share-inventory.js';
import { duration, markdownTable } from '../../../bootstrap/cli/markdown-table.js';
import { environmentName, readConfig } from '../../../bootstrap/config.js';
import { pageLadderMs } from '../../../domain/payments/query-ladder.js';

const pages = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const everyPage = (): readonly string[] => [...readdirSync('.').filter((name) => name.endsWith('.md')), ...pages('docs')];

describe('reference pages', () => {
  it('keep the configuration page equal to the schema', () => {
    expect(readFileSync('docs/reference/configuration.md', 'utf8')).to.equal(configurationMarkdown());
  });

  it('explain every setting', () => {
    for (const row of settingRows()) expect(row.at(-1), row[0]).to.have.length.above(5);
  });

  it('name environment variables that the product reads', () => {
    expect(readConfig({ [environmentName('gatewayMaxInFlight')]: '7' }).gatewayMaxInFlight).to.equal(7);
  });

  it('keep the jobs page equal to the ladders of the domain', () => {
    expect(readFileSync('docs/reference/jobs.md', 'utf8')).to.equal(jobsMarkdown());
    expect(jobsMarkdown()).to.include(pageLadderMs.map(duration).join(', '));
  });

  it('keep the inventory of shared data equal to the tables of the domain', () => {
    expect(readFileSync('docs/reference/data-sharing.md', 'utf8')).to.equal(shareInventoryMarkdown());
  });

  it('name every metric of ours', async () => {
    const { body } = await new PrometheusMeasurements().text();
    const names = [...body.matchAll(/^# TYPE (tongjiao_\S+)/gm)].map((match) => match[1] ?? '').filter((name) => !/^tongjiao_(process|nodejs)_/.test(name));
    const page = readFileSync('docs/reference/metrics.md', 'utf8');
    expect(names).to.have.length.above(5);
    for (const name of names) expect(page).to.include(`\`${name}\``);
  });

  it('name every event of the journal', () => {
    const sources = ['application', 'adapters/inbound', 'adapters/outbound', 'bootstrap'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8')));
    const events = new Set(sources.flatMap((text) => [...text.matchAll(/journal\??\.(?:info|warn|alarm|fault)\('([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')));
    const page = readFileSync('docs/reference/logs.md', 'utf8');
    expect(events.size).to.be.above(20);
    for (const event of events) expect(page).to.include(`\`${event}\``);
  });

  it('write times in the largest unit that divides them, and keep bars inside a cell', () => {
    expect([90_000, 60_000, 250, 7_200_000].map(duration)).to.deep.equal(['90 s', '1 min', '250 ms', '2 h']);
    expect(markdownTable(['a'], [['x|y']])).to.equal('| a |\n| --- |\n| x\\|y |');
  });
});

describe('links between pages', () => {
  it('lead to files that exist', () => {
    const missing = everyPage().flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => join(dirname(page), decodeURIComponent(match[1] ?? ''))).filter((target) => !existsSync(target)).map((target) => `${page} → ${target}`));
    expect(missing).to.deep.equal([]);
  });

  it('name source files that exist', () => {
    const missing = everyPage().flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/`((?:domain|application|adapters|bootstrap|contracts|test)\/[A-Za-z0-9_./-]+\.ts)`/g)]
      .map((match) => match[1] ?? '').filter((file) => !existsSync(file)).map((file) => `${page} → ${file}`));
    expect(missing).to.deep.equal([]);
  });
});
