import type { ManageDevelopers } from '../../../application/developers/manage-developers.js';
import type { ReadDevelopers } from '../../../application/developers/read-developers.js';
import {
  developerAdded, developerForm, editDeveloper, newDeveloper, oneDeveloper, payeeChoices, type DeveloperForm, type EditDeveloperBody, type NewDeveloperBody, type OneDeveloperBody, type PayeeChoices,
} from '../../../contracts/console/developers.js';
import { done } from '../../../contracts/console/schemas.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { acting } from './acting.js';
import { answered, doneBody } from './answers.js';
import { sayDeveloper } from './developer-words.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface DeveloperDeps { readonly developers: ManageDevelopers; readonly read: ReadDevelopers }

/** 开发者管理 (1.1.6.2.1-b to -e). */
export function developerRoutes({ developers, read }: DeveloperDeps): readonly ConsoleRoute[] {
  const access = { permission: 'platform.developers.edit' } as const;
  const switching = (name: string, enabled: boolean, summary: string): ConsoleRoute => ({
    name: `developers.${name}`, method: 'POST', path: `/developers/${name}`, access, stepUp: true, summary, requirements: ['1.1.6.2.1-e'], answer: done, body: oneDeveloper,
    handle: async (call: OwnCall<OneDeveloperBody>) => answered(await developers.switch(acting(call), call.body, enabled), doneBody, sayDeveloper),
  });
  return [
    {
      name: 'developers.choices', method: 'GET', path: '/developers/choices', access, summary: '开发者可代理的收款单位', answer: payeeChoices,
      handle: async () => ({ body: { payees: (await read.payees()).map(({ merchantNo, payeeName }) => ({ merchantNo, payeeName })) } satisfies PayeeChoices }),
    },
    {
      name: 'developers.one', method: 'GET', path: '/developers/:devId', access, summary: '一个开发者的资料', answer: developerForm,
      handle: async ({ params }: OwnCall<never>) => {
        const developer = await read.one(params['devId'] ?? '');
        return developer === undefined ? refused('NOT_FOUND') : { body: formOf(developer) };
      },
    },
    {
      name: 'developers.add', method: 'POST', path: '/developers/add', access, stepUp: true, summary: '新增开发者', requirements: ['1.1.6.2.1-b'], answer: developerAdded, body: newDeveloper,
      handle: async (call: OwnCall<NewDeveloperBody>) =>
        answered(await developers.add(acting(call), { contactMobile: undefined, personalBillUrl: undefined, ...call.body }), ({ devId }) => ({ devId }), sayDeveloper),
    },
    {
      name: 'developers.edit', method: 'POST', path: '/developers/edit', access, stepUp: true, summary: '修改开发者', requirements: ['1.1.6.2.1-c'], answer: done, body: editDeveloper,
      handle: async (call: OwnCall<EditDeveloperBody>) =>
        answered(await developers.edit(acting(call), call.body, { contactMobile: undefined, personalBillUrl: undefined, ...call.body }), doneBody, sayDeveloper),
    },
    switching('enable', true, '启用开发者'),
    switching('disable', false, '停用开发者'),
    {
      name: 'developers.remove', method: 'POST', path: '/developers/remove', access, stepUp: true, summary: '删除开发者', requirements: ['1.1.6.2.1-d'], answer: done, body: oneDeveloper,
      handle: async (call: OwnCall<OneDeveloperBody>) => answered(await developers.remove(acting(call), call.body), doneBody, sayDeveloper),
    },
  ];
}

function formOf({ devId, version, developerName, contactName, contactMobile, allowedAddresses, requestsPerSecond, textsPayers, merchantNos, personalBillUrl, allowedOrigins, enabled }: Developer): DeveloperForm {
  return {
    devId, version, developerName, contactName, ...(contactMobile !== undefined && { contactMobile }), allowedAddresses: [...allowedAddresses], requestsPerSecond, textsPayers, merchantNos: [...merchantNos],
    ...(personalBillUrl !== undefined && { personalBillUrl }), allowedOrigins: [...allowedOrigins], enabled,
  };
}
