import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { isListSelect, listFaults } from './list-forms.js';
import { formsOf, mostInItems, mostNameBytes, reserved, vendorNames, type LintDialect } from './rules.js';
import { skeletonOf, tokensOf, type Token } from './tokens.js';

const longTexts: ReadonlySet<string> = new Set([...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' ? step.columns : []))
  .filter((column) => column.kind === 'long-text').map((column) => column.name.toUpperCase()));

/** What DM or Oracle might not take, or might take otherwise than we mean. Empty: nothing. */
export function lintSql(sql: string, valueCount: number, dialect: LintDialect): readonly string[] {
  const tokens = tokensOf(sql);
  const skeleton = skeletonOf(tokens);
  const placeholders = tokens.filter(({ kind }) => kind === 'placeholder');
  const isQuestion = dialect.questions.has(skeleton);
  const isList = isListSelect(skeleton);
  return [
    ...tokens.flatMap((token) => (token.kind === 'name' ? nameFaults(token.text) : [])),
    ...tokens.filter(({ kind, text }) => kind === 'text' && (text === '' || !(isQuestion || (isList && text === '!')))).map(({ text }) => (text === '' ? 'an empty text' : 'a text that is not bound')),
    ...(isList ? listFaults(skeleton, dialect) : []),
    ...(isQuestion || isList || formsOf(dialect).some((form) => form.test(skeleton)) ? [] : [`not one of the allowed forms: ${skeleton}`]),
    ...(placeholders.length === valueCount ? [] : [`${placeholders.length} placeholders and ${valueCount} values`]),
    ...(placeholders.every(({ text }) => dialect.placeholder.test(text)) ? [] : ['placeholders of another database']),
    ...numberingFaults(placeholders),
    ...inFaults(skeleton),
    ...longTextFaults(tokens),
  ];
}

function nameFaults(name: string): readonly string[] {
  if (vendorNames.has(name)) return [];
  return [
    /^[A-Z][A-Z0-9_]*$/.test(name) ? undefined : `the name ${name} is not in upper case`,
    Buffer.byteLength(name) > mostNameBytes ? `the name ${name} is longer than ${mostNameBytes} bytes` : undefined,
    reserved.has(name) ? `the name ${name} is reserved` : undefined,
  ].filter((fault) => fault !== undefined);
}

/** Numbered ones count from 1, or values would go to the wrong place. */
function numberingFaults(placeholders: readonly Token[]): readonly string[] {
  const numbers = placeholders.filter(({ text }) => text.startsWith(':')).map(({ text }) => Number(text.slice(1)));
  return numbers.every((number, index) => number === index + 1) ? [] : ['placeholders out of order'];
}

function inFaults(skeleton: string): readonly string[] {
  const lists = [...skeleton.matchAll(/ in \( ([P ,]+) \)/g)].map(([, items = '']) => items.split(',').length);
  return lists.some((count) => count > mostInItems) ? [`more than ${mostInItems} items of one IN`] : [];
}

/** A CLOB may be written and read, never compared, sorted, indexed or made distinct. */
function longTextFaults(tokens: readonly Token[]): readonly string[] {
  const isWord = (...words: readonly string[]) => ({ kind, text }: Token): boolean => kind === 'word' && words.includes(text.toLowerCase());
  const first = tokens[0]?.text.toLowerCase();
  const from = first === 'create' && tokens.some(isWord('index')) || tokens.some(isWord('distinct')) ? 0 : tokens.findIndex(isWord('where', 'order', 'group'));
  const compared = from < 0 ? [] : tokens.slice(from).filter(({ kind, text }) => kind === 'name' && longTexts.has(text));
  return compared.map(({ text }) => `the long text ${text} is compared, sorted or indexed`);
}
