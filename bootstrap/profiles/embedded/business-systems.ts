import { join } from 'node:path';
import { startBusinessSystem } from '../../../adapters/simulators/business-system/business-system.js';
import { startCityApp } from '../../../adapters/simulators/city-app/city-app.js';
import { startRealEstate } from '../../../adapters/simulators/real-estate/real-estate.js';
import { startServiceHall } from '../../../adapters/simulators/service-hall/service-hall.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import type { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import type { Config } from '../../config.js';
import { accountsOf, type DemoDeveloperPlan } from './demo-city.js';
import type { DemoCredentials } from './provision.js';

/** Starts the demo business systems, the city app among them. They know the platform by its gateway and nothing else. */
export async function startBusinessSystems(config: Config, clock: SteppedClock, credentials: DemoCredentials): Promise<readonly RunningSimulator[]> {
  const options = (lives: DemoDeveloperPlan['lives'], port: number) =>
    ({ port, clock, dataFolder: join(config.dataFolder, 'simulators', lives), credentials: accountsOf(credentials, lives) });
  return Promise.all([
    startBusinessSystem(options('window', config.businessPort)), startServiceHall(options('service-hall', config.serviceHallPort)),
    startRealEstate(options('real-estate', config.realEstatePort)),
    startCityApp({ port: config.cityAppPort, clock, credentials, textsUrl: `http://127.0.0.1:${config.textMessagePort}/` }),
  ]);
}
