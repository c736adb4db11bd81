/** Ids of the requirement matrix as people write them: `1.1.6.3.2-b`, `GOAL-2-d`; then the short form of its neighbours: `, -c and -d`, ` to -f`. */
const written = /(?<![\w.-])((?:\d+(?:\.\d+)+|(?:GOAL|SCOPE|TERM|ARCH|CN|PERF|SEC)-\d+)(?:-[a-z])?)(?![\w]|\.\d|-\w)((?:\s*(?:,|，|、|and|to|至)\s*-[a-z](?!\w))*)/g;
const neighbour = /(,|，|、|and|to|至)\s*-([a-z])/g;

/** What a text cites: ids that the matrix has, each once, and what looks like one of its sections and is none. */
export interface Cited { readonly ids: readonly string[]; readonly unknown: readonly string[] }

const letters = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, to.charCodeAt(0) - from.charCodeAt(0)) }, (_, at) => String.fromCharCode(from.charCodeAt(0) + at + 1));

/** The ids in a text, as whole words: `1.1.4.3` is not in `1.1.4.3.1`. */
export function idsIn(text: string, known: ReadonlySet<string>): Cited {
  const found = new Set<string>();
  const unknown = new Set<string>();
  // What is between the ends of `-b to -f` may be missing in the matrix, the ends may not.
  const cite = (id: string, isNamed: boolean): void => { if (known.has(id)) found.add(id); else if (isNamed && /^(1\.1\.\d|[A-Z])/.test(id)) unknown.add(id); };
  for (const [, id = '', neighbours = ''] of text.matchAll(written)) {
    cite(id, true);
    const section = id.replace(/-[a-z]$/, '');
    let before = id === section ? '`' : id.slice(-1);
    for (const [, joint, letter = ''] of neighbours.matchAll(neighbour)) {
      if (joint === 'to' || joint === '至') for (const between of letters(before, letter)) cite(`${section}-${between}`, false);
      cite(`${section}-${letter}`, true);
      before = letter;
    }
  }
  return { ids: [...found], unknown: [...unknown] };
}

const titles = /\b(?:describe|it)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
/** What is said of a suite, a test or a shared suite right before it. */
const heads = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?=(?:describe|it)\(|export function )/g;
const oneLine = (comment: string): string => comment.replaceAll(/\n\s*\*/g, ' ');
const comments = /\/\*\*?(?:(?!\*\/)[\s\S])*\*\/|(?<=^|\s)\/\/[^\n]*/g;

/** What a test file says that its tests show: titles and the comments before them. Tests that are passed over (`it.skip`) or turned into comments say nothing. */
export function wordsOfTests(source: string): string {
  const alive = source.replaceAll(/^[ \t]*\/\/.*$/gm, '');
  return [...alive.matchAll(titles)].map(([, , title = '']) => title).concat([...alive.matchAll(heads)].map(([, head = '']) => oneLine(head))).join('\n');
}

/** What a source file says of itself: its comments, for numbers in code are no ids. */
export const wordsOfCode = (source: string): string => [...source.matchAll(comments)].map(([comment]) => oneLine(comment)).join('\n');
