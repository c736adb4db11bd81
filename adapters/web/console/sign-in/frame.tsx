import { Alert } from 'antd';
import { useEffect, type ReactNode } from 'react';

/** The card that every step before the home page stands in. */
export function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  useEffect(() => { document.title = `${title} · 运营管理`; }, [title]);
  return (
    <main className="gate">
      <section className="gate-card" aria-labelledby="gate-title">
        <p className="gate-name">非税收入收缴公共平台</p>
        <h1 id="gate-title">{title}</h1>
        {children}
      </section>
      <p className="gate-foot">本系统仅供授权人员使用，操作均有审计记录</p>
    </main>
  );
}

/** Why the last try did not go on; read out when it appears. */
export const Trouble = ({ words, type = 'error' }: { readonly words: string | undefined; readonly type?: 'error' | 'info' | 'warning' }): ReactNode =>
  (words === undefined ? null : <Alert className="gate-trouble" type={type} showIcon title={words} role="alert" />);
