import { Ajv, type ValidateFunction } from 'ajv';
import { refusalsOf } from '../../../adapters/inbound/console-api/openapi.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import type { ConsoleAnswer } from '../../support/console-client.js';

const patternOf = ({ path }: ConsoleRoute): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);

/** Holds what the console answers to what its routes declare: every test that asks it is a test of its description as well. */
export class DeclaredAnswers {
  readonly #routes: readonly (readonly [pattern: RegExp, route: ConsoleRoute])[];
  readonly #checks = new Map<ConsoleRoute, ValidateFunction>();
  constructor(routes: readonly ConsoleRoute[]) { this.#routes = routes.map((route) => [patternOf(route), route]); }

  hold(method: string, path: string, { status, body }: ConsoleAnswer): void {
    const [place = ''] = path.split('?');
    // `/roles/:roleCode` and `/roles/add` differ by method; a fixed address goes before one with a place in it.
    const route = this.#routes.filter(([pattern, one]) => one.method === method && pattern.test(place)).sort(([, one], [, other]) => one.path.split(':').length - other.path.split(':').length)[0]?.[1];
    if (route === undefined) return;
    if (status === 200) this.#holdAnswer(route, body);
    else if (route.refuses !== undefined && !(refusalsOf(route) as readonly unknown[]).includes(body['code'])) throw new Error(`${route.name} refuses with ${String(body['code'])}, which it does not declare`);
  }

  #holdAnswer(route: ConsoleRoute, body: object): void {
    if (route.answer === undefined || route.answer === 'file') return;
    const check = this.#checks.get(route) ?? new Ajv({ strict: false }).compile(route.answer);
    this.#checks.set(route, check);
    if (!check(body)) throw new Error(`${route.name} answers what it does not declare: ${JSON.stringify(check.errors)} in ${JSON.stringify(body).slice(0, 500)}`);
  }
}
