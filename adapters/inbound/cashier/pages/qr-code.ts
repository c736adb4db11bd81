import { encode } from 'uqr';
import { trusted, type Html } from '../html.js';

/** Blank edge, in modules; readers need four, the card around the drawing is white as well. */
const edge = 2;

/** One rectangle for each run of dark modules: a third of the size of one rectangle for each module. */
function darkRuns(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      let end = x;
      while (row[end] === true) end += 1;
      path += `M${String(x)} ${String(y)}h${String(end - x)}v1H${String(x)}z`;
      x = end;
    }
  });
  return path;
}

/** The address as a drawing. Made on the server: no script, no outside request. */
export function qrCode(address: string): Html {
  const code = encode(address, { ecc: 'M', border: 0 });
  const box = `${String(-edge)} ${String(-edge)} ${String(code.size + 2 * edge)} ${String(code.size + 2 * edge)}`;
  return trusted(`<svg class="qr" width="168" height="168" viewBox="${box}" role="img" aria-label="手机支付二维码" shape-rendering="crispEdges"><path d="${darkRuns(code.data)}"/></svg>`);
}
