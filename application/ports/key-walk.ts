import type { EpochMs } from '../../domain/kernel/china-time.js';

/** How far the rows have come to the keys of today. */
export interface KeyWalkState {
  /** Table that is gone through now; undefined where all have been. */
  readonly table: string | undefined;
  readonly rowsSeen: number;
  /** Rows that got a new envelope or code, and those that were not touched because they were changed past the platform. */
  readonly rowsRenewed: number;
  readonly rowsChanged: number;
  readonly begunAt: EpochMs;
  readonly endedAt: EpochMs | undefined;
}

export interface KeyWalkPage {
  /** `ended` once, by the page that finds nothing further; `nothing-to-do` from then on, until there is a new key. */
  readonly kind: 'page' | 'ended' | 'nothing-to-do';
  readonly state: KeyWalkState;
  /** Rows of this page that were changed past the platform. */
  readonly named: readonly { readonly table: string; readonly rowNo: string }[];
}

/** Goes through every row that is sealed or carries a code, and seals anew what is not under the keys of today (KEY-02). Several processes may take pages at once: they take turns. */
export interface KeyWalk {
  page(): Promise<KeyWalkPage>;
  /** Undefined before the first page, and while rows of another key have not been begun with. */
  state(): Promise<KeyWalkState | undefined>;
  /** Rows that hold no value from which their index could be made anew and were not written since that moment: they stay under the index key of their day until they are. Empty where every one was. */
  leftSince(at: EpochMs): Promise<readonly { readonly table: string; readonly rows: number }[]>;
  /** Accounts whose password is hashed with the pepper of an older key: they come over when their person signs in. */
  passwordsLeft(): Promise<number>;
}
