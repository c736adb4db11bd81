import type { Weights } from './portions.js';

/** Of this project's suite. `TEST_SECONDS=file npm run mocha` writes the seconds of every file. */
export const weights: Weights = { portion: 20, light: 1, slow: {}, alone: {} };
