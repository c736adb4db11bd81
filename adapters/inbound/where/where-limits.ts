// Requests of one place per second on average; the limiter allows ten times as many at once.
/** Forms with an order number and a phone. The texts have limits of their own, for phones and places. */
export const asksPerSecond = 0.5;
/** Looking at a page. */
export const pagesPerSecond = 2;
/** Journal lines about a place that is turned away: about one in a minute. */
export const linesPerSecond = 0.02;

/**
 * Answers about a payment are given only at whole multiples of this after the question was read. What is looked up takes longer for a payment that is
 * there than for one that is not; this is many times as long.
 */
export const answerEveryMs = 300;
