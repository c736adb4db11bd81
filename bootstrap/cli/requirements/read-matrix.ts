import { readFileSync } from 'node:fs';
import type { RequirementEntry } from '../../../contracts/requirements/matrix-entry.js';

/** The whole requirement matrix in the order of the document; from the repository's root. */
export const readMatrix = (): readonly RequirementEntry[] => JSON.parse(readFileSync('contracts/requirements/matrix.json', 'utf8')) as readonly RequirementEntry[];
