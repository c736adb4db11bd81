import type { SignedIn } from '../../../application/operators/check-session.js';
import { consoleMenu, pathOf, permissionOf } from '../../../contracts/console/menu.js';
import type { Me, MenuEntry } from '../../../contracts/console/me.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { officerNames } from '../../../domain/operators/officers.js';
import type { Operator } from '../../../domain/operators/operator.js';
import type { PasswordRules } from '../../../domain/operators/password-rules.js';
import type { SessionRules } from '../../../domain/operators/session.js';

export interface MeFacts { readonly now: () => number; readonly passwordRules: PasswordRules; readonly sessionRules: SessionRules; readonly platformName: string; readonly isEmbedded: boolean }

/** What the page has to know of whoever is signed in. */
export function meOf({ operator, session, rights, factor, passwordChangedAt }: SignedIn, { now, passwordRules, sessionRules, platformName, isEmbedded }: MeFacts): Me {
  const { operatorNo, account, name, officer } = operator;
  return {
    operatorNo, account, name, ...(officer !== undefined && { officer: officerNames[officer] }), scope: scopeWords(operator), permissions: [...rights].sort(), menu: menuOf(rights), factor,
    signedInAt: session.beganAt, idleMs: sessionRules.idleMs, passwordDaysLeft: Math.max(0, Math.ceil((passwordChangedAt + passwordRules.validMs - now()) / dayMs)), platformName, isEmbedded,
  };
}

/** Pages that may be opened; a group without any is left out. */
const menuOf = (rights: ReadonlySet<string>): MenuEntry[] => consoleMenu.flatMap(({ key, title, pages }) => {
  const children = pages.filter((page) => rights.has(permissionOf(page))).map((page) => ({ key: page.key, title: page.title, path: pathOf(page), ...(page.list !== undefined && { list: page.list }) }));
  return children.length === 0 ? [] : [{ key, title, children }];
});

const scopeWords = ({ scope }: Operator): string => (scope.kind === 'all' ? '全部数据' : scope.kind === 'region' ? `区域 ${scope.regionCode} 及下级` : `机构 ${scope.institutionNo}`);
