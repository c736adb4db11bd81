import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Layout, Spin, Tag } from 'antd';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Me } from '../../../../contracts/console/me.js';
import { placesOf, type Place } from '../../shared/menu.js';
import { HomePage } from '../home/home-page.js';
import { countVisit } from '../home/visits.js';
import { ownPageOf, pageBehind } from '../pages/own-pages.js';
import { samePath, useLocation } from '../routing/location.js';
import { Link } from '../routing/link.js';
import { IdleWatch } from './idle-watch.js';
import { isBoolean, keep, kept } from './kept.js';
import { MeContext } from './me-context.js';
import { MissingPage } from './missing-page.js';
import { PersonMenu } from './person-menu.js';
import { SideMenu } from './side-menu.js';
import { StepUpDialog } from './step-up-dialog.js';

const ListPage = lazy(async () => ({ default: (await import('../lists/list-page.js')).ListPage }));
const ChangePasswordPage = lazy(async () => ({ default: (await import('./change-password-page.js')).ChangePasswordPage }));
const RegisterKeyPage = lazy(async () => ({ default: (await import('./register-key-page.js')).RegisterKeyPage }));

interface Props { readonly me: Me; readonly leave: (notice: string | undefined) => void }

/** Everything behind the gate: menu, person, and the page of the present address. */
export function Shell({ me, leave }: Props): ReactNode {
  const { path } = useLocation();
  const [isNarrow, setNarrow] = useState(() => kept('narrow', isBoolean) ?? false);
  const here = placesOf(me.menu).find((place) => samePath(place.path, path));
  useEffect(() => { if (here !== undefined) countVisit(here.key); }, [here?.key]);
  const fold = (): void => {
    keep('narrow', !isNarrow);
    setNarrow(!isNarrow);
  };
  return (
    <MeContext value={me}>
      <a className="skip" href="#content">跳到主要内容</a>
      <Layout className="shell">
        <Layout.Header className="shell-header">
          <Button type="text" icon={isNarrow ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />} aria-label={isNarrow ? '展开菜单' : '收起菜单'} onClick={fold} />
          <Link to="/" className="shell-name">{me.platformName}</Link>
          {me.isEmbedded && <Tag color="warning">演示环境</Tag>}
          <div className="shell-person"><PersonMenu leave={leave} /></div>
        </Layout.Header>
        <Layout hasSider>
          <Layout.Sider className="shell-sider" width={208} collapsedWidth={0} collapsed={isNarrow} trigger={null} theme="light">
            <nav aria-label="主菜单"><SideMenu menu={me.menu} path={path} /></nav>
          </Layout.Sider>
          <Layout.Content id="content" tabIndex={-1} className="shell-content">
            <Suspense fallback={<div className="waiting"><Spin /></div>}>{pageOf(path, here, me.permissions, leave)}</Suspense>
          </Layout.Content>
        </Layout>
      </Layout>
      <IdleWatch idleMs={me.idleMs} leave={leave} />
      <StepUpDialog />
    </MeContext>
  );
}

/** Lists that no entry of the menu names, such as those behind a row, have their address as well. */
function pageOf(path: string, here: Place | undefined, permissions: readonly string[], leave: Props['leave']): ReactNode {
  const list = here?.list ?? /^\/lists\/([a-z0-9-]+)\/?$/.exec(path)?.[1];
  if (list !== undefined) return <ListPage key={list} name={list} path={path} above={here?.above ?? []} />;
  if (samePath(path, '/')) return <HomePage />;
  if (samePath(path, '/change-password')) return <ChangePasswordPage leave={leave} />;
  if (samePath(path, '/register-key')) return <RegisterKeyPage />;
  const own = /^\/pages\/([a-z0-9-]+)\/?$/.exec(path)?.[1];
  const Own = here === undefined || own === undefined ? undefined : ownPageOf(own);
  if (Own !== undefined && here !== undefined) return <Own title={here.title} above={here.above} />;
  const behind = pageBehind(path);
  if (behind !== undefined && permissions.includes(behind.permission)) return <behind.Page title={behind.title} above={behind.above} />;
  return <MissingPage title={here?.title} />;
}
