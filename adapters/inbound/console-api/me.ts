import type { SignedIn } from '../../../application/operators/check-session.js';
import { consoleMenu, pathOf, type MenuPage } from '../../../contracts/console/menu.js';
import type { Me, MenuEntry } from '../../../contracts/console/me.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { officerNames } from '../../../domain/operators/officers.js';
import { shownMenu, type Entries } from '../../../domain/menus/menu.js';
import type { Operator } from '../../../domain/operators/operator.js';
import type { PasswordRules } from '../../../domain/operators/password-rules.js';
import type { SessionRules } from '../../../domain/operators/session.js';
import { askerOf, mayReadList, type ListAsker } from './for-parts.js';

/** `ofParts`: what an account that is limited to a part of the rows can do or read something with. */
export interface MeFacts { readonly now: () => number; readonly passwordRules: PasswordRules; readonly sessionRules: SessionRules; readonly platformName: string; readonly isEmbedded: boolean; readonly ofParts: () => ReadonlySet<string> }

/** What the page has to know of whoever is signed in. */
export function meOf(who: SignedIn, entries: Entries, { now, passwordRules, sessionRules, platformName, isEmbedded, ofParts }: MeFacts): Me {
  const { operator, session, rights, factor, passwordChangedAt } = who;
  const { operatorNo, account, name, officer } = operator;
  const isLimited = operator.scope.kind !== 'all';
  return {
    operatorNo, account, name, ...(officer !== undefined && { officer: officerNames[officer] }), scope: scopeWords(operator), isLimited,
    permissions: [...rights].filter((right) => !isLimited || ofParts().has(right)).sort(), menu: menuOf(entries, askerOf(who)), factor,
    signedInAt: session.beganAt, idleMs: sessionRules.idleMs, passwordDaysLeft: Math.max(0, Math.ceil((passwordChangedAt + passwordRules.validMs - now()) / dayMs)), platformName, isEmbedded,
  };
}

const pages = new Map(consoleMenu.flatMap((group) => group.pages.map((page) => [page.key, page] as const)));

/** Pages that are switched on and may be opened; those that draw no list show the whole platform. A delivered entry keeps the key of its page, so that what a browser counts by it goes on. */
const menuOf = (entries: Entries, asker: ListAsker): MenuEntry[] => shownMenu(entries, (pageKey) => { const page = pages.get(pageKey); return page !== undefined && mayOpen(page, asker); })
  .map(({ entry, pages: below }) => ({
    key: keyOf(entry), title: entry.menuName,
    children: below.flatMap((one) => {
      const page = pages.get(one.pageKey ?? '');
      return page === undefined ? [] : [{ key: keyOf(one), title: one.menuName, path: pathOf(page), ...(page.list !== undefined && { list: page.list }) }];
    }),
  }));
const mayOpen = (page: MenuPage, asker: ListAsker): boolean => (page.list === undefined ? asker.scope.kind === 'all' && asker.rights.has(page.permission) : mayReadList(asker, page.list));
const keyOf = ({ menuKey, origin }: Entries[number]): string => (origin === 'delivered' ? menuKey.slice(menuKey.indexOf('.') + 1) : menuKey);

const scopeWords = ({ scope }: Operator): string => (scope.kind === 'all' ? '全部数据' : scope.kind === 'region' ? `区域 ${scope.regionCode} 及下级` : `机构 ${scope.institutionNo}`);
