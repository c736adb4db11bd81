import { expect } from 'chai';
import { consoleRoutes } from '../../../bootstrap/console-port.js';
import type { OwnedKind } from '../../../application/access/within-scope.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { officerRights } from '../../../domain/operators/officers.js';
import { ConsoleLife } from './console-life.js';

/** Written by hand, beside the declarations: who may do what (RBAC-01, RBAC-02). Whatever is not here is for everybody who is signed in, or before. */
const onlyFor: Readonly<Record<string, string>> = {
  'operators.invite': 'sysadmin', 'operators.edit': 'sysadmin', 'operators.disable': 'sysadmin', 'operators.enable': 'sysadmin', 'grants.ask': 'sysadmin', 'operators.choices': 'sysadmin', 'roles.one': 'secadmin', permissions: 'secadmin',
  'attachments.upload': 'demo', 'attachments.read': 'demo', 'issues.register': 'demo', 'issues.follow': 'demo', 'issues.solve': 'demo', 'issues.reopen': 'demo', 'issues.attach': 'demo', 'issues.contact': 'demo', 'issues.one': 'demo',
  'audit.verify': 'auditor', 'operators.unlock': 'secadmin', 'operators.end-sessions': 'secadmin', 'operators.reset': 'secadmin', 'grants.decide': 'secadmin', 'orders.payer': 'demo', 'roles.add': 'secadmin', 'roles.edit': 'secadmin', 'roles.delete': 'secadmin',
  'alerts.read': 'demo', 'alerts.read-all': 'demo', 'alerts.handle': 'demo',
  'menus.choices': 'demo', 'menus.add': 'demo', 'menus.edit': 'demo', 'menus.enable': 'demo', 'menus.disable': 'demo', 'menus.move-up': 'demo', 'menus.move-down': 'demo', 'menus.delete': 'demo',
  // The demo's account holds everything that a role may hold.
  ...Object.fromEntries([
    ...['add', 'edit', 'name-admin', 'enable', 'disable', 'remove', 'choices', 'admins'].map((verb) => `regions.${verb}`), ...['add', 'edit', 'enable', 'disable', 'remove'].map((verb) => `industries.${verb}`),
    ...['add', 'edit', 'set-pay-reconcile', 'set-split', 'enable', 'disable', 'remove'].map((verb) => `channels.${verb}`), ...['add', 'edit', 'enable', 'disable', 'remove', 'try', 'forms', 'one'].map((verb) => `channel-merchants.${verb}`),
  ].map((name) => [name, 'demo'])),
  'developers.choices': 'demo', 'developers.one': 'demo', 'developers.add': 'demo', 'developers.edit': 'demo', 'developers.enable': 'demo', 'developers.disable': 'demo', 'developers.remove': 'demo',
  'developer-keys.one': 'demo', 'developer-keys.import': 'demo', 'developer-keys.retire': 'demo', 'developer-keys.scheme': 'demo', 'developer-keys.origins': 'demo',
  'developer-roles.choices': 'demo', 'developer-roles.one': 'demo', 'developer-roles.add': 'demo', 'developer-roles.edit': 'demo', 'developer-roles.remove': 'demo', 'developer-roles.held': 'demo', 'developer-roles.assign': 'demo',
  'workbench.choices': 'demo', 'workbench.sample': 'demo', 'workbench.check': 'demo',
  'payees.choices': 'demo', 'payees.one': 'demo', 'payees.add': 'demo', 'payees.edit': 'demo', 'payees.disable': 'demo', 'payees.enable': 'demo', 'payees.delete': 'demo',
  'payee-channels.choices': 'demo', 'payee-channels.one': 'demo', 'payee-channels.add': 'demo', 'payee-channels.edit': 'demo', 'payee-channels.disable': 'demo', 'payee-channels.enable': 'demo', 'payee-channels.delete': 'demo',
  'institutions.one': 'demo', 'institutions.payees': 'demo', 'institutions.add': 'demo', 'institutions.edit': 'demo', 'institutions.disable': 'demo', 'institutions.enable': 'demo', 'institutions.delete': 'demo', 'institutions.link-payees': 'demo', 'institutions.reset-password': 'demo',
  'pay-orders.confirm': 'demo', 'refunds.review': 'demo', 'callbacks.resend': 'demo', 'callbacks.standing': 'demo', 'callbacks.health': 'demo', 'callbacks.resend-given-up': 'demo', 'callbacks.batch': 'demo', 'callbacks.test-address': 'demo', 'repeat-orders.note': 'demo',
  'repeat-orders.ask-refund': 'demo', 'repeat-orders.decide-refund': 'demo', 'abnormal-orders.note': 'demo', 'abnormal-orders.ask-refund': 'demo', 'abnormal-orders.decide-refund': 'demo', 'differences.note': 'demo', 'leg-gaps.follow': 'demo', 'reconciliation.run': 'demo', 'reconciliation.cancel': 'demo',
};
const lists: Readonly<Record<string, readonly string[]>> = { operators: ['sysadmin', 'secadmin'], 'operator-roles': ['secadmin'], 'grant-requests': ['sysadmin', 'secadmin'], 'audit-logs': ['auditor'] };
const beforeSigningIn = ['challenge', 'sign-in', 'activate', 'enrolment', 'confirm-enrolment', 'prove-by-code', 'key-question', 'prove-by-key', 'change-password', 'sign-out'];

describe('every address of the console and everybody', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let routes: readonly ConsoleRoute[];
  const people = new Map<string, ConsoleClient>();
  before(async () => {
    life = await ConsoleLife.start();
    routes = consoleRoutes(life.city.platform.container, life.city.config);
    for (const account of life.codes.keys()) people.set(account, await life.person(account));
  });
  after(async () => life.close());
  const call = (client: ConsoleClient, { method, path }: ConsoleRoute) => {
    const address = path.replace(':name', 'nothing').replace(/:\w+/g, '1'.repeat(26));
    return method === 'GET' ? client.get(address) : client.post(address, { thisIsNoField: true });
  };

  it('declares for each address who may call it', () => {
    expect(routes.length).to.be.above(20);
    const open = routes.filter(({ access }) => access === 'anyone' || access === 'half-signed-in').map(({ name }) => name);
    expect(open.sort()).to.deep.equal([...beforeSigningIn].sort());
    expect(Object.keys(onlyFor).sort()).to.deep.equal(routes.filter(({ access }) => typeof access === 'object').map(({ name }) => name).sort());
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).to.equal(routes.length);
  });

  it('asks somewhere for every right that an office has', () => {
    const asked = new Set([...routes.flatMap(({ access }) => (typeof access === 'object' ? [access.permission] : [])), ...allLists.map(({ permission }) => permission)]);
    expect(Object.values(officerRights).flat().filter((right) => !asked.has(right))).to.deep.equal([]);
  });

  it('says of each call to something of a payee what it is about, so that limited accounts make it for their own only (ISO-04)', () => {
    const owned: Readonly<Record<string, OwnedKind>> = { platformOrderNo: 'order', platformRefundOrderNo: 'refund', attemptNo: 'repeat-payment', abnormalId: 'abnormal-order', callbackId: 'callback' };
    for (const { name, path, access, about, body } of routes) {
      if (typeof access !== 'object') continue;
      const fields = Object.keys(body?.properties ?? {});
      const [field] = Object.keys(owned).filter((one) => fields.includes(one));
      if (field !== undefined) expect(about, name).to.deep.equal({ kind: owned[field], field });
      else if (about !== undefined) expect([...fields, ...path.split('/:')], name).to.include(about.field);
    }
  });

  it('refuses each to whoever it is not for, and says no such thing to whoever it is for', async () => {
    for (const [account, client] of people) {
      for (const route of routes.filter(({ name }) => !beforeSigningIn.includes(name))) {
        const { status, body } = await call(client, route);
        const isFor = onlyFor[route.name] === undefined || onlyFor[route.name] === account;
        expect(body['code'] === 'FORBIDDEN', `${route.name} by ${account}: ${status} ${JSON.stringify(body)}`).to.equal(!isFor);
        expect(status, route.name).to.be.below(500);
      }
    }
  });

  it('refuses each to whoever is not signed in, or only half', async () => {
    const stranger = life.browser();
    const half = life.browser();
    half.secret = people.get('demo')?.secret;
    await half.signIn('demo', '晴天要带伞-Umbrella7');
    for (const route of routes.filter(({ access }) => access === 'signed-in' || typeof access === 'object')) {
      expect((await call(stranger, route)).body['code'], route.name).to.equal('NOT_SIGNED_IN');
      expect((await call(half, route)).body['code'], route.name).to.equal('NOT_SIGNED_IN');
    }
  });

  it('shows each list to those who may read it, and to nobody else', async () => {
    for (const [account, client] of people) {
      for (const { name, rowScope } of allLists) {
        const { status } = await client.get(`/lists/${name}/declaration`);
        const readers = lists[name] ?? ['demo'];
        expect(status, `${name} by ${account}`).to.equal(rowScope === 'institution' ? 404 : readers.includes(account) ? 200 : 403);
      }
    }
  });
});
