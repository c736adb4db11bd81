import { openDesk, type DeskCredentials } from '../shared/integrator/desk.js';
import { serveIntegrator } from '../shared/integrator/integrator-app.js';
import { machineRoutes } from '../shared/integrator/machine-routes.js';
import { statementRoutes } from '../shared/integrator/statement-routes.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { face, operators } from './face.js';
import { RegistrationBook, type Centre } from './registration.js';
import { centreRoutes } from './routes.js';

export interface RealEstateOptions extends SimulatorOptions {
  /** The gateway and the centre's own developer, exactly one. */
  readonly credentials: DeskCredentials;
}

/**
 * Starts the real-estate registration centre on loopback: fee sheets that are collected by QR code, by the payer's code or online, corrected,
 * refunded, and printed with their bill. It knows the platform only through the integrator SDK and keeps everything in memory. Rejects when the
 * port is busy or a key cannot be read.
 */
export async function startRealEstate(options: RealEstateOptions): Promise<RunningSimulator> {
  const centre: Centre = { desk: openDesk(options.clock, options.credentials, face), registrations: new RegistrationBook() };
  const [operator] = operators;
  centre.registrations.accept(centre.desk, { owner: '郑美玲', payerType: '1', place: '三元区列东街 66 号 1203 室', operator, accepted: { home: 1, parking: 1, other: 0, certificates: 2, isExempt: false } });
  centre.registrations.accept(centre.desk, { owner: '三明市格氏栲茶业有限公司', payerType: '2', place: '沙县区金沙园 8 号厂房', operator, accepted: { home: 0, parking: 0, other: 1, certificates: 1, isExempt: true } });
  return serveIntegrator(centre.desk, options.port, [machineRoutes(centre.desk), centreRoutes(centre), statementRoutes(centre.desk)]);
}
