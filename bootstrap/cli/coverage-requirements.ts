import { ConfigError } from '../config.js';
import { runCommand } from './backup/words.js';
import { fallenOut, type Coverage } from './requirements/coverage.js';
import { countsOf, coveredFloor } from './requirements/coverage-file.js';
import { readCoverage } from './requirements/read-coverage.js';
import { declaredRoutes } from './declared-routes.js';

const usage = 'usage: npm run coverage:requirements [-- --area <area>]';

const lineOf = ({ entry: { id, title, kind }, lacks }: Coverage): string => `    ${id}  ${title}  (${kind}${lacks.length === 0 ? '' : `; lacks ${lacks.join('、')}`})`;

function areaLines(coverage: readonly Coverage[]): readonly string[] {
  return countsOf(coverage).flatMap(({ area, covered, entries }) => {
    const within = coverage.filter(({ entry }) => entry.area === area);
    const [yes, no] = [within.filter(({ by }) => by !== undefined), within.filter(({ by }) => by === undefined)];
    return [`${area}: ${covered} of ${entries}`, ...(yes.length === 0 ? [] : ['  covered', ...yes.map(lineOf)]), ...(no.length === 0 ? [] : ['  not covered yet', ...no.map(lineOf)]), ''];
  });
}

/** Which entries of the requirement matrix are covered as the sources stand, and which are not yet; from the repository's root after a build. */
async function main(): Promise<readonly string[]> {
  const words = process.argv.slice(2);
  const area = words[0] === '--area' && words.length === 2 ? words[1] : undefined;
  if (words.length > 0 && area === undefined) throw new ConfigError(usage);
  const { coverage } = readCoverage(await declaredRoutes());
  const asked = coverage.filter(({ entry }) => area === undefined || entry.area === area);
  if (asked.length === 0) throw new ConfigError(`no area ${area ?? ''}; there are ${countsOf(coverage).map((count) => count.area).join(', ')}`);
  const fallen = fallenOut(coveredFloor(), coverage);
  const lost = fallen.length === 0 ? [] : [`no longer covered: ${fallen.join(', ')}`];
  const covered = asked.filter(({ by }) => by !== undefined).length;
  return [...areaLines(asked), ...lost, `${covered} of ${asked.length} entries covered, ${asked.length - covered} not yet`];
}

runCommand(main);
