import type { ListView } from '../../contracts/lists/list-view.js';
import type { Bytes } from './channel-bills.js';
import type { ListRow } from './list-reader.js';

export interface SheetWatch {
  /** Aborted: the file is given up and reading it throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Rows written so far, now and then. */
  readonly onRows?: (written: number) => void;
}

/** Makes a file for people's own work out of a list: its headings, its rows, its totals. */
export interface Spreadsheet {
  /** Ending of the file's name, without the dot. */
  readonly ending: string;
  /** The file as bytes, in bounded memory however many rows there are: a page is asked for when there is room. The bytes must be read to the end or given up. */
  write(view: ListView, pages: AsyncIterable<readonly ListRow[]>, watch?: SheetWatch): Bytes;
}
