import { withDelivered, type Entries } from '../../domain/menus/menu.js';
import type { MenuParts } from './menu-parts.js';

/** How old the menu may be that somebody is shown: another process may have changed it. */
const keptMs = 2_000;

/** The menu as it stands, through a short cache, since every page asks for it. */
export class ReadMenu {
  readonly #parts: MenuParts;
  #kept: { readonly entries: Promise<Entries>; readonly until: number } | undefined;
  constructor(parts: MenuParts) { this.#parts = parts; }

  /** Where this release has entries that nobody stored yet they stand in their place. */
  run(): Promise<Entries> {
    const now = this.#parts.wallNow();
    if (this.#kept !== undefined && now < this.#kept.until) return this.#kept.entries;
    const entries = this.#read();
    this.#kept = { entries, until: now + keptMs };
    entries.catch(() => { this.#kept = undefined; });
    return entries;
  }

  forget(): void { this.#kept = undefined; }

  async #read(): Promise<Entries> {
    const stored = await this.#parts.unitOfWork.read(({ directory }) => directory.menus.all());
    const { added, changed } = withDelivered(stored, this.#parts.delivered);
    return [...stored.filter(({ menuKey }) => !changed.some((entry) => entry.menuKey === menuKey)), ...changed, ...added];
  }
}
