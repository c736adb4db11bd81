import { expect } from 'chai';
import { addressIsIn, isAddressRange } from '../../../../domain/directory/address-range.js';
import type { DeveloperRole } from '../../../../domain/directory/developer-role.js';
import { withRoles } from '../../../../domain/directory/developer-role.js';
import { isSameKey, keysAt, mayActFor, mayCall, mayComeFrom } from '../../../../domain/directory/developer.js';
import { aDeveloper, aKey } from '../../../builders/directory.js';

const role = (roleCode: string, methods: readonly string[], merchantNos: readonly string[] = []): DeveloperRole => ({ roleCode, roleName: roleCode, methods, merchantNos, remark: '', createdAt: 1, version: 1 });

describe('what a developer may do', () => {
  it('is what it was given itself and what the roles it holds grant', () => {
    const developer = withRoles(aDeveloper({ roleCodes: ['b', 'a', 'gone'] }), [role('a', ['m.a'], ['M2']), role('b', ['m.b', 'epay-trade-core.order.query']), role('c', ['m.c'], ['M3'])]);
    expect(['epay-trade-core.order.query', 'm.a', 'm.b', 'm.c'].map((method) => mayCall(developer, method))).to.deep.equal([true, true, true, false]);
    expect(['M1', 'M2', 'M3'].map((merchantNo) => mayActFor(developer, merchantNo))).to.deep.equal([true, true, false]);
    expect(developer.allowedMethods).to.have.length(3);
  });

  it('is nothing without either', () => {
    const developer = withRoles(aDeveloper({ allowedMethods: [], merchantNos: [], roleCodes: [] }), [role('a', ['m.a'], ['M1'])]);
    expect([mayCall(developer, 'm.a'), mayActFor(developer, 'M1')]).to.deep.equal([false, false]);
  });

  it('knows its keys at a moment, and a key however its lines are broken', () => {
    expect(keysAt({ keys: [aKey('A'), aKey('B', 10), aKey('C', 9)] }, 9).map(({ pem }) => pem)).to.deep.equal(['A', 'B']);
    expect(isSameKey('-----BEGIN PUBLIC KEY-----\nAB\nCD\n-----END PUBLIC KEY-----\n', 'ABCD')).to.equal(true);
    expect(isSameKey('ABCD', 'ABCE')).to.equal(false);
  });
});

describe('addresses that requests may come from', () => {
  it('are addresses and networks, each written in one way', () => {
    for (const good of ['192.0.2.1', '10.0.0.0/8', '192.0.2.128/25', '0.0.0.0/1', '2001:db8::1', '2001:db8::/32', '::1', '::', '2001:0DB8:0:0:0:0:0:1', '192.0.2.1/32']) expect(isAddressRange(good), good).to.equal(true);
    const bad = [
      '', ' ', 'localhost', '192.0.2', '192.0.2.256', '192.0.02.1', '010.0.0.1', '0x7f.0.0.1', '2130706433', '10.0.0.5/8', '10.0.0.0/0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/+8', '::/0', '2001:db8::1/32',
      '2001:db8::/129', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '2001:db8::g', '::ffff:192.0.2.1', 'fe80::1%eth0', '１９２.0.2.1', '192.0.2.1 ', '*', '192.0.2.*', '-1.0.0.1',
    ];
    for (const text of bad) expect(isAddressRange(text), text).to.equal(false);
  });

  it('let in who is inside and nobody else', () => {
    expect(['10.255.0.1', '11.0.0.0', '9.255.255.255', '::1', '', 'x'].map((address) => addressIsIn('10.0.0.0/8', address))).to.deep.equal([true, false, false, false, false, false]);
    expect(['192.0.2.127', '192.0.2.128', '192.0.2.255', '192.0.3.0'].map((address) => addressIsIn('192.0.2.128/25', address))).to.deep.equal([false, true, true, false]);
    expect(['2001:db8:ffff::1', '2001:db9::', '32.1.13.184'].map((address) => addressIsIn('2001:db8::/32', address))).to.deep.equal([true, false, false]);
    expect(addressIsIn('2001:db8::1', '2001:0db8:0:0:0:0:0:1')).to.equal(true);
    // What is no range, as an old record may hold it, lets nobody in but its own spelling.
    expect([addressIsIn('everywhere', '192.0.2.1'), addressIsIn('192.0.2', '192.0.2.1'), addressIsIn('10.0.0.0/0', '192.0.2.1'), addressIsIn('10.0.0.0/8', '10.0.0.0/9')]).to.deep.equal([false, false, false, false]);
  });

  it('are anywhere where none is named', () => {
    expect(mayComeFrom(aDeveloper(), '203.0.113.9')).to.equal(true);
    expect(mayComeFrom(aDeveloper({ allowedAddresses: ['192.0.2.0/24', '2001:db8::/32'] }), '192.0.2.77')).to.equal(true);
    expect(mayComeFrom(aDeveloper({ allowedAddresses: ['192.0.2.0/24'] }), '192.0.3.1')).to.equal(false);
  });
});
