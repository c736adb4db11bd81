import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { coverageOf, type Coverage } from './coverage.js';
import { citedPlaces, declaredPlaces, lackingParts } from './places.js';
import { readMatrix } from './read-matrix.js';

/** What is covered as the sources stand, and ids that name nothing; from the repository's root. */
export function readCoverage(routes: readonly Pick<ConsoleRoute, 'method' | 'path' | 'requirements'>[]): { readonly coverage: readonly Coverage[]; readonly unknown: readonly string[] } {
  const matrix = readMatrix();
  const known = new Set(matrix.map(({ id }) => id));
  const [declared, cited] = [declaredPlaces(routes), citedPlaces(known)];
  return {
    coverage: coverageOf(matrix, [...declared, ...cited.places], lackingParts()),
    unknown: [...cited.unknown, ...declared.filter(({ id }) => !known.has(id)).map(({ id, where }) => `${id} of ${where}`)],
  };
}
