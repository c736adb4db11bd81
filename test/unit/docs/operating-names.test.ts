import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configurationMarkdown } from '../../../bootstrap/cli/config-table.js';
import { configSchema, environmentName } from '../../../bootstrap/config.js';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
const textsOf = (files: readonly string[]): readonly (readonly [string, string])[] => files.map((file) => [file, readFileSync(file, 'utf8')]);

/** The guides and everything of the kit that a deployer copies; then every page besides. */
const guides = textsOf(filesIn('docs/operate'));
const pages = textsOf([...readdirSync('.').filter((name) => name.endsWith('.md')), ...filesIn('docs').filter((name) => name.endsWith('.md'))]);
/** Each name a pattern finds, as `file: name`, of which `isKnown` says no. */
const strangers = (texts: readonly (readonly [string, string])[], pattern: RegExp, isKnown: (name: string) => boolean): readonly string[] =>
  texts.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !isKnown(name)).map((name) => `${file}: ${name}`));

const settings = Object.keys(configSchema.properties);
const variables: ReadonlySet<string> = new Set([...settings.map(environmentName), ...[...configurationMarkdown().matchAll(/`(TONGJIAO_[A-Z_]+)`/g)].map(([, name = '']) => name)]);
/** Named in order to say that the product refuses it. */
const refused = 'TONGJIAO_WEB_SERVICE_HOST';

describe('names in the guides and the deployment kit', () => {
  it('of environment variables are read by the product', () => {
    const pattern = /\b(TONGJIAO_[A-Z]+(?:_[A-Z]+)*)\b(?!_)/g;
    expect(guides.flatMap(([, text]) => [...text.matchAll(pattern)])).to.have.length.above(40);
    expect(strangers([...guides, ...pages], pattern, (name) => variables.has(name) || name === refused)).to.deep.equal([]);
  });

  it('of settings in a configuration file are settings', () => {
    const files = guides.flatMap(([file, text]) => [...text.matchAll(/```json\n(\{[^`]*?"profile"[^`]*?\})\n```/g)].map(([, json = '']) => [file, json] as const));
    expect(files).to.have.length.above(0);
    const unknown = files.flatMap(([file, json]) => Object.keys(JSON.parse(json) as object).filter((name) => !settings.includes(name)).map((name) => `${file}: ${name}`));
    expect(unknown).to.deep.equal([]);
  });

  it('in the manner of the program occur in the program', () => {
    const folders = ['domain', 'application', 'adapters', 'bootstrap', 'contracts'];
    const words = new Set(folders.flatMap(filesIn).filter((file) => file.endsWith('.ts')).flatMap((file) => readFileSync(file, 'utf8').match(/[A-Za-z]\w+/g) ?? []));
    const ofOthers = ['enableServiceLinks', 'secretKeyRef', 'subjectAltName'];
    expect(strangers(guides.filter(([file]) => file.endsWith('.md')), /`([a-z]+(?:[A-Z][a-z]+)+)`/g, (name) => words.has(name) || ofOthers.includes(name))).to.deep.equal([]);
  });

  it('of npm scripts are in package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const pattern = /npm run (?:-s )?([a-z][a-z:-]*)/g;
    expect(pages.flatMap(([, text]) => [...text.matchAll(pattern)])).to.have.length.above(10);
    expect(strangers([...guides, ...pages], pattern, (name) => name in scripts)).to.deep.equal([]);
  });

  it('of commands are programs, and their options are known to them', () => {
    const known = (name: string): boolean => existsSync(`${name}.ts`);
    expect(strangers([...guides, ...pages], /\bdist\/([a-z/-]+)\.js\b/g, known)).to.deep.equal([]);
    const sources = filesIn('bootstrap/cli').map((file) => readFileSync(file, 'utf8')).join('\n');
    const options = guides.flatMap(([file, text]) => text.split('\n').filter((line) => /(dist\/bootstrap\/cli\/|^\s*(backup|restore|recovery)\.js)/.test(line))
      .flatMap((line) => [...line.matchAll(/\s--([a-z-]+)/g)].map(([, name = '']) => [file, name] as const)));
    expect(options).to.have.length.above(8);
    expect(options.filter(([, name]) => !sources.includes(`--${name}`) && !sources.includes(`'${name}'`)).map(([file, name]) => `${file}: --${name}`)).to.deep.equal([]);
  });
});
