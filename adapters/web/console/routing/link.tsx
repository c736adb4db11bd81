import type { MouseEvent, ReactNode } from 'react';
import { goTo, hrefOf } from './location.js';

/** A link within the console; with a modifier key the browser does as it always does. */
export function Link({ to, className, children }: { readonly to: string; readonly className?: string; readonly children: ReactNode }): ReactNode {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return <a href={hrefOf(to)} className={className} onClick={follow}>{children}</a>;
}
