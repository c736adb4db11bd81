import { ok, refuse, type Result } from '../kernel/result.js';
import { mostFreeTextParts } from './free-text.js';
import { partCount } from './parts.js';
import { hasLink, hasUnsafeSigns } from './render.js';
import { isTextTemplateName, templateOf, textTemplateNames, type TextTemplateName } from './templates.js';

/** The wording of every template: the built-in one, or that of the installation. */
export type TextSet = Readonly<Record<TextTemplateName, string>>;

export interface WordingRefusal {
  readonly template: string;
  readonly code: 'unknown-template' | 'params-differ' | 'empty' | 'too-long' | 'unsafe' | 'link';
}

const places = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

export const builtInTexts = Object.fromEntries(textTemplateNames.map((name) => [name, templateOf(name).text])) as TextSet;

/**
 * Other wordings over the built-in ones. Each must hold the parameters of its template, each once and in the same order, because the platform
 * fills its own copy of the template by position.
 */
export function readTextSet(wordings: Readonly<Record<string, string>>, signature: string): Result<TextSet, readonly WordingRefusal[]> {
  const refusals = Object.entries(wordings).flatMap(([template, text]): readonly WordingRefusal[] => {
    const code = isTextTemplateName(template) ? complaint(template, text, signature) : 'unknown-template';
    return code === undefined ? [] : [{ template, code }];
  });
  return refusals.length > 0 ? refuse(refusals) : ok({ ...builtInTexts, ...wordings });
}

function complaint(name: TextTemplateName, text: string, signature: string): WordingRefusal['code'] | undefined {
  if (text.trim() === '') return 'empty';
  if (mostParts(name, text, signature) > mostFreeTextParts) return 'too-long';
  if (hasUnsafeSigns(text)) return 'unsafe';
  if (hasLink(text)) return 'link';
  const wanted = templateOf(name).params.map((param) => param.name);
  return JSON.stringify(places(text)) === JSON.stringify(wanted) && text.replace(/\{[A-Za-z]+\}/g, '').search(/[{}]/) < 0 ? undefined : 'params-differ';
}

/** Parts of the text with the longest values its parameters may have: what it costs at most. */
export function mostParts(name: TextTemplateName, text: string, signature: string): number {
  const lengths = new Map(templateOf(name).params.map((param) => [param.name, param.maxLength]));
  const longest = text.slice(0, mostFreeTextParts * 70 + 1).replace(/\{([A-Za-z]+)\}/g, (_whole, param: string) => '一'.repeat(lengths.get(param) ?? 0));
  return partCount(longest, signature);
}
