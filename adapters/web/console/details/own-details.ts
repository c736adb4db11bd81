import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { OwnDetailProps } from './detail-props.js';

type ByList = Readonly<Record<string, LazyExoticComponent<ComponentType<OwnDetailProps>>>>;

/** Lists whose rows are read in another shape than their columns, by name. */
const issueDetail: ByList[string] = lazy(async () => ({ default: (await import('./issue-detail.js')).IssueDetail }));
const instead: ByList = { issues: issueDetail, issue: issueDetail };
/** Lists of whose rows something more is asked, which stands beneath their columns. */
const beneath: ByList = {
  'channel-merchants': lazy(async () => ({ default: (await import('./account-facts.js')).AccountFacts })),
  'operator-roles': lazy(async () => ({ default: (await import('./role-grants.js')).RoleGrants })),
  'developer-roles': lazy(async () => ({ default: (await import('./role-grants.js')).DeveloperRoleGrants })),
};

export const ownDetailOf = (list: string): ByList[string] | undefined => instead[list];
export const partBeneath = (list: string): ByList[string] | undefined => beneath[list];
