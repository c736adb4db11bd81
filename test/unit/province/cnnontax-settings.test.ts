import { expect } from 'chai';
import { checkCnnontaxSettings, cnnontaxSettings } from '../../../adapters/outbound/province/cnnontax/settings-check.js';
import { normSettings } from './norm-settings.js';

const complaints = (changes: object): readonly string[] => {
  const checked = checkCnnontaxSettings(normSettings(changes));
  return 'complaints' in checked ? checked.complaints : [];
};

describe('settings of the national norm', () => {
  it('fill in what is known and nothing else: no number for confirmations, SM3, 8994', () => {
    const settings = cnnontaxSettings(normSettings());
    expect(settings.msgNo).to.deep.equal({ query: '2601', slip: '5601', state: '', stateAnswer: '5997', issue: '8994', confirm: '', replies: ['5001', '3601'] });
    expect([settings.mac, settings.listen, settings.line.connectTimeoutMs, settings.receiver?.realAccount, settings.itemCodes]).to.deep.equal(['sm3-token-prefix', undefined, 5_000, '35001234567890', 'national']);
    expect(cnnontaxSettings(normSettings({ msgNo: { confirm: '2602' }, demands: ['confirm'] })).msgNo.confirm).to.equal('2602');
  });

  it('do not let the platform start without a capability that the deployer demands', () => {
    for (const [demand, changes] of [['confirm', {}], ['state', {}], ['issue', { ownCodes: undefined }], ['push', { msgNo: { issue: '' } }], ['void', { msgNo: { issue: '' } }]] as const) {
      const told = complaints({ demands: [demand], ...changes });
      expect(told.some((text) => text.startsWith('NOT_CONFIGURED') && text.includes(demand)), `${demand}: ${told.join()}`).to.equal(true);
      expect(() => cnnontaxSettings(normSettings({ demands: [demand], ...changes }))).to.throw(/350400.*NOT_CONFIGURED/);
    }
    expect(complaints({ demands: ['issue', 'push', 'void'] })).to.deep.equal([]);
  });

  const wrong: readonly (readonly [names: string, changes: object])[] = [
    ['environment', { environment: 'x' }], ['region', { region: '3504' }], ['line.host', { line: { host: 'a b', port: 9 } }], ['line.host', { environment: 'production', listen: undefined }], ['line.port', { line: { host: '10.1.2.3', port: 0 } }],
    ['line.connectTimeoutMs', { line: { host: '10.1.2.3', port: 9, connectTimeoutMs: 1 } }], ['nodes', { nodes: { ours: 'K1', province: 'F350400' } }], ['nodes', { nodes: { ours: 'F350400', province: 'F350400' } }], ['mac', { mac: 'md5' }],
    ['msgNo', { msgNo: { query: '26' } }], ['msgNo', { msgNo: { other: '2601' } }], ['state', { msgNo: { state: '8997', stateAnswer: '' } }], ['replies', { msgNo: { replies: [] } }], ['demands', { demands: ['fly'] }], ['demands', { demands: 'confirm' }],
    ['receiver', { receiver: undefined }], ['receiver', { receiver: { name: '财政局', account: '1', bank: '行' } }], ['names', { names: { payCode: '' } }], ['names', { names: { total: 'PayCode' } }], ['names', { names: { odd: 'X' } }], ['names', { names: { busNo: '<x>' } }],
    ['codes', { codes: { 99999: 'refused' } }], ['codes', { codes: { '00000': 'fine' } }], ['states', { states: { 0: 'unpaid', 1: 'paid' } }], ['states', { states: { 0: 'unpaid', 1: 'paid', 2: 'void', 4: 'paying' } }], ['itemCodes', { itemCodes: 'x' }],
    ['validDays', { validDays: 0 }], ['wantsPaidMessage', { wantsPaidMessage: 'yes' }], ['payCode', { payCode: '.*' }], ['ownCodes', { ownCodes: { system: '5' } }], ['ownCodes', { payCode: '^[0-9]{16}$' }],
    ['listen', { listen: { port: 0 } }], ['listen', { listen: 8099 }], ['listen', { listen: { port: 9, host: 'localhost' } }], ['listen.sources', { listen: { port: 9, sources: ['10.0.0.0'] } }], ['listen.sources', { listen: { port: 9, sources: ['10.0.0.0/33'] } }],
    ['listen.sources', { environment: 'production', line: { host: '10.1.2.3', port: 9 }, listen: { port: 9 } }],
  ];
  for (const [names, changes] of wrong) {
    it(`complain in Chinese of ${names}: ${JSON.stringify(changes).slice(0, 70)}`, () => {
      const told = complaints(changes);
      expect(told.some((text) => text.includes(names) && /[\u4e00-\u9fff]/.test(text)), told.join('\n')).to.equal(true);
    });
  }

  it('are not surprised by anything that is stored', () => {
    for (const stored of [{}, { line: null, nodes: [], msgNo: 7, names: 'x', receiver: 1, listen: null, ownCodes: 3, codes: [], states: null, demands: {} }]) {
      const checked = checkCnnontaxSettings(stored);
      expect('complaints' in checked && checked.complaints.length > 3).to.equal(true);
    }
  });
});
