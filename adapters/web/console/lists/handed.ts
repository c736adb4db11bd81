import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import type { Row } from './list-types.js';

export type HandedList = NonNullable<ListDeclaration['record']>;

/** What a list is asked with that belongs to a row; undefined where the row does not say it. */
export function parametersFrom({ with: taken }: HandedList, row: Row): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(taken).map(([parameter, column]) => [parameter, row[column]] as const);
  return found.every(([, value]) => typeof value === 'string' && value !== '') ? Object.fromEntries(found as [string, string][]) : undefined;
}

export function addressOfList(list: string, parameters: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(parameters).toString();
  return `/lists/${list}${asked === '' ? '' : `?${asked}`}`;
}
