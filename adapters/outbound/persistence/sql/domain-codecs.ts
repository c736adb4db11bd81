import { payChannels, type PayMethod } from '../../../../domain/directory/channel-merchant.js';
import { oneOf } from './codecs.js';

export const payChannel = oneOf(payChannels);
export const payMethods = ['pc', 'h5', 'bar'] as const satisfies readonly PayMethod[];
export const payMethod = oneOf<PayMethod>(payMethods);

/** The states of a life, from the table of its arrows. */
export const stateOf = <S extends string>(arrows: Readonly<Record<S, readonly S[]>>): ReturnType<typeof oneOf<S>> => oneOf(Object.keys(arrows) as S[]);
