import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { connectComplaint } from '../../../adapters/outbound/persistence/sql/connect-complaints.js';
import { firstRow } from '../../../adapters/outbound/persistence/sql/server-address.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { needing } from '../../support/needing.js';
import { OwnAuthority } from '../../support/own-authority.js';
import { slowWay } from '../../support/redis.js';
import { encryptedKinds, EncryptedServer } from './encrypted-server.js';

const [city, stranger] = [new OwnAuthority('the city'), new OwnAuthority('somebody else')];
/** Another authority under the same name: only its signature tells. */
const namesake = new OwnAuthority('the city');
const everywhere = { names: ['localhost'], addresses: ['127.0.0.1'] };

/** What an address asks for beside its server. `ca`: undefined stands for the authorities that every machine knows. */
interface Wish { readonly host?: string; readonly port?: number; readonly tls?: boolean; readonly ca?: OwnAuthority | undefined }

for (const kind of encryptedKinds) {
  needing(kind.whyNot, `a line to ${kind.name} under TLS (DB-03)`, function () {
    this.timeout(60_000);
    let server: EncryptedServer;
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-authorities-'));
    before(async () => { server = await EncryptedServer.start(kind, city.issue(everywhere)); });
    after(async () => {
      await server.remove();
      rmSync(folder, { recursive: true });
    });

    function addressOf({ host = 'localhost', port = server.port, tls = true, ca }: Wish): string {
      const url = new URL(server.address);
      [url.hostname, url.port] = [host, String(port)];
      if (tls) url.searchParams.set('tls', 'on');
      if (ca !== undefined) {
        const file = join(folder, 'ca.pem');
        writeFileSync(file, ca.pem);
        url.searchParams.set('ca', file);
      }
      return url.href;
    }

    /** What protects a line that was opened as asked: its cipher, empty for plain text; or why there is none, as a start says it. */
    async function lineBy(wish: Wish): Promise<string> {
      const engine = openEngine(databaseAddress(addressOf(wish), { user: undefined, password: undefined }));
      try {
        return String((await firstRow(engine.writer, kind.cipher))['protection']);
      } catch (error) {
        return connectComplaint(error);
      } finally {
        await engine.close();
      }
    }

    it('is encrypted when the address says so, by name and by number, and plain when it does not', async () => {
      expect(await lineBy({ ca: city })).to.match(/^TLS_|^ECDHE-/);
      expect(await lineBy({ ca: city, host: '127.0.0.1' })).to.match(/^TLS_|^ECDHE-/);
      expect(await lineBy({ tls: false })).to.equal('');
    });

    it('cannot be read on the way, not even its account', async () => {
      const passing: Buffer[] = [];
      const way = await slowWay(server.port, 0, (bytes) => { passing.push(bytes); });
      try {
        for (const [tls, isReadable] of [[false, true], [true, false]] as const) {
          passing.splice(0);
          await lineBy({ tls, ca: tls ? city : undefined, port: Number(new URL(way.url).port) });
          const account = new URL(server.address).username;
          expect([Buffer.concat(passing).includes(account), Buffer.concat(passing).includes('select')], `tls ${String(tls)}`).to.deep.equal([isReadable, isReadable]);
        }
      } finally {
        await way.close();
      }
    });

    const unknown = 'signed by no authority that is known here: name the certificate file of its authority with ca= in the database address';
    it('is not opened to a server of an authority that nobody named', async () => {
      expect(await lineBy({})).to.contain(unknown);
      expect(await lineBy({ ca: stranger })).to.contain(unknown);
      expect(await lineBy({ ca: namesake })).to.contain(unknown);
    });

    it('is not opened to a server whose certificate is for another host', async () => {
      const other = 'was made for another host: write the host into the database address as the certificate names it';
      await server.present(city.issue({ names: ['elsewhere.example'], addresses: ['192.0.2.1'] }));
      expect([await lineBy({ ca: city }), await lineBy({ ca: city, host: '127.0.0.1' })].map((said) => said.includes(other))).to.deep.equal([true, true]);
      // A certificate for the name is none for the number, and the other way round.
      await server.present(city.issue({ names: ['localhost'] }));
      expect(await lineBy({ ca: city })).to.match(/^TLS_|^ECDHE-/);
      expect(await lineBy({ ca: city, host: '127.0.0.1' })).to.contain(other);
      await server.present(city.issue({ addresses: ['127.0.0.1'] }));
      expect(await lineBy({ ca: city })).to.contain(other);
      expect(await lineBy({ ca: city, host: '127.0.0.1' })).to.match(/^TLS_|^ECDHE-/);
    });

    it('is not opened to a server whose certificate holds no longer, or not yet', async () => {
      await server.present(city.issue({ ...everywhere, fromDays: -20, untilDays: -1 }));
      expect(await lineBy({ ca: city })).to.contain('has expired: let its DBA renew it');
      await server.present(city.issue({ ...everywhere, fromDays: 2 }));
      expect(await lineBy({ ca: city })).to.contain('does not hold yet: check the clocks');
    });

    it('never falls back to plain text before a server without TLS', async () => {
      const plain = await EncryptedServer.start(kind, undefined);
      const passing: Buffer[] = [];
      const way = await slowWay(plain.port, 0, (bytes) => { passing.push(bytes); });
      try {
        expect(await lineBy({ port: Number(new URL(way.url).port), ca: city })).to.contain('speaks no TLS: switch it on there');
        expect(Buffer.concat(passing).includes(new URL(plain.address).username)).to.equal(false);
        expect(await lineBy({ port: Number(new URL(way.url).port), tls: false })).to.equal('');
      } finally {
        await way.close();
        await plain.remove();
      }
    });

    it('is asked for when the server takes no other', async () => {
      await server.present(city.issue(everywhere));
      await server.demandTls();
      expect(await lineBy({ tls: false })).to.match(/takes encrypted lines only.*add tls=on/);
      expect(await lineBy({ ca: city })).to.match(/^TLS_|^ECDHE-/);
    });
  });
}
