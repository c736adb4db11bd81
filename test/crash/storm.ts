import { pause, type Chance } from './chance.js';
import type { PlatformProcess } from './platform-process.js';
import type { Scene, Stage } from './scenes.js';

/** Payers and clerks at work at the same time. */
const usualHands = 20;

/** What a run plays, and the states of attempts that have to occur before it ends. */
export interface Play<S> { readonly deck: readonly Scene<S>[]; readonly hands?: number; readonly isEnough: (stage: S) => Promise<boolean>; /** No more than so many scenes. */ readonly most?: number }

/** Kills the platform at random moments, sometimes while it is still starting, and starts it again at once. */
export async function killAtRandom(platform: PlatformProcess, kills: number, chance: Chance): Promise<void> {
  for (let done = 0; done < kills; done += 1) {
    await pause(chance.happens(0.2) ? chance.between(50, 1_200) : chance.between(1_500, 4_500));
    await platform.kill();
    platform.start();
    if (chance.happens(0.75)) await platform.ready();
  }
  await platform.ready();
}

/** After the last kill scenes go on at most this long for what has not happened yet: a slow machine must not make the run a comfortable one. */
const extraMs = 60_000;
/** Plays scenes, several at a time, until `over`; then finishes those that have begun. What a scene throws is a defect of suite or product. */
export async function load<S extends Stage>(stage: S, over: Promise<unknown>, chance: Chance, { deck, hands = usualHands, isEnough, most = Number.POSITIVE_INFINITY }: Play<S>): Promise<readonly string[]> {
  let endsAt = Number.POSITIVE_INFINITY;
  const noMore = (): void => { endsAt = performance.now() + extraMs; };
  over.then(noMore, noMore);
  const isOver = async (): Promise<boolean> => endsAt < Number.POSITIVE_INFINITY && (performance.now() > endsAt || await isEnough(stage));
  const faults: string[] = [];
  let played = 0;
  let left = chance.shuffled(deck);
  const play = async (): Promise<void> => {
    while (!await isOver()) {
      if (played >= most) {
        await pause(200);
        continue;
      }
      const [scene, ...rest] = left.length > 0 ? left : chance.shuffled(deck);
      left = rest;
      played += 1;
      await scene?.(stage, chance.part(`scene ${played}`)).catch((fault: unknown) => { faults.push(fault instanceof Error ? fault.stack ?? fault.message : String(fault)); });
    }
  };
  await Promise.all(Array.from({ length: hands }, play));
  return faults;
}
