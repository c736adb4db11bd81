import { listNamed } from '../../contracts/lists/all-lists.js';
import { readListQuery, type QueryRefusal } from '../../contracts/lists/list-query.js';
import { businessDay, longTime } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { KeptFile, KeptFiles } from '../ports/kept-files.js';
import type { ListReader, ListRow, RowScope } from '../ports/list-reader.js';
import type { Spreadsheet } from '../ports/spreadsheet.js';

export interface ExportRequest {
  readonly listName: string;
  /** As somebody sent them; checked here. */
  readonly parameters: unknown;
  /** Of whoever asks; never from the parameters. */
  readonly scope: RowScope;
  readonly signal?: AbortSignal;
  /** Rows written so far, now and then. */
  readonly onProgress?: (written: number) => void;
}

export interface ExportedFile { readonly file: KeptFile; readonly rowCount: number }
export type ExportRefusal = { readonly code: 'unknown-list' } | { readonly code: 'bad-query'; readonly refusal: QueryRefusal } | { readonly code: 'too-many-rows'; readonly limit: number };

export interface ExportParts { readonly lists: ListReader; readonly spreadsheet: Spreadsheet; readonly files: KeptFiles; readonly ids: Ids; readonly clock: Clock; readonly maxRows: number }

/** Writes the whole filtered result of a list, all its pages and its totals, into a file that is kept. */
export class ExportList {
  readonly #parts: ExportParts;
  constructor(parts: ExportParts) { this.#parts = parts; }

  async run({ listName, parameters, scope, signal, onProgress }: ExportRequest): Promise<Result<ExportedFile, ExportRefusal>> {
    const { lists, spreadsheet, files, ids, clock, maxRows } = this.#parts;
    const now = clock.now();
    const view = listNamed(listName);
    if (!view) return refuse({ code: 'unknown-list' });
    const query = readListQuery(view, parameters, businessDay(now));
    if (!query.ok) return refuse({ code: 'bad-query', refusal: query.refusal });
    let rowCount = 0;
    const onRows = (written: number): void => {
      rowCount = written;
      onProgress?.(written);
    };
    const pages = atMost(maxRows, lists.stream(view, query.value, scope, signal));
    const bytes = spreadsheet.write(view, pages, { onRows, ...(signal && { signal }) });
    const fileName = `${view.title}-${longTime(now)}.${spreadsheet.ending}`;
    try {
      return ok({ file: await files.keep({ fileNo: ids.next(), purpose: 'export', fileName }, bytes), rowCount });
    } catch (error) {
      if (error instanceof TooManyRows) return refuse({ code: 'too-many-rows', limit: maxRows });
      throw error;
    }
  }
}

class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/** Counted as they come: to count them beforehand the database would have to look through all of them once more. */
async function* atMost(limit: number, pages: AsyncIterable<readonly ListRow[]>): AsyncIterable<readonly ListRow[]> {
  let count = 0;
  for await (const page of pages) {
    count += page.length;
    if (count > limit) throw new TooManyRows(`more than ${limit} rows`);
    yield page;
  }
}
