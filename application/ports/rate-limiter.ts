/** Limits requests per name (developer, address, route group). */
export interface RateLimiter {
  /** True when one more request of `key` fits into `perSecond` on average with a burst of the same size times ten. */
  allow(key: string, perSecond: number): boolean;
  /** Whether `allow` would say no now. Uses nothing up. */
  isSpent(key: string, perSecond: number): boolean;
}
