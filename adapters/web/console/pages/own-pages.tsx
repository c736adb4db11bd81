import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { OwnPageProps } from './own-page-props.js';

type OwnPage = LazyExoticComponent<ComponentType<OwnPageProps>>;

/** Pages of the menu that draw no list, by their key there. */
const pages: Readonly<Record<string, OwnPage>> = {
  'callback-desk': lazy(async () => ({ default: (await import('./callback-desk-page.js')).CallbackDeskPage })),
};

export const ownPageOf = (key: string): OwnPage | undefined => pages[key];
