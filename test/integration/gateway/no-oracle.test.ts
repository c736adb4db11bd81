import { createServer, type Server } from 'node:http';
import type { Request, Response } from 'express';
import { expect } from 'chai';
import { AnswerWriter } from '../../../adapters/inbound/gateway/answer.js';
import type { Handler } from '../../../adapters/inbound/gateway/handler.js';
import { refusal } from '../../../adapters/inbound/gateway/refusal.js';
import { defaultGatewayLimits, Gateway } from '../../../adapters/inbound/gateway/router.js';
import { gatewayMethods, type GatewayMethodName } from '../../../contracts/gateway/methods.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { freePorts, startCity, type City } from '../../support/city.js';
import { answerOf, call, enrol, envelope, newParty, order, orderData, send, type Parameters, type Party } from './outsider.js';

/** The gateway as production wires it: a wrong signature is not explained. */
async function startPlainGateway(city: City): Promise<{ readonly url: string; readonly server: Server }> {
  const container = city.platform.container;
  const nothing: Handler = async () => refusal('20000');
  const gateway = new Gateway({
    authenticate: container.get(tokens.authenticate), answers: new AnswerWriter(container.get(tokens.signer)), clock: container.get(tokens.clock), digests: container.get(tokens.digests),
    journal: container.get(tokens.journal), measurements: container.get(tokens.measurements), rateLimiter: container.get(tokens.rateLimiter), addressOf: () => '127.0.0.1', requestIdOf: () => 'r',
    limits: defaultGatewayLimits, explainSignatures: false, handlers: Object.fromEntries(Object.keys(gatewayMethods).map((name) => [name, nothing])) as Record<GatewayMethodName, Handler>,
  });
  const server = createServer((request, response) => {
    // The two things of express that the gateway uses.
    const shown = Object.assign(request, { originalUrl: request.url }) as unknown as Request;
    void gateway.handle(shown, Object.assign(response, { set: (name: string, value: string) => response.setHeader(name, value) }) as unknown as Response);
  });
  const [port] = await freePorts(1);
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${port ?? 0}`, server };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('the gateway tells nobody which developers exist (GW-13)', function () {
  this.timeout(60_000);
  let city: City;
  let plain: { readonly url: string; readonly server: Server };
  let cases: Readonly<Record<string, () => Parameters>>;
  before(async () => {
    city = await startCity();
    plain = await startPlainGateway(city);
    const [known, disabled, stranger] = [await enrol(city, newParty('DEV-KNOWN')), await enrol(city, newParty('DEV-OFF'), { enabled: false }), newParty('DEV-NEVER')];
    const wrong = (devId: string): Party => ({ ...stranger, devId });
    const request = (party: Party) => (): Parameters => envelope(city, party, order, orderData(city));
    cases = { unknown: request(stranger), 'disabled, rightly signed': request(disabled), 'disabled, wrongly signed': request(wrong('DEV-OFF')), 'known, wrongly signed': request(wrong(known.devId)) };
  });
  after(async () => {
    plain.server.closeAllConnections();
    await new Promise((resolve) => { plain.server.close(resolve); });
    await city.close();
  });

  it('gives unknown, disabled and wrongly signed one and the same answer, byte for byte', async () => {
    for (const [name, request] of Object.entries(cases)) {
      const reply = await send(plain.url, { body: JSON.stringify(request()) });
      expect([name, reply.status, reply.text]).to.deep.equal([name, 200, '{"code":"40003","msg":"验签失败","data":"e30=","sign":""}']);
    }
  });

  it('takes about the same time for each of them', async () => {
    const times = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
    for (let round = 0; round < 40; round++) {
      for (const [name, request] of Object.entries(cases)) {
        const body = JSON.stringify(request());
        const began = performance.now();
        await send(plain.url, { body });
        times.get(name)?.push(performance.now() - began);
      }
    }
    const medians = [...times.values()].map(median);
    expect(Math.max(...medians) - Math.min(...medians)).to.be.below(Math.max(2, Math.min(...medians)));
  });

  it('serves a good request within two seconds while two hundred wrong ones arrive', async () => {
    const good = await enrol(city, newParty('DEV-GOOD', 'SM2'));
    const forger = { ...newParty('x', 'SM2'), devId: good.devId };
    const bodies = Array.from({ length: 200 }, () => JSON.stringify(envelope(city, forger, order, orderData(city))));
    const flood = bodies.map(async (body) => send(city.baseUrl, { body }));
    const began = performance.now();
    expect((await call(city, good, order, orderData(city)))['code']).to.equal('10000');
    expect(performance.now() - began).to.be.below(2_000);
    for (const reply of await Promise.all(flood)) expect(answerOf(reply)['code']).to.equal('40003');
  });
});
