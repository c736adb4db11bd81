import { expect } from 'chai';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { readRawBody } from '../../../adapters/inbound/http/raw-body.js';

/** A request whose bytes the test sends by hand. */
const request = (headers: Record<string, string> = {}): PassThrough & IncomingMessage => Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;

describe('the bytes of a request (GW-09)', () => {
  it('are read as they are, however they are cut', async () => {
    const incoming = request();
    const reading = readRawBody(incoming, 100, 1_000);
    const bytes = Buffer.from('缴款书\r\n\u0000');
    for (const byte of bytes) incoming.write(Buffer.of(byte));
    incoming.end();
    expect(await reading).to.deep.equal({ ok: true, body: bytes });
  });

  it('may be none', async () => {
    const incoming = request();
    incoming.end();
    expect(await readRawBody(incoming, 100, 1_000)).to.deep.equal({ ok: true, body: Buffer.alloc(0) });
  });

  it('may be exactly as many as allowed, and not one more, whatever the header says', async () => {
    const exact = request({ 'content-length': '10' });
    exact.end('x'.repeat(10));
    expect(await readRawBody(exact, 10, 1_000)).to.have.property('ok', true);
    const liar = request({ 'content-length': '1' });
    liar.write('x'.repeat(11));
    expect(await readRawBody(liar, 10, 1_000)).to.deep.equal({ ok: false, why: 'too-large' });
    const honest = request({ 'content-length': '11' });
    expect(await readRawBody(honest, 10, 1_000)).to.deep.equal({ ok: false, why: 'too-large' });
  });

  for (const encoding of ['gzip', 'br', 'deflate', 'identity, gzip', '']) {
    it(`are refused when they are "${encoding}"`, async () => {
      expect(await readRawBody(request({ 'content-encoding': encoding }), 10, 1_000)).to.deep.equal({ ok: false, why: 'compressed' });
    });
  }

  it('may say that they are not compressed', async () => {
    const incoming = request({ 'content-encoding': 'identity' });
    incoming.end('x');
    expect(await readRawBody(incoming, 10, 1_000)).to.have.property('ok', true);
  });

  it('must come in time', async () => {
    const incoming = request();
    const reading = readRawBody(incoming, 10, 20);
    incoming.write('x');
    expect(await reading).to.deep.equal({ ok: false, why: 'timeout' });
  });

  it('must come to their end', async () => {
    const broken = request();
    const reading = readRawBody(broken, 10, 1_000);
    broken.destroy(new Error('reset'));
    expect(await reading).to.deep.equal({ ok: false, why: 'aborted' });
    const gone = request();
    const waiting = readRawBody(gone, 10, 1_000);
    gone.destroy();
    expect(await waiting).to.deep.equal({ ok: false, why: 'aborted' });
  });
});
