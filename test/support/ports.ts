import { configSchema, environmentName } from '../../bootstrap/config.js';

/** `PORT`, `MANAGEMENT_PORT`, …: every port of an installation with its simulators, without the prefix, in the order of the configuration. The first six are fixed: public, management, Alipay, UnionPay, business system, control of the outside. */
export const portNames: readonly string[] = Object.keys(configSchema.properties).filter((name) => name === 'port' || name.endsWith('Port')).map((name) => environmentName(name).slice('TONGJIAO_'.length));
