import type { Request } from 'express';
import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import type { AskWhere } from '../../../application/where/ask-where.js';
import type { OpenWhere } from '../../../application/where/open-where.js';
import type { ShowPayment } from '../../../application/where/show-payment.js';
import type { WherePasses } from '../../../application/where/where-passes.js';
import type { EpochMs } from '../../../domain/kernel/china-time.js';

export interface WhereDeps {
  /** Undefined where the installation sends no texts: the page then says so. */
  readonly ask: Pick<AskWhere, 'run'> | undefined;
  readonly open: Pick<OpenWhere, 'run'>;
  readonly show: Pick<ShowPayment, 'run' | 'list'>;
  readonly passes: Pick<WherePasses, 'make' | 'read'>;
  readonly clock: { now(): EpochMs };
  readonly journal: Journal;
  readonly measurements: Measurements;
  readonly rateLimiter: RateLimiter;
  readonly publicBaseUrl: string;
  readonly demo: boolean;
  readonly addressOf: (request: Request) => string;
  readonly requestIdOf: (request: Request) => string;
}
