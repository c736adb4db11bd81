import type { ComponentType, LazyExoticComponent } from 'react';

export interface OwnPageProps { readonly title: string; readonly above: readonly string[] }
type OwnPage = LazyExoticComponent<ComponentType<OwnPageProps>>;

/** Pages of the menu that draw no list, by their key there. */
const pages: Readonly<Record<string, OwnPage>> = {};

export const ownPageOf = (key: string): OwnPage | undefined => pages[key];
