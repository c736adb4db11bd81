import { expect } from 'chai';
import { consoleRoutes } from '../../../bootstrap/console-port.js';
import type { OwnedKind } from '../../../application/access/within-scope.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { allPermissions } from '../../../contracts/console/permissions.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { officerRights } from '../../../domain/operators/officers.js';
import { ConsoleLife } from './console-life.js';
import { businessRights, byName, callsOf, holdersOf, listsOf, officersOf } from './needed-rights.js';

const [rightOfCall, rightOfList] = [byName(callsOf), byName(listsOf)];
const beforeSigningIn = ['challenge', 'sign-in', 'activate', 'enrolment', 'confirm-enrolment', 'prove-by-code', 'key-question', 'prove-by-key', 'change-password', 'sign-out'];

/** Written by hand as well: what wants the second factor anew (AUTH-10). Whoever takes a name from here says why. */
const wantsProof: readonly string[] = [
  'operators.invite', 'operators.edit', 'operators.disable', 'operators.enable', 'operators.unlock', 'operators.end-sessions', 'operators.reset', 'grants.ask', 'grants.decide', 'roles.add', 'roles.edit', 'roles.delete',
  'keys.question', 'keys.register', 'keys.report-lost', 'keys.decide',
  'orders.payer', 'issues.contact', 'operators.contact', 'institutions.contact', 'developers.contact',
  'channel-merchants.add', 'channel-merchants.edit', 'channel-merchants.enable', 'channel-merchants.disable', 'channel-merchants.remove', 'channel-merchants.try',
  'channels.add', 'channels.edit', 'channels.set-pay-reconcile', 'channels.set-split', 'channels.enable', 'channels.disable', 'channels.remove',
  'regions.add', 'regions.edit', 'regions.name-admin', 'regions.enable', 'regions.disable', 'regions.remove', 'industries.add', 'industries.edit', 'industries.enable', 'industries.disable', 'industries.remove',
  'refunds.review', 'repeat-orders.note', 'repeat-orders.ask-refund', 'repeat-orders.decide-refund', 'abnormal-orders.note', 'abnormal-orders.ask-refund', 'abnormal-orders.decide-refund',
  'differences.note', 'reconciliation.run', 'reconciliation.cancel',
  'developers.add', 'developers.edit', 'developers.enable', 'developers.disable', 'developers.remove', 'developer-keys.import', 'developer-keys.retire', 'developer-keys.scheme', 'developer-keys.origins',
  'developer-roles.add', 'developer-roles.edit', 'developer-roles.remove', 'developer-roles.assign',
  'payees.add', 'payees.edit', 'payees.disable', 'payees.enable', 'payees.delete', 'payee-channels.add', 'payee-channels.edit', 'payee-channels.disable', 'payee-channels.enable', 'payee-channels.delete',
  'institutions.add', 'institutions.edit', 'institutions.disable', 'institutions.enable', 'institutions.delete', 'institutions.link-payees', 'institutions.reset-password',
];

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
    expect(Object.fromEntries(rightOfCall)).to.deep.equal(Object.fromEntries(routes.flatMap(({ name, access }) => (typeof access === 'object' ? [[name, access.permission]] : []))));
    expect(Object.fromEntries(rightOfList)).to.deep.equal(Object.fromEntries(allLists.filter(({ rowScope }) => rowScope === 'all').map(({ name, permission }) => [name, permission])));
    expect(businessRights).to.deep.equal([...new Set(allPermissions)].filter((right) => officersOf[right] === undefined).sort());
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).to.equal(routes.length);
  });

  it('asks somewhere for every right that an office has', () => {
    const asked = new Set([...routes.flatMap(({ access }) => (typeof access === 'object' ? [access.permission] : [])), ...allLists.map(({ permission }) => permission)]);
    expect(Object.values(officerRights).flat().filter((right) => !asked.has(right))).to.deep.equal([]);
  });

  it('asks for the second factor anew for what is on the list, six minutes after it was shown, and for nothing else (AUTH-10)', async () => {
    expect(routes.filter((route) => 'stepUp' in route && route.stepUp).map(({ name }) => name).sort()).to.deep.equal([...wantsProof].sort());
    life.city.advance(6 * 60_000);
    for (const route of routes.filter(({ access }) => access === 'signed-in' || typeof access === 'object')) {
      if (beforeSigningIn.includes(route.name)) continue;
      const [holder = ''] = holdersOf(rightOfCall.get(route.name) ?? '');
      const { body } = await call(people.get(holder) ?? expect.fail(route.name), route);
      expect(body['code'] === 'STEP_UP', `${route.name} ${JSON.stringify(body)}`).to.equal(wantsProof.includes(route.name));
    }
  });

  it('says of each call to something of a payee what it is about, so that limited accounts make it for their own only (ISO-04)', () => {
    const owned: Readonly<Record<string, OwnedKind>> = { platformOrderNo: 'order', platformRefundOrderNo: 'refund', relatedOrderNo: 'order-or-refund', callbackId: 'callback', issueNo: 'issue' };
    for (const { name, path, access, about, body } of routes) {
      if (typeof access !== 'object') continue;
      const fields = [...Object.keys(body?.properties ?? {}), ...path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : []))];
      const named = Object.keys(owned).filter((field) => fields.includes(field)).map((field) => ({ kind: owned[field], field }));
      if (named.length > 0) expect(about, name).to.deep.equal(named);
      else if (about !== undefined && about !== 'own') for (const { field, when } of about) expect(fields, name).to.include.members([field, ...(when ?? []).slice(0, 1)]);
    }
  });

  it('refuses each to whoever it is not for, and says no such thing to whoever it is for', async () => {
    for (const [account, client] of people) {
      for (const route of routes.filter(({ name }) => !beforeSigningIn.includes(name))) {
        const { status, body } = await call(client, route);
        const right = rightOfCall.get(route.name);
        const isFor = right === undefined || holdersOf(right).includes(account);
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
        expect(status, `${name} by ${account}`).to.equal(rowScope === 'institution' ? 404 : holdersOf(rightOfList.get(name) ?? '').includes(account) ? 200 : 403);
      }
    }
  });

  describe('with some rights of business and without the others', () => {
    /** The demo's account, from now on with these and no others; read anew at each request. */
    const holding = (rights: readonly string[]): Promise<void> => life.city.resources.unitOfWork.run(async ({ operators }) => {
      for (const role of await operators.roles()) if (role.roleCode === 'demo-business') await operators.putRole({ ...role, permissions: rights });
    });
    const demo = (): ConsoleClient => { const client = people.get('demo'); if (client === undefined) throw new Error('nobody is signed in'); return client; };
    /** What comes of each call and list that needs one of these rights: whether it is forbidden. */
    async function forbiddenOf(rights: readonly string[]): Promise<Readonly<Record<string, boolean>>> {
      const came: Record<string, boolean> = {};
      for (const route of routes.filter(({ name }) => rights.includes(rightOfCall.get(name) ?? ''))) came[route.name] = (await call(demo(), route)).body['code'] === 'FORBIDDEN';
      for (const list of rights.flatMap((right) => listsOf[right] ?? [])) {
        for (const path of [`/lists/${list}`, `/lists/${list}/totals`, `/lists/${list}/declaration`]) came[path] = (await demo().get(path)).body['code'] === 'FORBIDDEN';
        came[`${list} exported`] = (await demo().post(`/lists/${list}/export`, { parameters: { thisIsNoFilter: '1' } })).body['code'] === 'FORBIDDEN';
      }
      return came;
    }
    const all = (came: Readonly<Record<string, boolean>>, isForbidden: boolean): Readonly<Record<string, boolean>> => Object.fromEntries(Object.keys(came).map((name) => [name, isForbidden]));

    it('forbids everything to whoever has none', async () => {
      await holding([]);
      const came = await forbiddenOf(businessRights);
      expect(Object.keys(came).length).to.be.above(250);
      expect(came).to.deep.equal(all(came, true));
    });

    // Who has more rights is never forbidden more. So what one right alone opens, it opens to everybody who has it; and what is forbidden without it although all others are there, none of those opens.
    for (const right of businessRights) {
      it(`opens by ${right} exactly what needs it`, async () => {
        await holding([right]);
        const alone = await forbiddenOf([right]);
        expect(Object.keys(alone)).to.not.deep.equal([]);
        expect(alone, 'with it alone').to.deep.equal(all(alone, false));
        await holding(businessRights.filter((other) => other !== right));
        const without = await forbiddenOf([right]);
        expect(without, 'with all others').to.deep.equal(all(without, true));
      });
    }
  });
});
