export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number' | 'placeholder' | 'symbol'; readonly text: string };

const token = /\s*(?:"(?<name>(?:[^"]|"")*)"|'(?<text>(?:[^']|'')*)'|(?<placeholder>\?|:\d+)|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w$]*)|(?<symbol><=|>=|<>|!=|::|\|\||[^\s\w]))/gy;

/** A statement in its smallest parts. Everything becomes a token: what has no place in a statement is found by the rules. */
export function tokensOf(sql: string): readonly Token[] {
  return [...sql.matchAll(token)].map(({ groups = {} }) => {
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['symbol', ''];
    return { kind: kind as Token['kind'], text: text ?? '' };
  });
}

/** The shape of a statement: names as I, values as P, numbers as N, texts as T, all else as written. */
export const skeletonOf = (tokens: readonly Token[]): string =>
  tokens.map(({ kind, text }) => ({ name: 'I', placeholder: 'P', number: 'N', text: 'T', word: text, symbol: text })[kind]).join(' ');
