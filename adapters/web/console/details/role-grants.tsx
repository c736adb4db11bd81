import type { ReactNode } from 'react';
import { cellOf } from '../actions/action-types.js';
import { api } from '../api/client.js';
import { Beneath, Facts } from './beneath.js';
import type { OwnDetailProps } from './detail-props.js';
import { useAsked } from './use-asked.js';

const grantsOf = async (roleCode: string, signal: AbortSignal) => {
  const [{ permissions }, { groups }] = await Promise.all([api.role(roleCode, signal), api.permissionGroups(signal)]);
  return groups.map(({ title, permissions: all }) => ({ label: title, text: all.filter(({ permission }) => permissions.includes(permission)).map(({ title: one }) => one).join('、') })).filter(({ text }) => text !== '');
};

/** What an operator role lets people do, in the words and the order of the menu (1.1.6.3.1-f). */
export const RoleGrants = ({ row }: OwnDetailProps): ReactNode => (
  <Beneath asked={useAsked(cellOf(row, 'roleCode'), grantsOf)}>
    {(grants) => (grants.length === 0 ? <p className="nothing">没有任何权限</p> : <Facts title="角色权限" facts={grants} />)}
  </Beneath>
);

/** What a developer role lets business systems call, and for whom (1.1.6.2.2-f). */
export const DeveloperRoleGrants = ({ row }: OwnDetailProps): ReactNode => (
  <Beneath asked={useAsked(cellOf(row, 'roleCode'), api.developerRole)}>
    {({ granted: { methods, payees } }) => (
      <Facts title="角色权限" facts={[
        { label: '接口', text: methods.map(({ method, title }) => `${title}（${method}）`).join('、') },
        { label: '收款单位', text: payees.length === 0 ? '只按开发者自己的设置' : payees.map(({ merchantNo, payeeName }) => `${payeeName}（${merchantNo}）`).join('、') },
      ]} />
    )}
  </Beneath>
);
