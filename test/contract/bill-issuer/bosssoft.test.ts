import { EBillScene, type Edition } from '../../integration/e-bills/e-bill-scene.js';
import { billIssuerContract } from './bill-issuer.contract.js';

for (const edition of ['standard', 'short', 'standard with SM3'] satisfies Edition[]) {
  billIssuerContract(`Bosssoft, ${edition}`, async () => {
    const scene = new EBillScene(edition);
    await scene.open();
    return { issuer: scene.issuer, nextDay: () => scene.nextDay(), close: () => scene.close() };
  });
}
