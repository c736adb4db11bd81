import exceljs from 'exceljs';
import type { Page } from 'playwright-core';

/** A file as it came to the browser, cell by cell. */
export interface Exported { readonly fileName: string; readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Exports the list of the page, and reads what came. */
export async function exported(page: Page): Promise<Exported> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(await download.path());
  const [sheet, ...more] = book.worksheets;
  if (sheet === undefined || more.length > 0) throw new Error(`${download.suggestedFilename()} has not one sheet`);
  const [headings = [], ...rows] = Array.from({ length: sheet.rowCount }, (_row, at) => Array.from({ length: sheet.columnCount }, (_cell, column) => sheet.getRow(at + 1).getCell(column + 1).text));
  return { fileName: download.suggestedFilename(), headings, rows };
}
