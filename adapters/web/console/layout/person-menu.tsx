import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { api, wordsOf } from '../api/client.js';
import { goTo } from '../routing/location.js';
import { useMe } from './me-context.js';

/** Who is signed in, and what they do about themselves. */
export function PersonMenu({ leave }: { readonly leave: (notice: string | undefined) => void }): ReactNode {
  const me = useMe();
  const { message } = App.useApp();
  const signOut = (): void => {
    api.signOut().then(() => { leave('您已退出登录'); }, (refusal: unknown) => { void message.error(wordsOf(refusal)); });
  };
  const items = [
    { key: 'who', label: <span className="who">账号 {me.account}<br />操作员编号 {me.operatorNo}</span>, disabled: true },
    { type: 'divider' as const },
    { key: 'password', label: '修改口令', onClick: () => { goTo('/change-password'); } },
    { key: 'ukey', label: '登记 UKey', onClick: () => { goTo('/register-key'); } },
    { key: 'out', label: '退出登录', onClick: signOut },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined aria-hidden="true" />}>{me.name}{me.officer === undefined ? '' : `（${me.officer}）`} <DownOutlined aria-hidden="true" /></Button>
    </Dropdown>
  );
}
