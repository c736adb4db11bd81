import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { OwnDetailProps } from './detail-props.js';

/** Lists whose rows have more to be read than their columns, by name. */
const byList: Readonly<Record<string, LazyExoticComponent<ComponentType<OwnDetailProps>>>> = {
  issues: lazy(async () => ({ default: (await import('./issue-detail.js')).IssueDetail })),
};

export const ownDetailOf = (list: string): (typeof byList)[string] | undefined => byList[list];
