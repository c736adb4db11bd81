import { openDesk, type DeskCredentials } from '../shared/integrator/desk.js';
import { serveIntegrator } from '../shared/integrator/integrator-app.js';
import { machineRoutes } from '../shared/integrator/machine-routes.js';
import { statementRoutes } from '../shared/integrator/statement-routes.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { face } from './face.js';
import type { Hall } from './hall.js';
import { matterKinds } from './matter-kinds.js';
import { MatterBook } from './matter.js';
import { giveBackSecond } from './pay-matter.js';
import { hallRoutes } from './routes.js';

export interface ServiceHallOptions extends SimulatorOptions {
  /** The gateway and the hall's own developer, exactly one. */
  readonly credentials: DeskCredentials;
}

/** Who has applied for something when the hall opens; invented people. */
const firstApplicants = [
  { name: '林秀兰', payerType: '1' }, { name: '陈志强', payerType: '1' }, { name: '三明市麒麟山建设有限公司', payerType: '2' }, { name: '邓建华', payerType: '1' },
] as const;

/**
 * Starts the online service hall on loopback: matters that are approved, paid through the platform and shown with their e-bill. It knows the
 * platform only through the integrator SDK and keeps everything in memory. Rejects when the port is busy or a key cannot be read.
 */
export async function startServiceHall(options: ServiceHallOptions): Promise<RunningSimulator> {
  const hall: Hall = { desk: openDesk(options.clock, options.credentials, face), matters: new MatterBook() };
  firstApplicants.forEach(({ name, payerType }, index) => {
    const kind = matterKinds[index];
    if (kind) hall.matters.file(hall.desk, kind, name, payerType);
  });
  hall.desk.book.whenPaid((order) => { giveBackSecond(hall, order).catch((error: unknown) => { process.emitWarning(String(error)); }); });
  return serveIntegrator(hall.desk, options.port, [machineRoutes(hall.desk), hallRoutes(hall), statementRoutes(hall.desk)]);
}
