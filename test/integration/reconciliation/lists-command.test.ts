import { expect } from 'chai';
import exceljs from 'exceljs';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCity, type City } from '../../support/city.js';
import { typed } from '../recovery/typed-commands.js';

describe('lists as Excel files by command', function () {
  this.timeout(120_000);
  let city: City;
  let folder: string;
  before(async () => {
    city = await startCity();
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-lists-'));
  });
  after(async () => {
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const lists = (...words: readonly string[]) => typed(city.environment, 'lists', ...words);

  it('are named, and written with their labels and a totals row also when they are empty', async () => {
    expect((await lists()).out).to.include('settlements  结算情况  1.1.4.3.1-a');
    const file = join(folder, 'settlements.xlsx');
    expect((await lists('settlements', '--save', file)).out).to.match(/：0 行，[0-9]+ 字节/);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const rows = book.worksheets[0]?.getSheetValues() as readonly (readonly unknown[])[];
    expect(rows[1]?.slice(1)).to.deep.equal(['订单日期', '应结笔数', '应结金额', '已结笔数', '已结金额', '实收金额', '手续费']);
    expect(rows[2]?.[1]).to.equal('合计');
  });

  it('are refused in words, and leave no file', async () => {
    const file = join(folder, 'none.xlsx');
    for (const [words, said] of [
      [['nothing'], '没有这个列表'], [['nothing', '--save', file], '没有这个列表'], [['settlements', 'orderDateFrom=20261332', '--save', file], '订单日期'],
      [['settlements', 'unknown=1', '--save', file], 'unknown'], [['portal-unsettled', '--save', file], 'institutionNo'], [['reconcile-days', 'institutionNo=I1', '--save', file], '不按机构导出'],
    ] as const) {
      const { code, error } = await lists(...words);
      expect([code, error.includes(said), error]).to.deep.equal([1, true, error]);
    }
    expect(existsSync(file)).to.equal(false);
  });
});
