import type { IncomingHttpHeaders } from 'node:http';

const originOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).origin : undefined);

/**
 * Whether a posted form comes from our own page (WEB-03). `Origin` decides when it is sent; `null` (sandboxed frame, file) is refused.
 * Old phone browsers send no Origin on form posts, so its absence is allowed as long as neither Sec-Fetch-Site nor Referer speaks
 * against it: what lets a payer act here is the token in the address, not a cookie, so a foreign page has no borrowed authority to use.
 */
export function comesFromOurPage(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin !== undefined) return headers.origin === ownOrigin;
  return headers.referer === undefined || originOf(headers.referer) === ownOrigin;
}
