import { minuteMs, secondMs } from '../../../domain/kernel/china-time.js';

/** Largest form a payer's browser may post (the real one has about 40 bytes). */
export const maxFormBytes = 2048;

// Requests per second on average; the limiter allows ten times as many at once.
/** Opening or reloading the page of one order from one address. */
export const pagesPerSecond = 2;
/** Asking for the state of one order from one address: several tabs, each every 3 seconds. */
export const statesPerSecond = 2;
/** Starting a payment of one order from one address: five at once, then one in two seconds. */
export const startsPerSecond = 0.5;
/** Asking the channel about one order: five at once, then one in two seconds. */
export const asksPerSecond = 0.5;
/**
 * Tokens that do not exist, from one address (CSH-01). Only misses count: the 192 random bits of a token are its protection, and a payer
 * behind the same carrier address as a guesser must still be able to pay.
 */
export const guessesPerSecond = 1;
/** Journal lines about one address that guesses: about one in a minute. */
export const guessLinesPerSecond = 0.02;

/** How often a waiting page asks for its state, with script. */
export const askingPollMs = 3 * secondMs;
/** The PC page watches whether the payer has paid on the phone. */
export const pcPollMs = 5 * secondMs;
/** A phone page left open while the payer is in another app. */
export const phonePollMs = 10 * secondMs;
/** The same without script: the whole page is fetched again. */
export const askingRefreshSeconds = 5;
/** A page that nobody looks after stops asking. */
export const pollingEndsAfterMs = 30 * minuteMs;
/** How long a browser remembers 大字版. */
export const bigTypeCookieSeconds = 31_536_000;
