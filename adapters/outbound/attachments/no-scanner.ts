import type { FileScanner } from '../../../application/ports/attachment-checks.js';

/** An installation without a virus scanner: every file is marked as not looked at. */
export const noScanner: FileScanner = { scan: () => Promise.resolve('not-scanned') };
