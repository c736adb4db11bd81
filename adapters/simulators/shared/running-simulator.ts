import type { SteppedClock } from './stepped-clock.js';

/** How a simulator is started. All of them listen on loopback only. */
export interface SimulatorOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly clock: SteppedClock;
  /** Folder for the keys generated at first start (created when missing, files 0600); kept so that a restart keeps its keys. */
  readonly dataFolder: string;
}

export interface RunningSimulator {
  /** `http://127.0.0.1:<port>` */
  readonly baseUrl: string;
  close(): Promise<void>;
}
