import { expect } from 'chai';
import type { FieldPlace, Vault } from '../../../application/ports/vault.js';
import { TamperedError } from '../../../application/ports/vault.js';

const place: FieldPlace = { table: 'pay_order', column: 'payer_mobile', rowId: '42' };

/** ENC-01 to ENC-03 for any vault, with software keys or a device behind it. */
export function vaultContract(name: string, open: () => Promise<Vault>): void {
  describe(`vault on ${name}`, function () {
    this.timeout(30_000);
    let vault: Vault;
    before(async () => { vault = await open(); });

    it('gives back what it sealed', () => {
      for (const clear of ['13800138000', '张三', '', '35040219900101123X', '𠮷', 'a'.repeat(5000), '换行\n\u0000']) {
        expect(vault.open(place, vault.seal(place, clear))).to.equal(clear);
      }
    });

    it('shows nothing of the value in the envelope', () => {
      const envelope = vault.seal(place, '13800138000');
      expect(envelope).to.match(/^1\.[a-z]+-[0-9a-f]+\.sm4cbc-hmacsm3\.[\w-]{22}\.[\w-]+\.[\w-]{43}$/);
      expect(envelope).not.to.contain('13800138000');
      expect(envelope).not.to.contain(Buffer.from('13800138000').toString('base64url').slice(0, 12));
    });

    it('seals equal values differently each time', () => {
      const envelopes = Array.from({ length: 1000 }, () => vault.seal(place, '13800138000').split('.'));
      expect(new Set(envelopes.map((parts) => parts[3])).size).to.equal(1000);
      expect(new Set(envelopes.map((parts) => parts[4])).size).to.equal(1000);
    });

    it('refuses a value moved to another row, column or table', () => {
      const envelope = vault.seal(place, '13800138000');
      const others: readonly FieldPlace[] = [
        { ...place, rowId: '43' }, { ...place, column: 'payer_name' }, { ...place, table: 'refund' },
        // the same letters, cut elsewhere
        { table: 'pay_orderp', column: 'ayer_mobile', rowId: '42' }, { table: 'pay_order', column: 'payer_mobile4', rowId: '2' },
      ];
      for (const other of others) expect(() => vault.open(other, envelope)).to.throw(TamperedError);
    });

    it('refuses a changed bit in any part', () => {
      const parts = vault.seal(place, '13800138000').split('.');
      for (const index of [3, 4, 5]) {
        const bytes = Buffer.from(parts[index] ?? '', 'base64url');
        for (let at = 0; at < bytes.length; at++) {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ 0x80;
          const envelope = parts.map((part, place) => (place === index ? changed.toString('base64url') : part)).join('.');
          expect(() => vault.open(place, envelope)).to.throw(TamperedError);
        }
      }
    });

    it('refuses everything that is no envelope, with one and the same error', () => {
      const envelope = vault.seal(place, '13800138000');
      const [version, id = '', algorithm, iv, ciphertext, tag] = envelope.split('.');
      const odd = ['', '.....', 'x', envelope.slice(0, -1), `${envelope}.`, `${envelope}=`, ` ${envelope}`, `2${envelope.slice(1)}`, envelope.replace('sm4cbc', 'sm4ecb'),
        [version, 'field-000000000000', algorithm, iv, ciphertext, tag].join('.'), [version, id.toUpperCase(), algorithm, iv, ciphertext, tag].join('.'),
        [version, id, algorithm, iv, '', tag].join('.'), [version, id, algorithm, iv, ciphertext, ''].join('.'), [version, id, algorithm, '', ciphertext, tag].join('.'),
        [version, id, algorithm, ciphertext, iv, tag].join('.'), 'A'.repeat(600_000)];
      const messages = odd.map((text) => {
        try {
          return vault.open(place, text);
        } catch (error) {
          return error instanceof TamperedError ? error.message : `unexpected ${String(error)}`;
        }
      });
      expect(new Set(messages).size).to.equal(1);
      expect(messages[0]).not.to.contain('unexpected').and.not.to.equal('');
    });

    it('refuses to seal text that would come back changed or is too long', () => {
      expect(() => vault.seal(place, 'a\ud800b')).to.throw(RangeError);
      expect(() => vault.seal(place, 'a'.repeat(300_000))).to.throw(RangeError);
    });

    it('gives one index for one value, another for another column, and never the plain digest', () => {
      const index = vault.blindIndex('pay_order.payer_mobile', '13800138000');
      expect(index).to.match(/^[0-9a-f]{64}$/).and.to.equal(vault.blindIndex('pay_order.payer_mobile', '13800138000'));
      const others = [vault.blindIndex('refund.payer_mobile', '13800138000'), vault.blindIndex('pay_order.payer_mobile', '13800138001'),
        vault.auditMac('13800138000'), vault.blindIndex('row', '13800138000')];
      expect(new Set([index, ...others]).size).to.equal(5);
    });

    it('gives one MAC for one audit text', () => {
      expect(vault.auditMac('1|login')).to.match(/^[0-9a-f]{64}$/).and.to.equal(vault.auditMac('1|login'));
      expect(vault.auditMac('1|login')).not.to.equal(vault.auditMac('2|login'));
    });
  });
}
