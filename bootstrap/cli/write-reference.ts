import { writeFileSync } from 'node:fs';
import { fallenOut } from './requirements/coverage.js';
import { coverageFile, coverageJson, coverageMarkdown, coveredFloor } from './requirements/coverage-file.js';
import { readCoverage } from './requirements/read-coverage.js';
import { configurationMarkdown } from './config-table.js';
import { consoleOpenApiFile, consoleOpenApiJson } from './console-openapi-file.js';
import { declaredRoutes } from './declared-routes.js';
import { jobsMarkdown } from './job-tables.js';
import { shareInventoryMarkdown } from './share-inventory.js';
import { stateTablesMarkdown } from './state-tables.js';

// Run from the repository's root after a build.
writeFileSync('docs/reference/states.md', stateTablesMarkdown());
writeFileSync('docs/reference/configuration.md', configurationMarkdown());
writeFileSync('docs/reference/jobs.md', jobsMarkdown());
writeFileSync('docs/reference/data-sharing.md', shareInventoryMarkdown());

const routes = await declaredRoutes();
writeFileSync(consoleOpenApiFile, consoleOpenApiJson(routes));

const { coverage } = readCoverage(routes);
const fallen = fallenOut(coveredFloor(), coverage);
if (fallen.length > 0) {
  process.stderr.write(`no longer covered: ${fallen.join(', ')}; the coverage is left as it is. Whoever gives one up takes its "covered" out of ${coverageFile} by hand.\n`);
  process.exitCode = 1;
} else {
  writeFileSync(coverageFile, coverageJson(coverage));
  writeFileSync('docs/reference/coverage.md', coverageMarkdown(coverage));
}
