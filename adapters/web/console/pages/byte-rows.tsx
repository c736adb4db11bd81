import type { ReactNode } from 'react';
import type { WorkbenchAnswer } from '../../../../contracts/console/workbench.js';

type Difference = NonNullable<NonNullable<WorkbenchAnswer['pasted']>['difference']>;
type Side = Difference['expected'];

const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase();
const names: Readonly<Record<number, string>> = { 9: '制表', 10: '换行', 13: '回车', 32: '空格' };
/** ASCII as it looks, what cannot be seen by its name; a byte of a longer character as a dot. */
const letterOf = (byte: number): string => names[byte] ?? (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '·');

/** The bytes around the first one that differs, one text under the other. */
export function ByteRows({ difference: { at, expected, given } }: { readonly difference: Difference }): ReactNode {
  const width = Math.max(expected.bytes.length, given.bytes.length);
  const row = (name: string, { from, bytes }: Side, show: (byte: number) => string): ReactNode => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {Array.from({ length: width }, (_, column) => { const byte = bytes[column]; return <td key={column} className={from + column === at ? 'differs' : ''}>{byte === undefined ? (from + column === at ? '末尾' : '') : show(byte)}</td>; })}
    </tr>
  );
  return (
    <div className="byte-rows" tabIndex={0} role="group" aria-label="不同处前后的字节">
      <table><tbody>{row('平台 字符', expected, letterOf)}{row('平台 十六进制', expected, hexOf)}{row('对方 字符', given, letterOf)}{row('对方 十六进制', given, hexOf)}</tbody></table>
    </div>
  );
}
