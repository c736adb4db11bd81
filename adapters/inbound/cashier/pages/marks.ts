import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';
import { trusted, type Html } from '../html.js';

// All drawings are our own; they only hint at a brand by its colours. Sizes stand in the tags, so that they hold without our style.

/** 支 written with a round pen on blue. */
const alipay = trusted('<svg class="mark" width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false"><rect width="44" height="44" rx="10" fill="#1677ff"/>'
  + '<path d="M10 14h24M22 8v12M12 20h19c-2.5 7-9 12.5-20 15.5M15 22c3.5 6.5 9 11 18 13.5" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>');

/** Three leaning cards in red, blue and teal. */
const unionpay = trusted('<svg class="mark" width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false"><rect x=".5" y=".5" width="43" height="43" rx="9.5" fill="#fff" stroke="#d5dde6"/>'
  + '<path d="M13.5 10h8.5l-5 24H8.5c-1.6 0-2.4-1-2-2.5l4-19c.4-1.6 1.4-2.5 3-2.5z" fill="#d7182a"/><path d="M21.5 10H30l-5 24h-8.5z" fill="#0b56a4"/>'
  + '<path d="M29.5 10H35c1.6 0 2.4 1 2 2.5l-4 19c-.4 1.6-1.4 2.5-3 2.5h-5.5z" fill="#00797b"/></svg>');

export const channelMarks: Readonly<Record<PayChannel, Html>> = { alipay, unionpay };

/** A coin slot within a shield: ours. */
export const platformMark = trusted('<svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M16 2l12 4v9c0 7.5-5 12.5-12 15C9 27.5 4 22.5 4 15V6z" fill="#fff"/>'
  + '<path d="M10.5 9l5.5 6.5L21.5 9M16 15.5V24M11 16.5h10M11 20.3h10" fill="none" stroke="#0b4a8f" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>');

/** The same for the browser's tab, as a data address. */
export const tabIcon = 'data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 viewBox=%270 0 32 32%27%3E%3Cpath d=%27M16 1l13 4v10c0 8-5 13-13 16C8 28 3 23 3 15V5z%27 fill=%27%230b4a8f%27/%3E'
  + '%3Cpath d=%27M10 9l6 7 6-7M16 16v8M11 17h10M11 21h10%27 fill=%27none%27 stroke=%27%23fff%27 stroke-width=%272.4%27/%3E%3C/svg%3E';

export type StateMark = 'good' | 'wait' | 'bad' | 'off';

const round = (colour: string, inside: string): Html => trusted(`<svg class="state" width="64" height="64" viewBox="0 0 64 64" aria-hidden="true" focusable="false"><circle cx="32" cy="32" r="32" fill="${colour}"/>`
  + `<path d="${inside}" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`);

export const stateMarks: Readonly<Record<StateMark, Html>> = {
  good: round('#0a7d43', 'M19 33l9 9 18-19'),
  wait: trusted('<svg class="state turn" width="64" height="64" viewBox="0 0 64 64" aria-hidden="true" focusable="false"><circle cx="32" cy="32" r="28" fill="none" stroke="#d6e4f3" stroke-width="6"/>'
    + '<path d="M32 4a28 28 0 0 1 28 28" fill="none" stroke="#0b57a4" stroke-width="6" stroke-linecap="round"/></svg>'),
  bad: round('#b3261e', 'M32 17v19M32 46v.5'),
  off: round('#66758a', 'M32 18v16l10 6'),
};
