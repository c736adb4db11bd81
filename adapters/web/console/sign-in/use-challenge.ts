import { useCallback, useRef, useState } from 'react';
import type { AskChallenge, ChallengeAnswer } from '../../../../contracts/console/sign-in.js';
import { api } from '../api/client.js';

/** A challenge lives two minutes; one that is nearly over is not begun with. */
const goodForMs = 100_000;

interface Held { readonly challenge: Promise<ChallengeAnswer>; readonly account: string; readonly askedAt: number; /** Whoever typed has seen its picture. */ isShown: boolean }

/** The challenge that a password is sealed for. Good once: whoever used it lets it go. */
export function useChallenge(purpose: AskChallenge['purpose']) {
  const held = useRef<Held | undefined>(undefined);
  const [picture, setPicture] = useState<string>();

  const ask = useCallback(async (account: string): Promise<ChallengeAnswer> => {
    const mine: Held = { challenge: api.challenge({ purpose, ...(account === '' ? {} : { account }) }), account, askedAt: Date.now(), isShown: false };
    held.current = mine;
    try {
      const challenge = await mine.challenge;
      if (held.current === mine) {
        setPicture(challenge.captcha);
        mine.isShown = true;
      }
      return challenge;
    } catch (refusal) {
      if (held.current === mine) held.current = undefined;
      throw refusal;
    }
  }, [purpose]);

  const letGo = useCallback((): void => { held.current = undefined; }, []);

  /** One to be used now; one that is under way is waited for. `isNewPicture`: what was read from a picture before is worth nothing. */
  const take = useCallback(async (account: string): Promise<{ readonly challenge: ChallengeAnswer; readonly isNewPicture: boolean }> => {
    const old = held.current?.account === account && Date.now() - held.current.askedAt < goodForMs ? held.current : undefined;
    const wasShown = old?.isShown === true;
    const challenge = await (old?.challenge ?? ask(account));
    return { challenge, isNewPicture: challenge.captcha !== undefined && !wasShown };
  }, [ask]);

  return { picture, ask, take, letGo };
}
