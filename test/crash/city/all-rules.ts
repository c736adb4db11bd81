import { appComplaints } from './app-rules.js';
import { billComplaints } from './bill-rules.js';
import type { CityFacts } from './city-facts.js';
import { legComplaints } from './leg-rules.js';
import { abnormalComplaints, slipComplaints } from './notice-rules.js';
import { alarmComplaints, delayComplaints, queueComplaints } from './rest-rules.js';
import { shareComplaints } from './share-rules.js';
import { textComplaints } from './text-rules.js';

/** Everything by which the books of the city are compared. */
export const cityRules: readonly ((facts: CityFacts) => readonly string[])[] = [
  slipComplaints, abnormalComplaints, billComplaints, textComplaints, appComplaints, shareComplaints, delayComplaints, queueComplaints, alarmComplaints, legComplaints,
];
