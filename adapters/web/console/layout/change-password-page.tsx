import { App } from 'antd';
import type { ReactNode } from 'react';
import { goTo } from '../routing/location.js';
import { ChangePasswordForm } from '../sign-in/change-password-form.js';
import { useMe } from './me-context.js';
import { PageTitle } from './page-title.js';

export function ChangePasswordPage({ leave }: { readonly leave: (notice: string) => void }): ReactNode {
  const { account } = useMe();
  const { message } = App.useApp();
  const goOn = (next: string): void => {
    if (next !== 'home') leave('口令已修改，请重新登录');
    else {
      void message.success('口令已修改');
      goTo('/');
    }
  };
  return <><PageTitle title="修改口令" /><div className="panel narrow"><ChangePasswordForm account={account} goOn={goOn} /></div></>;
}
