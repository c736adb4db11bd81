import { dayMs, hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { textTemplates, type TextKind, type TextScene } from './templates.js';

/** At most `most` texts to one phone within any `withinMs`; counted over one scene, or over all scenes of the same kind. */
export interface TextLimit { readonly most: number; readonly withinMs: number; readonly over: 'scene' | 'kind' }

/** [assumed] sms.md 4; a configuration may give others. */
export const defaultTextLimits: Readonly<Record<TextKind, readonly TextLimit[]>> = {
  code: [{ most: 1, withinMs: minuteMs, over: 'scene' }, { most: 5, withinMs: hourMs, over: 'kind' }, { most: 10, withinMs: dayMs, over: 'kind' }],
  notice: [{ most: 20, withinMs: dayMs, over: 'kind' }],
};

/** Codes that one address may ask for, for whatever phones [assumed]: an office behind one address has many people. */
export const defaultAskerLimits: readonly TextLimit[] = [{ most: 20, withinMs: hourMs, over: 'kind' }, { most: 60, withinMs: dayMs, over: 'kind' }];

/** How far back a judgement may have to look. */
export const longestLimitMs = (limits: readonly TextLimit[]): number => Math.max(0, ...limits.map(({ withinMs }) => withinMs));

export type TooMany = { readonly code: 'too-many'; readonly againAt: EpochMs };

/** One text that was made for the phone in question. */
export interface SentText { readonly scene: TextScene; readonly at: EpochMs }

const kindOfScene = new Map<TextScene, TextKind>(Object.values(textTemplates).map(({ scene, kind }) => [scene, kind]));

/**
 * May the phone get another text of this scene? `sent`: what it got, in any order. `againAt`: when all limits allow it. A moment after `now`
 * counts too, so that a clock that was set back opens nothing.
 */
export function judgeLimits(
  scene: TextScene, sent: readonly SentText[], now: EpochMs, limits = defaultTextLimits,
): Result<'allowed', TooMany> {
  const kind = kindOfScene.get(scene) ?? 'notice';
  const again = limits[kind].map((limit) => {
    const counted = sent.filter((text) => (limit.over === 'scene' ? text.scene === scene : kindOfScene.get(text.scene) === kind));
    return againAt(limit, counted.map(({ at }) => at), now);
  });
  return judged(again, now);
}

/** The same for whoever asks, by the moments at which it asked. */
export const judgeAsker = (askedAt: readonly EpochMs[], now: EpochMs, limits = defaultAskerLimits): Result<'allowed', TooMany> =>
  judged(limits.map((limit) => againAt(limit, askedAt, now)), now);

function judged(again: readonly EpochMs[], now: EpochMs): Result<'allowed', TooMany> {
  const latest = Math.max(now, ...again);
  return latest > now ? refuse({ code: 'too-many', againAt: latest }) : ok('allowed');
}

/** When the oldest of those that fill the limit is out of its time. */
function againAt({ most, withinMs }: TextLimit, times: readonly EpochMs[], now: EpochMs): EpochMs {
  const within = times.filter((at) => at + withinMs > now).sort((one, other) => one - other);
  const oldest = within[within.length - most];
  return oldest === undefined ? now : oldest + withinMs;
}
