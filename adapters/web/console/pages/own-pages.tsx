import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { OwnPageProps } from './page-props.js';

type OwnPage = LazyExoticComponent<ComponentType<OwnPageProps>>;

/** Pages of the menu that draw no list, by their key there. */
const pages: Readonly<Record<string, OwnPage>> = {
  'signature-workbench': lazy(async () => ({ default: (await import('./signature-workbench.js')).SignatureWorkbench })),
  'callback-desk': lazy(async () => ({ default: (await import('./callback-desk-page.js')).CallbackDeskPage })),
};

interface PageBehind extends OwnPageProps { readonly permission: string; readonly Page: OwnPage }
/** Pages about one row of a list, by the path to which its buttons lead. */
const pagesBehind: Readonly<Record<string, PageBehind>> = {
  '/pages/developer-keys': { title: '密钥设置', above: ['平台管理', '开发者管理'], permission: 'platform.developers.keys', Page: lazy(async () => ({ default: (await import('./developer-keys.js')).DeveloperKeysPage })) },
};

export const ownPageOf = (key: string): OwnPage | undefined => pages[key];
export const pageBehind = (path: string): PageBehind | undefined => pagesBehind[path.replace(/\/$/, '')];
