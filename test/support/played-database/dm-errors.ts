/** An error as `dmdb` throws it: its number is not enumerable, its message begins with it. */
export class FakeDmError extends Error {
  readonly errCode!: number;
  constructor(errCode: number, words: string) {
    super(`[${errCode}] ${words}`);
    Object.defineProperty(this, 'errCode', { value: errCode, enumerable: false });
  }
}

export const lineIsLost = (): FakeDmError => new FakeDmError(6001, '网络通信异常');

/** DM's number for what PostgreSQL said; an error that is none of these is a fault of the fake and stays as it is. */
const numbers: Readonly<Record<string, readonly [number, string]>> = {
  '23505': [-6602, '违反表唯一性约束'], '23514': [-6169, '列长度超出定义'], '23502': [-6609, '违反列非空约束'],
  '42P01': [-2106, '无效的表或视图名'], '42703': [-2111, '无效的列名'], '42P07': [-2124, '对象已存在'], '42601': [-2007, '语法分析出错'],
  '40P01': [-6403, '死锁'], '55P03': [-6407, '锁超时'], '42883': [-2207, '无法解析的成员访问表达式'],
};

export function asDmError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = numbers[code];
  return known === undefined ? error : new FakeDmError(...known);
}
