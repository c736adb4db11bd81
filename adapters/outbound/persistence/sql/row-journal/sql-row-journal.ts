import type { JournalVerdict } from '../../../../../application/ports/row-integrity.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import type { RowMention } from '../../../../../domain/audit/rows-written.js';
import { chainBegin, type Place } from '../chain-walk.js';
import { chainSource } from '../sql-audit-chain.js';
import type { UnitRunner } from '../unit-runner.js';
import type { Session } from '../unit-scope.js';
import { isPin } from './directory-pins.js';
import { DirectoryStandings, isSameRow, type Suspect } from './directory-standings.js';
import { Findings } from './findings.js';
import { checkMoney } from './money-versions.js';
import { RepeatedVersions } from './repeated-versions.js';
import { journalPages, mentionsIn, waitingPages } from './walk-journal.js';

/** Compares rows with what the operation log says was written of them (decision 0041). Reads only, and may run while rows are written. */
export class SqlRowJournal {
  readonly #units: UnitRunner;
  readonly #vault: Vault;
  constructor(units: UnitRunner, vault: Vault) {
    this.#units = units;
    this.#vault = vault;
  }

  async verify(): Promise<JournalVerdict> {
    const session = this.#session;
    const [findings, directory, repeated] = [new Findings(), new DirectoryStandings(), new RepeatedVersions()];
    let [entries, mentioned, last] = [0, 0, chainBegin];
    let badSeq: number | undefined;
    for await (const page of journalPages(chainSource(session), this.#vault)) {
      ({ last, badSeq } = page);
      const mentions = mentionsIn(page.entries);
      [entries, mentioned] = [entries + page.entries.length, mentioned + mentions.length];
      if (page.entries.some(isPin)) directory.noteWhole();
      directory.take(mentions);
      repeated.take(page.entries);
      await checkMoney(session.reading, mentions, findings);
    }
    for await (const page of waitingPages(session, this.#vault, last)) await checkMoney(session.reading, mentionsIn(page), findings);
    const suspects = await directory.suspects(session.reading);
    for (const { table, key, flaw } of await this.#still(suspects, last)) findings.add(table, key, flaw);
    for (const mention of repeated.rows) if (directory.hasOneLife(mention)) findings.add(mention.table, mention.key, 'rewritten');
    return { entries, mentions: mentioned, ...findings.verdict, badSeq };
  }

  /** Without the rows that somebody wrote after the log was read: what they are now is judged the next time. */
  async #still(suspects: readonly Suspect[], last: Place): Promise<readonly Suspect[]> {
    let left = suspects;
    const without = (mentions: readonly RowMention[]): void => { if (mentions.length > 0) left = left.filter((suspect) => !mentions.some((mention) => isSameRow(suspect, mention))); };
    if (left.length === 0) return left;
    // In this order: an entry that gets its number meanwhile is seen at least once.
    for await (const page of waitingPages(this.#session, this.#vault, last)) without(mentionsIn(page));
    for await (const page of journalPages(chainSource(this.#session), this.#vault, last)) without(mentionsIn(page.entries));
    return left;
  }

  get #session(): Session { return { reading: this.#units.reading, locksRows: false }; }
}
