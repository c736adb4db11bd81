import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { PageTitle } from '../layout/page-title.js';
import { DeclaredList } from './declared-list.js';
import { useDeclaration } from './use-declaration.js';

interface Props { readonly name: string; readonly path: string; readonly above: readonly string[] }

/** The page of any list: what it looks like comes from its declaration. */
export function ListPage({ name, path, above }: Props): ReactNode {
  const { declared, retry } = useDeclaration(name);
  if (declared.kind === 'waiting') return <div className="waiting"><Spin /></div>;
  if (declared.kind === 'ready') return <DeclaredList declaration={declared.declaration} path={path} above={above} />;
  return <><PageTitle title="列表" above={above} /><Alert type="error" showIcon title={declared.words} role="alert" action={<Button size="small" onClick={retry}>重试</Button>} /></>;
}
