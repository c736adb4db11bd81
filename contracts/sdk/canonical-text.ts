/**
 * The text that is signed (requirement 1.1.7.1.1-e): every non-empty parameter except `sign`, names in ASCII order, `k=v` joined by
 * `&`, to be read as UTF-8. Values as they are: not escaped, not trimmed.
 */
export function canonicalText(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value ?? ''}`)
    .join('&');
}
