/** Long before the end nobody is bothered; a short session gives less notice. */
const longestNoticeMs = 120_000;

export type IdleStage = { readonly kind: 'quiet' } | { readonly kind: 'warning'; readonly leftMs: number } | { readonly kind: 'over' };

/** Where a session stands that ends `idleMs` after the last thing its person did. */
export function idleStage(lastAskedAt: number, idleMs: number, now: number): IdleStage {
  const leftMs = lastAskedAt + idleMs - now;
  if (leftMs <= 0) return { kind: 'over' };
  return leftMs <= Math.min(longestNoticeMs, idleMs / 4) ? { kind: 'warning', leftMs } : { kind: 'quiet' };
}
