import type { RequirementEntry } from '../../../contracts/requirements/matrix-entry.js';
import type { Place } from './places.js';

/** By what an entry counts as covered. */
export type CoveredBy = 'test' | 'list' | 'document' | 'parts';
export interface Coverage {
  readonly entry: RequirementEntry;
  readonly by: CoveredBy | undefined;
  readonly routes: readonly string[];
  readonly lists: readonly string[];
  readonly screens: readonly string[];
  readonly code: readonly string[];
  readonly tests: readonly string[];
  readonly documents: readonly string[];
  /** Columns and filters that are not there yet. */
  readonly lacks: readonly string[];
}

const partsOf = ({ id }: RequirementEntry, matrix: readonly RequirementEntry[]): readonly RequirementEntry[] => matrix.filter((other) => other.id.startsWith(`${id}.`) || other.id.startsWith(`${id}-`));

/**
 * What is covered, by the rule of docs/reference/coverage.md: a test cites it; or it is a list or filter, held against the matrix by a test of contracts, that is whole and that a page of the menu shows; or it can only be
 * reviewed, and a document names it; or it is the heading of parts that are all covered. What lacks a part is not covered, whatever cites it.
 */
export function coverageOf(matrix: readonly RequirementEntry[], places: readonly Place[], lacking: ReadonlyMap<string, readonly string[]>): readonly Coverage[] {
  const at = new Map<string, string[]>();
  for (const { id, kind, where } of places) at.set(`${kind} ${id}`, [...(at.get(`${kind} ${id}`) ?? []), where]);
  const found = ({ id }: RequirementEntry, kind: Place['kind']): readonly string[] => [...new Set(at.get(`${kind} ${id}`))].sort();
  const byItself = (entry: RequirementEntry): CoveredBy | undefined => {
    if (lacking.has(entry.id)) return undefined;
    if (found(entry, 'test').length > 0) return 'test';
    if ((entry.kind === 'list' || entry.kind === 'filter') && found(entry, 'list').length > 0 && found(entry, 'screen').length > 0) return 'list';
    return entry.kind === 'nfr' && (entry.verify === 'review' || entry.verify === 'external') && found(entry, 'document').length > 0 ? 'document' : undefined;
  };
  const own = new Map(matrix.map((entry) => [entry.id, byItself(entry)]));
  const isCovered = (entry: RequirementEntry): boolean => own.get(entry.id) !== undefined || isWhole(entry);
  const isWhole = (entry: RequirementEntry): boolean => {
    const parts = entry.kind === 'page' ? partsOf(entry, matrix) : [];
    return parts.length > 0 && parts.every(isCovered);
  };
  return matrix.map((entry) => ({
    entry, by: own.get(entry.id) ?? (isWhole(entry) ? 'parts' : undefined), lacks: lacking.get(entry.id) ?? [],
    routes: found(entry, 'route'), lists: found(entry, 'list'), screens: found(entry, 'screen'), code: found(entry, 'code'), tests: found(entry, 'test'), documents: found(entry, 'document'),
  }));
}

/** Entries that were covered and are no more: the floor only grows. */
export const fallenOut = (floor: readonly string[], coverage: readonly Coverage[]): readonly string[] => {
  const covered = new Set(coverage.filter(({ by }) => by !== undefined).map(({ entry }) => entry.id));
  return floor.filter((id) => !covered.has(id));
};
