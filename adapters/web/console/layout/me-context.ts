import { createContext, useContext } from 'react';
import type { Me } from '../../../../contracts/console/me.js';

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Only inside of the shell. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('nobody is signed in here');
  return me;
}
