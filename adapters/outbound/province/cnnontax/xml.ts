export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text between the tags; of an element with children, only blanks are let pass. */
  readonly text: string;
}

interface Growing { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string }

/** CFX / MSG / MOF / VoucherBody / Voucher is five deep. */
const maxDepth = 8;
const maxElements = 1_000;
const token = /<(\/?)([A-Za-z][A-Za-z0-9_]*)((?:\s+[A-Za-z][A-Za-z0-9_]*="[^"<&]*")*)\s*(\/?)>|([^<]+)/y;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const xmlText = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');

/** One element and what is in it. No document type, comment, section or entity of one's own: none occurs, and they are what attacks are made of (CHN-08). */
export function readXml(text: string): XmlElement | undefined {
  const body = text.replace(/^<\?xml [^<>?]*\?>\s*/, '');
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  let [at, count] = [0, 0];
  while (at < body.length) {
    token.lastIndex = at;
    const found = token.exec(body);
    const inside = open.at(-1);
    if (found === null || inside === undefined) return undefined;
    at = token.lastIndex;
    const [, closes, name = '', attributes = '', isEmpty, plain] = found;
    if (plain !== undefined) {
      const piece = unescaped(plain);
      if (piece === undefined) return undefined;
      inside.text += piece;
    } else if (closes === '/') {
      if (open.length < 2 || inside.name !== name || attributes !== '' || isEmpty === '/') return undefined;
      open.pop();
    } else {
      const element: Growing = { name, attributes: attributesOf(attributes), children: [], text: '' };
      inside.children.push(element);
      if (++count > maxElements || open.length > maxDepth) return undefined;
      if (isEmpty !== '/') open.push(element);
    }
  }
  const [only] = root.children;
  return open.length === 1 && root.children.length === 1 && root.text.trim() === '' && only !== undefined && isTidy(only) ? only : undefined;
}

/** Text and elements are never mixed. */
const isTidy = (element: XmlElement): boolean => (element.children.length === 0 || element.text.trim() === '') && element.children.every(isTidy);

function unescaped(text: string): string | undefined {
  const known = text.replace(/&([a-z]+);/g, (whole, name: string) => (Object.hasOwn(entities, name) ? '' : whole));
  return known.includes('&') ? undefined : text.replace(/&([a-z]+);/g, (_whole, name: string) => entities[name] ?? '');
}

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/([A-Za-z][A-Za-z0-9_]*)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** The one child of this name; undefined where there is none or more than one. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = element?.children.filter((child) => child.name === name) ?? [];
  return found.length === 1 ? found[0] : undefined;
}
