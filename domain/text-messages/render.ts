import { ok, refuse, type Result } from '../kernel/result.js';
import { templateOf, type TextParam, type TextTemplateName } from './templates.js';

export interface RenderedText {
  readonly text: string;
  /** Values in the order of the template. */
  readonly params: readonly string[];
}

export interface RenderRefusal {
  /** `unsafe`: a line break, an invisible sign or a bracket that could pass for a signature. `link`: an address; titles come from strangers. */
  readonly code: 'missing' | 'extra' | 'too-long' | 'wrong-form' | 'unsafe' | 'link';
  readonly param: string;
}

/** Control, invisible and line-separating signs, and the brackets of a signature. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}【】〖〗]/u;
export const hasUnsafeSigns = (text: string): boolean => unsafe.test(text);
const link = /:\/\/|www\.|[\p{L}0-9-]\.[a-z]{2,}/iu;

export const hasLink = (text: string): boolean => link.test(text.normalize('NFKC'));

/**
 * The text of a template with checked values. A value is put in as it is: a `{name}` inside it stays what it is. `wording`: another text with the
 * same parameters (`readTextSet`).
 */
export function renderText(name: TextTemplateName, values: Readonly<Record<string, string>>, wording?: string): Result<RenderedText, RenderRefusal> {
  const { text: builtIn, params } = templateOf(name);
  const text = wording ?? builtIn;
  const extra = Object.keys(values).find((given) => !params.some((param) => param.name === given));
  if (extra !== undefined) return refuse({ code: 'extra', param: extra });
  for (const param of params) {
    const why = complaint(param, Object.hasOwn(values, param.name) ? values[param.name] : undefined);
    if (why !== undefined) return refuse({ code: why, param: param.name });
  }
  const rendered = text.replace(/\{([A-Za-z]+)\}/g, (_whole, param: string) => values[param] ?? '');
  return ok({ text: rendered, params: params.map((param) => values[param.name] ?? '') });
}

function complaint({ maxLength, form }: TextParam, value: string | undefined): RenderRefusal['code'] | undefined {
  if (value === undefined || value.trim() === '') return 'missing';
  if (value.length > maxLength) return 'too-long';
  if (hasUnsafeSigns(value)) return 'unsafe';
  if (form !== undefined) return form.test(value) ? undefined : 'wrong-form';
  return hasLink(value) ? 'link' : undefined;
}
