/**
 * The text a gateway message is signed over: every non-empty parameter except `sign`, names in ASCII order, `k=v` joined by `&`, values
 * as they are (requirement 1.1.7.1.1-e, GW-02). Names are ASCII by the envelope's own rule, so comparing code units is ASCII order.
 */
export function canonicalText(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
