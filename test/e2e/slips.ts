import type { City } from '../support/city.js';

/** A slip as the simulated province has it. `state`: 0 unpaid, 1 paid, 2 void. */
export interface ProvinceSlip { readonly payCode: string; readonly state: string; readonly serialNo?: string; readonly totalAmount: number; readonly payerName: string }

export async function slipAt(city: City, payCode: string): Promise<ProvinceSlip> {
  const { slips } = await (await fetch(`http://127.0.0.1:${city.config.provincePort}/sim/slips`)).json() as { readonly slips: readonly ProvinceSlip[] };
  const found = slips.find((slip) => slip.payCode === payCode);
  if (found === undefined) throw new Error(`the province has no slip ${payCode}`);
  return found;
}

/** Somebody pays the slip at a bank's window. */
export async function payAtBank(city: City, payCode: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${city.config.provincePort}/sim/pay-elsewhere`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ payCode }) });
  if (!answer.ok) throw new Error(await answer.text());
}
