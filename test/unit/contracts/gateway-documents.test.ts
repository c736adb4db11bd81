import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fieldTablesMarkdown } from '../../../contracts/gateway/field-tables.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';
import { callbackMethods } from '../../../contracts/gateway/callbacks.js';
import { openApiDocument } from '../../../contracts/gateway/openapi.js';
import { createVerifier } from '../../../contracts/sdk/signing.js';

interface Document { openapi: string; servers: { url: string }[]; paths: object; components: { schemas: Record<string, unknown> }; 'x-methods': { method: string }[] }
const document = JSON.parse(JSON.stringify(openApiDocument('https://pay.example.gov.cn'))) as Document;

/** Every `$ref` in a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));
}

/** The first group of a pattern in the guide. */
function inGuide(pattern: RegExp): string {
  return pattern.exec(readFileSync('docs/integrate/README.md', 'utf8'))?.[1] ?? expect.fail(`the guide lacks ${String(pattern)}`);
}

describe('published documents of the gateway', () => {
  it('shows a worked signature in the guide that verifies', () => {
    const text = inGuide(/^(data=\S+&devId=\S+)$/m);
    const publicKey = inGuide(/^公钥 +(\S+)$/m);
    expect(createVerifier(publicKey, { algorithm: 'SM2' })(text, inGuide(/^DER +(\S+)$/m))).to.equal(true);
    expect(createVerifier(publicKey, { algorithm: 'SM2', sm2Encoding: 'raw' })(text, inGuide(/^raw +(\S+)$/m))).to.equal(true);
    expect(text).to.include(`data=${Buffer.from(inGuide(/^(\{"merchantNo".*\})$/m)).toString('base64')}&`);
    expect(createHash('sha256').update(text).digest('hex')).to.equal(inGuide(/SHA-256 为 `([0-9a-f]{64})`/));
    expect(String(Buffer.byteLength(text))).to.equal(inGuide(/共 (\d+) 字节/));
  });

  it('names every method and callback in the guide', () => {
    const guide = readFileSync('docs/integrate/README.md', 'utf8');
    for (const name of [...Object.keys(gatewayMethods), ...Object.keys(callbackMethods)]) expect(guide).to.include(name);
  });

  it('keeps docs/integrate/fields.md equal to the schemas', () => {
    expect(readFileSync('docs/integrate/fields.md', 'utf8')).to.equal(fieldTablesMarkdown());
  });

  it('describes request and answer of every method', () => {
    expect(document.openapi).to.equal('3.1.0');
    expect(document.servers).to.deep.equal([{ url: 'https://pay.example.gov.cn' }]);
    for (const name of Object.keys(gatewayMethods)) {
      expect(document.components.schemas).to.include.keys(`${name}.request`, `${name}.response`);
    }
    expect(document['x-methods'].map(({ method }) => method)).to.deep.equal(Object.keys(gatewayMethods));
  });

  it('points only at parts that exist', () => {
    const all = references(document);
    expect(all.length).to.be.above(20);
    for (const reference of all) {
      expect(Object.keys(document.components.schemas)).to.include(reference.replace('#/components/schemas/', ''));
    }
  });

  it('writes our own keywords as extensions', () => {
    const text = JSON.stringify(document);
    expect(text).to.include('"x-wire-length":64');
    for (const keyword of ['"wireLength"', '"cleanText"', '"calendar"', '"condition"']) expect(text).not.to.include(keyword);
  });
});
