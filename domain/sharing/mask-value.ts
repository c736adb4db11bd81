import { maskCertNo, maskMobile, normaliseName } from '../kernel/personal-data.js';
import type { MaskKind } from './shared-column.js';

const maskPersonName = (text: string): string => {
  const signs = Array.from(normaliseName(text));
  return signs.length < 2 ? '*' : `${signs[0] ?? ''}*`;
};

/** `****@qq.com`; a text without @ is no address and tells nothing. */
function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 1 ? '' : `****${text.slice(at)}`;
}

const masks: Readonly<Record<MaskKind, (text: string) => string>> = {
  mobile: maskMobile, certificate: maskCertNo, 'person-name': maskPersonName, email: maskEmail,
  address: () => '',
};

/** How a personal value is shown to the city unless its full value is authorised. */
export const maskedValue = (kind: MaskKind, text: string): string => masks[kind](text);
