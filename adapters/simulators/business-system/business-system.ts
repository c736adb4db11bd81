import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { openDesk, type DeskCredentials } from '../shared/integrator/desk.js';
import { serveIntegrator } from '../shared/integrator/integrator-app.js';
import { machineRoutes } from '../shared/integrator/machine-routes.js';
import { face } from './face.js';
import { pageRoutes } from './routes.js';

export interface BusinessSystemOptions extends SimulatorOptions {
  /** The shape of `var/demo/credentials.json` (design section 6); other members of that file are not needed. */
  readonly credentials: DeskCredentials;
}

/**
 * Starts the demo business system, the fee window of a real-estate registration centre, on loopback. It knows the platform only
 * through the integrator SDK and keeps its orders in memory. Rejects when the port is busy or a key cannot be read.
 */
export async function startBusinessSystem(options: BusinessSystemOptions): Promise<RunningSimulator> {
  const desk = openDesk(options.clock, options.credentials, face);
  return serveIntegrator(desk, options.port, [machineRoutes(desk), pageRoutes(desk)]);
}
