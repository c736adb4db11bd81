import { writeFileSync } from 'node:fs';
import { configurationMarkdown } from './config-table.js';
import { jobsMarkdown } from './job-tables.js';
import { shareInventoryMarkdown } from './share-inventory.js';
import { stateTablesMarkdown } from './state-tables.js';

// Run from the repository's root after a build.
writeFileSync('docs/reference/states.md', stateTablesMarkdown());
writeFileSync('docs/reference/configuration.md', configurationMarkdown());
writeFileSync('docs/reference/jobs.md', jobsMarkdown());
writeFileSync('docs/reference/data-sharing.md', shareInventoryMarkdown());
