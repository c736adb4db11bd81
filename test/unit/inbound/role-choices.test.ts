import { Value } from '@sinclair/typebox/value';
import { expect } from 'chai';
import { choiceRoutes } from '../../../adapters/inbound/console-api/choice-routes.js';
import { groupedPermissions } from '../../../adapters/inbound/console-api/permission-words.js';
import { consoleMenu } from '../../../contracts/console/menu.js';
import { operatorChoices, permissionGroups, roleFacts } from '../../../contracts/console/operators.js';
import { allPermissions } from '../../../contracts/console/permissions.js';
import { isOfficersRight } from '../../../domain/operators/officers.js';
import { aRegion } from '../../builders/directory.js';
import { aRole } from '../../builders/operators.js';

const mayBeHeld = allPermissions.filter((permission) => !isOfficersRight(permission));

describe('what the forms of roles and operators choose from', () => {
  it('has each permission that a role may hold once, in Chinese words, in the order of the menu', () => {
    const groups = groupedPermissions(mayBeHeld);
    const all = groups.flatMap(({ permissions }) => permissions);
    expect(all.map(({ permission }) => permission).sort()).to.deep.equal([...mayBeHeld].sort());
    expect(all.filter(({ title }) => !/^[^a-z]+$/.test(title))).to.deep.equal([]);
    const order = groups.map(({ key }) => key).filter((key) => key !== 'others');
    expect(order).to.deep.equal(consoleMenu.map(({ key }) => key).filter((key) => order.includes(key)));
    expect(groups.find(({ key }) => key === 'reconciliation')?.permissions).to.deep.equal([
      { permission: 'finance.reconciliation.read', title: '查看日对账、商户对账、对账差异、四方核对、四方核对差异' }, { permission: 'finance.differences.handle', title: '处理、跟踪对账差异和四方核对差异' },
      { permission: 'finance.reconciliation.run', title: '重新对账、取消对账' },
    ]);
  });

  it('puts what opens no page under a heading of its own, by the words that there are', () => {
    expect(groupedPermissions(['made.up', 'service-desk.pay-orders.read']).map(({ title, permissions }) => [title, permissions.map((one) => one.title)])).to.deep.equal([['客户服务', ['查看支付订单、业务系统通知']], ['其他', ['made.up']]]);
    expect(groupedPermissions([])).to.deep.equal([]);
  });

  it('is answered as the contract says, without the rights of officers', async () => {
    const role = aRole({ remark: '窗口收费' });
    const routes = choiceRoutes({
      permissions: new Set([...allPermissions, 'platform.operators.edit']),
      regionChoices: { all: () => Promise.resolve([aRegion()]) },
      readRoles: { all: () => Promise.resolve([role]), one: (roleCode) => Promise.resolve(roleCode === 'cashier' ? { role, isHeld: true } : undefined) },
    });
    const ask = async (name: string, params = {}): Promise<unknown> => {
      const answer = await routes.find((route) => route.name === name)?.handle({ params } as never);
      return answer !== undefined && 'body' in answer ? answer.body : answer;
    };
    const [choices, groups, one] = [await ask('operators.choices'), await ask('permissions'), await ask('roles.one', { roleCode: 'cashier' })];
    expect([Value.Check(operatorChoices, choices), Value.Check(permissionGroups, groups), Value.Check(roleFacts, one)]).to.deep.equal([true, true, true]);
    expect(choices).to.deep.equal({ roles: [{ roleCode: 'cashier', roleName: '收费员' }], officers: [{ officer: 'system-officer', name: '系统管理员' }, { officer: 'security-officer', name: '安全管理员' }, { officer: 'audit-officer', name: '审计员' }], regions: [{ regionCode: '350400', regionName: '三明市' }] });
    expect(one).to.deep.equal({ roleCode: 'cashier', version: 1, roleName: '收费员', permissions: role.permissions, remark: '窗口收费', isHeld: true });
    expect(JSON.stringify(groups)).to.not.match(/platform\.(operators|operator-roles|audit|grants)/);
    expect(await ask('roles.one', { roleCode: 'gone' })).to.deep.equal({ refused: 'NOT_FOUND' });
  });
});
