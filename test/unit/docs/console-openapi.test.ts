import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { consoleOpenApi, refusalsOf } from '../../../adapters/inbound/console-api/openapi.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { consoleOpenApiFile, consoleOpenApiJson } from '../../../bootstrap/cli/console-openapi-file.js';
import { declaredRoutes } from '../../../bootstrap/cli/declared-routes.js';
import { consoleErrors } from '../../../contracts/console/errors.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { shownColumns } from '../../../contracts/lists/list-view.js';

interface Parameter { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }
interface Content { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }
interface Operation {
  readonly operationId: string; readonly summary: string; readonly parameters: readonly Parameter[]; readonly requestBody?: Content; readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, Content & { readonly description: string; readonly 'x-codes'?: readonly string[] }>>;
  readonly 'x-access': string; readonly 'x-permission'?: string; readonly 'x-step-up': boolean;
}
interface Document {
  readonly openapi: string; readonly info: Readonly<Record<string, unknown>>; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: Readonly<Record<string, object>> };
  readonly 'x-lists': readonly { readonly name: string; readonly columns: readonly { readonly name: string; readonly label: string }[] }[];
}

describe('the description of the console’s interface', function () {
  this.timeout(60_000);
  let routes: readonly ConsoleRoute[];
  let document: Document;
  before(async () => {
    routes = await declaredRoutes();
    document = JSON.parse(JSON.stringify(consoleOpenApi(routes))) as Document;
  });
  const operations = (): readonly (readonly [path: string, method: string, operation: Operation])[] =>
    Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [path, method, operation] as const));
  const operationOf = ({ method, path }: ConsoleRoute): Operation => document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? expect.fail(`${method} ${path} is missing`);
  const schemaAt = (content: Content | undefined): unknown => Object.values(content?.content ?? {})[0]?.schema;

  it('has every route, its own too, with who may call it and how it refuses', () => {
    expect(operations()).to.have.length(routes.length);
    expect(routes.map(({ name }) => name)).to.include('openapi');
    for (const route of routes) {
      const operation = operationOf(route);
      expect(operation).to.include({ operationId: route.name, summary: route.summary, 'x-step-up': 'stepUp' in route });
      expect(operation['x-permission'] ?? operation['x-access'], route.name).to.equal(typeof route.access === 'object' ? route.access.permission : route.access);
      const told = Object.entries(operation.responses).flatMap(([status, { 'x-codes': codes = [] }]) => codes.map((code) => [code, Number(status)]));
      expect(Object.fromEntries(told), route.name).to.deep.equal(Object.fromEntries(refusalsOf(route).map((code) => [code, consoleErrors[code][0]])));
    }
  });

  it('has the schema of every body and of every declared answer', () => {
    const plain = (schema: object): unknown => JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$id' ? undefined : value)));
    for (const route of routes) {
      const { schemas } = document.components;
      const operation = operationOf(route);
      if (route.body !== undefined) {
        expect(schemaAt(operation.requestBody), route.name).to.deep.equal({ $ref: `#/components/schemas/${route.name}.request` });
        expect(schemas[`${route.name}.request`], route.name).to.deep.equal(plain(route.body));
      }
      if (route.answer === 'file') expect(Object.keys(operation.responses['200']?.content ?? {})).to.deep.equal(['application/octet-stream']);
      else if (route.answer !== undefined) {
        expect(schemaAt(operation.responses['200']), route.name).to.deep.equal({ $ref: `#/components/schemas/${route.name}.answer` });
        expect(Object.keys((schemas[`${route.name}.answer`] as { readonly properties: object }).properties), route.name).to.deep.equal(Object.keys((route.answer as { readonly properties?: object }).properties ?? {}));
      }
    }
    expect(routes.filter(({ answer }) => answer !== undefined)).to.have.length.above(25);
  });

  it('has every list of the platform with its columns and its query, and none of an institution', () => {
    const platform = allLists.filter(({ rowScope }) => rowScope === 'all');
    expect(document['x-lists'].map(({ name }) => name)).to.deep.equal(platform.map(({ name }) => name));
    for (const view of platform) {
      const labels = document['x-lists'].find(({ name }) => name === view.name)?.columns.map(({ label }) => label);
      expect(labels, view.name).to.include.members(shownColumns(view).map(([, { label }]) => label));
      expect(document.components.schemas).to.have.property(`list.${view.name}.query`);
    }
  });

  it('is OpenAPI 3.1: names once, parameters where addresses have places, answers described, security defined', () => {
    expect(document.openapi).to.match(/^3\.1\.\d+$/);
    for (const fact of ['title', 'version']) expect(document.info[fact]).to.be.a('string');
    expect(new Set(operations().map(([, , { operationId }]) => operationId)).size).to.equal(routes.length);
    for (const [path, method, operation] of operations()) {
      const name = `${method} ${path}`;
      expect(path, name).to.match(/^\/[\w{}/.-]+$/);
      expect(['get', 'post'], name).to.include(method);
      const places = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(places.map((parameter) => parameter.name), name).to.deep.equal([...path.matchAll(/\{(\w+)\}/g)].map(([, place]) => place));
      for (const place of places) expect(place.required, name).to.equal(true);
      expect(new Set(operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size, name).to.equal(operation.parameters.length);
      expect(operation.responses, name).to.have.property('200');
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(status, name).to.match(/^[1-5]\d\d$/);
        expect(description, name).to.have.length.above(1);
        expect(content, name).to.be.an('object');
      }
      for (const scheme of operation.security.flatMap((one) => Object.keys(one))) expect(document.components.securitySchemes, name).to.have.property(scheme);
      expect(operation.security.length === 0, name).to.equal(operation['x-access'] === 'anyone');
    }
    for (const component of Object.keys(document.components.schemas)) expect(component).to.match(/^[A-Za-z0-9._-]+$/);
  });

  it('refers only to what is in it, and every schema in it is one', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document, 'console');
    for (const component of Object.keys(document.components.schemas)) ajv.compile({ $ref: `console#/components/schemas/${component}` });
    const all = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, target = '']) => target);
    expect(all).to.have.length.above(100);
    for (const target of all) expect(document.components.schemas, target).to.have.property(target.replace('#/components/schemas/', ''));
    expect(JSON.stringify(document)).to.not.include('"$id"');
    const me = ajv.compile({ $ref: 'console#/components/schemas/menu-entry' });
    expect(me({ key: 'a', title: 'A', children: [{ key: 'b', title: 'B', path: '/b' }] })).to.equal(true);
    expect(me({ key: 'a', title: 'A', children: [{ key: 'b' }] }), 'an entry within an entry').to.equal(false);
  });

  it('is written down as the routes stand', () => {
    const written = readFileSync(consoleOpenApiFile, 'utf8');
    expect(written).to.equal(consoleOpenApiJson(routes));
    expect(JSON.parse(written)).to.deep.equal(document);
  });
});
