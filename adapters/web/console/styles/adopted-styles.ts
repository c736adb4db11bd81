/** As antd's own module for styles, see adapters/web/build.ts. */
interface StyleOptions { readonly prepend?: boolean | 'queue'; readonly priority?: number }
interface Adopted { readonly sheet: CSSStyleSheet; readonly mark: HTMLStyleElement; readonly rank: number; css: string }

const adopted = new Map<string, Adopted>();
let unnamed = 0;

/** Those that were to stand first, by their priority, then the others in the order in which they came. */
const rankOf = ({ prepend, priority = 0 }: StyleOptions): number => (prepend === true ? -1_000_000 : prepend === 'queue' ? priority - 100_000 : 0);

/** Sheets made by script come after those of the page; in a layer of their own they give way to console.css all the same. */
const layered = (css: string): string => `@layer antd{${css}}`;

/** The component of antd holds on to an element and writes marks upon it; it never stands in the page. */
function markFor(key: string): HTMLStyleElement {
  const mark = document.createElement('style');
  mark.setAttribute('data-adopted', key);
  return mark;
}

function adopt(sheet: CSSStyleSheet, rank: number): void {
  const others = [...adopted.values()].filter((one) => one.rank > rank).map((one) => one.sheet);
  const sheets = document.adoptedStyleSheets;
  const at = sheets.findIndex((one) => others.includes(one));
  document.adoptedStyleSheets = at < 0 ? [...sheets, sheet] : [...sheets.slice(0, at), sheet, ...sheets.slice(at)];
}

export function updateCSS(css: string, key: string, options: StyleOptions = {}): HTMLStyleElement {
  const known = adopted.get(key);
  if (known !== undefined) {
    if (known.css !== css) known.sheet.replaceSync(layered(css));
    known.css = css;
    return known.mark;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(layered(css));
  const entry: Adopted = { sheet, mark: markFor(key), rank: rankOf(options), css };
  adopt(sheet, entry.rank);
  adopted.set(key, entry);
  return entry.mark;
}

export function injectCSS(css: string, options: StyleOptions = {}): HTMLStyleElement {
  unnamed += 1;
  return updateCSS(css, `unnamed-${unnamed}`, options);
}

export function removeCSS(key: string): void {
  const known = adopted.get(key);
  if (known === undefined) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
  adopted.delete(key);
}

export function clearContainerCache(): void { /* there is no container */ }

/** What the icons want besides: they never stand in a shadow tree here, and nobody reads their warnings. */
export const getShadowRoot = (): null => null;
export function warningOnce(): void { /* of no use to operators */ }
