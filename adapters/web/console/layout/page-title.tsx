import { useEffect, type ReactNode } from 'react';
import { useMe } from './me-context.js';

/** Heading of a page, with the headings of the menu that lead to it, and what can be done on it as a whole. */
export function PageTitle({ title, above = [], children }: { readonly title: string; readonly above?: readonly string[]; readonly children?: ReactNode }): ReactNode {
  const { platformName } = useMe();
  useEffect(() => { document.title = `${title} · ${platformName}`; }, [title, platformName]);
  return (
    <div className="page-title">
      <div>
        {above.length > 0 && <p className="page-above">{above.join(' / ')}</p>}
        <h1>{title}</h1>
      </div>
      <div className="page-actions">{children}</div>
    </div>
  );
}
