import type { IncomingMessage } from 'node:http';
import { longestAskedNumber, readAskedPayment, type AskedPayment } from '../../../application/where/asked-payment.js';
import { ok, refuse, type Result } from '../../../domain/kernel/result.js';
import { readSmallForm } from '../cashier/payment-form.js';

/** What the visitor wrote, shown again beside what is wrong with it. */
export type Written = AskedPayment;
export const nothingWritten: Written = { number: '', phone: '' };

export type FormProblem = 'not-a-form' | 'too-large' | 'malformed';
export type AskRefusal = { readonly kind: FormProblem } | { readonly kind: 'wrong-field'; readonly field: keyof AskedPayment; readonly written: Written };

/** The fields of our own form, each once and nothing beside them. */
async function readFields<N extends string>(request: IncomingMessage, names: readonly N[]): Promise<Result<Readonly<Record<N, string>>, FormProblem>> {
  const form = await readSmallForm(request);
  if (!form.ok) return form;
  const given = [...form.value.keys()];
  if (given.length !== names.length || names.some((name) => form.value.getAll(name).length !== 1)) return refuse('malformed');
  return ok(Object.fromEntries(names.map((name) => [name, form.value.get(name) ?? ''])) as Record<N, string>);
}

export async function readAskForm(request: IncomingMessage): Promise<Result<AskedPayment, AskRefusal>> {
  const fields = await readFields(request, ['number', 'phone']);
  if (!fields.ok) return refuse({ kind: fields.refusal });
  const { number, phone } = fields.value;
  const asked = readAskedPayment(number, phone);
  return asked.ok ? asked : refuse({ kind: 'wrong-field', field: asked.refusal, written: { number: number.slice(0, longestAskedNumber), phone: phone.slice(0, 24) } });
}

/** Six digits as people type them; anything else stays what it is and is a wrong code. */
export async function readCodeForm(request: IncomingMessage): Promise<Result<string, FormProblem>> {
  const fields = await readFields(request, ['code']);
  return fields.ok ? ok(fields.value.code.normalize('NFKC').replace(/\s/gu, '').slice(0, 16)) : fields;
}
