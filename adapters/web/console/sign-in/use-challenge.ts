import { useCallback, useRef, useState } from 'react';
import type { AskChallenge, ChallengeAnswer } from '../../../../contracts/console/sign-in.js';
import { api } from '../api/client.js';

/** A challenge lives two minutes; one that is nearly over is not begun with. */
const goodForMs = 100_000;

interface Held { readonly challenge: ChallengeAnswer; readonly account: string; readonly askedAt: number }

/** The challenge that a password is sealed for. Good once: whoever used it lets it go. */
export function useChallenge(purpose: AskChallenge['purpose']) {
  const held = useRef<Held | undefined>(undefined);
  const [picture, setPicture] = useState<string>();

  const ask = useCallback(async (account: string): Promise<ChallengeAnswer> => {
    const challenge = await api.challenge({ purpose, ...(account === '' ? {} : { account }) });
    held.current = { challenge, account, askedAt: Date.now() };
    setPicture(challenge.captcha);
    return challenge;
  }, [purpose]);

  const standing = useCallback((account: string): ChallengeAnswer | undefined =>
    (held.current?.account === account && Date.now() - held.current.askedAt < goodForMs ? held.current.challenge : undefined), []);

  const letGo = useCallback((): void => { held.current = undefined; }, []);

  /** One to be used now. `isNewPicture`: what was read from a picture before is worth nothing. */
  const take = useCallback(async (account: string): Promise<{ readonly challenge: ChallengeAnswer; readonly isNewPicture: boolean }> => {
    const old = standing(account);
    if (old !== undefined) return { challenge: old, isNewPicture: false };
    const challenge = await ask(account);
    return { challenge, isNewPicture: challenge.captcha !== undefined };
  }, [ask, standing]);

  return { picture, ask, take, standing, letGo };
}
