import type { Request } from 'express';
import type { CashierTerminal, CashierView, StartedPayment, StartPaymentRefusal, StartPaymentRequest } from '../../../application/payments/cashier-view.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { Measurements } from '../../../application/ports/measurements.js';
import type { RateLimiter } from '../../../application/ports/rate-limiter.js';
import type { Result } from '../../../domain/kernel/result.js';

export interface CashierDeps {
  readonly openCashier: { run(cashierToken: string, terminal: CashierTerminal): Promise<CashierView | undefined> };
  readonly startPayment: { run(request: StartPaymentRequest): Promise<Result<StartedPayment, StartPaymentRefusal>> };
  /** The payer came back or gave up: ask the channel about the order's open attempts (bounded wait). */
  readonly comeBack: { run(cashierToken: string): Promise<void> };
  readonly clock: Clock;
  readonly journal: Journal;
  readonly measurements: Measurements;
  readonly rateLimiter: RateLimiter;
  /** Where payers reach us, for example `https://pay.example.gov.cn`; a path before /pay is allowed. */
  readonly publicBaseUrl: string;
  /**
   * Origins of the channels' payment pages, for the form-action of the Content-Security-Policy. Chromium applies it to redirects as well,
   * so every origin that a channel forwards the form to belongs here; `https://*.example.com` is allowed.
   */
  readonly channelOrigins: readonly string[];
  /** Embedded profile: every page says 模拟环境. */
  readonly demo: boolean;
  readonly addressOf: (request: Request) => string;
  readonly requestIdOf: (request: Request) => string;
}
