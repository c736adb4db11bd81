const originShape = /^(https?):\/\/(\*\.)?([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?$/;

/** Throws for an entry that is not an origin: it would stand in a header, and a `;` in it would be another rule. */
export function checkedOrigins(origins: readonly string[]): readonly string[] {
  const wrong = origins.find((origin) => !originShape.test(origin));
  if (wrong !== undefined) throw new Error(`not an origin of a channel: ${wrong}`);
  return origins;
}

function covers(origin: string, url: URL): boolean {
  const [scheme, host] = origin.split('://*.');
  if (host === undefined) return url.origin === origin;
  return url.protocol === `${scheme ?? ''}:` && url.host.endsWith(`.${host}`);
}

/** Whether the browser may be sent to this address with the payment form. */
export function isChannelAddress(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return origins.some((origin) => covers(origin, url));
}
