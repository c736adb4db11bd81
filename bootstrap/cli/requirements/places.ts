import { readdirSync, readFileSync } from 'node:fs';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { consoleMenu } from '../../../contracts/console/menu.js';
import { allLists, listNamed } from '../../../contracts/lists/all-lists.js';
import { gatewayTables } from '../../../contracts/requirements/gateway-tables.js';
import { listEntries } from '../../../contracts/requirements/list-entries.js';
import { idsIn, wordsOfCode, wordsOfTests } from './citations.js';

/** Where something that the matrix asks for is found: `id` by `where`. */
export interface Place { readonly id: string; readonly kind: 'route' | 'list' | 'screen' | 'code' | 'test' | 'document'; readonly where: string }
export interface Places {
  readonly places: readonly Place[];
  /** What looks like an id and is none of the matrix, with where it stands. */
  readonly unknown: readonly string[];
}

/** What declarations say of themselves: routes and lists name what they fulfil, the menu shows lists, the gateway's tables belong to methods. */
export function declaredPlaces(routes: readonly Pick<ConsoleRoute, 'method' | 'path' | 'requirements'>[]): readonly Place[] {
  const pages = consoleMenu.flatMap((group) => group.pages.map((page) => ({ ids: page.list === undefined ? page.requirements ?? [] : listNamed(page.list)?.requirements ?? [], where: `${group.title} › ${page.title}` })));
  return [
    ...gatewayTables.flatMap(({ id, method }): Place[] => (method === undefined ? [] : [{ id, kind: 'route', where: method }])),
    ...routes.flatMap(({ method, path, requirements = [] }) => requirements.map((id): Place => ({ id, kind: 'route', where: `${method} ${path}` }))),
    ...allLists.flatMap(({ name, requirements }) => requirements.map((id): Place => ({ id, kind: 'list', where: name }))),
    ...pages.flatMap(({ ids, where }) => ids.map((id): Place => ({ id, kind: 'screen', where }))),
  ];
}

/** Columns and filters that a list of the matrix names and nothing keeps yet: such an entry is not fulfilled, whatever cites it. */
export const lackingParts = (): ReadonlyMap<string, readonly string[]> =>
  new Map(listEntries.map(({ id, columns, filters }) => [id, [...columns, ...filters].filter(({ notStored }) => notStored === true).map(({ zh }) => zh)] as const).filter(([, lacking]) => lacking.length > 0));

const filesIn = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`).filter((file) => name.test(file)).sort();

/** Lists and matrix copies say what they fulfil by declaration; long runs and benchmarks are no part of the normal suite. */
const sources: readonly { readonly kind: Place['kind']; readonly files: () => readonly string[]; readonly words: (text: string) => string }[] = [
  { kind: 'code', files: () => ['domain', 'application', 'adapters', 'bootstrap', 'contracts'].flatMap((folder) => filesIn(folder, /\.tsx?$/)).filter((file) => !/^(contracts\/(lists|requirements)|bootstrap\/cli\/requirements)\//.test(file)), words: wordsOfCode },
  { kind: 'test', files: () => filesIn('test', /\.(test|contract)\.ts$/).filter((file) => !/^test\/(long|benchmark)\//.test(file)), words: wordsOfTests },
  { kind: 'document', files: () => filesIn('docs', /\.md$/).filter((file) => !file.startsWith('docs/reference/')), words: (text) => text },
];

/** What source files, tests and documents cite; from the repository's root. */
export function citedPlaces(known: ReadonlySet<string>): Places {
  const found = sources.flatMap(({ kind, files, words }) => files().map((where) => ({ kind, where, cited: idsIn(words(readFileSync(where, 'utf8')), known) })));
  return {
    places: found.flatMap(({ kind, where, cited }) => cited.ids.map((id) => ({ id, kind, where }))),
    unknown: found.filter(({ kind }) => kind !== 'document').flatMap(({ where, cited }) => cited.unknown.map((id) => `${id} in ${where}`)),
  };
}
