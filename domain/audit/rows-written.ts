/** What one unit of work did to one row that carries a code over itself (INT-02). */
export interface RowMention {
  readonly table: string;
  /** Values of its key, in the order of its columns. */
  readonly key: readonly string[];
  /** Of the row as the unit left it, or as it was when it went. */
  readonly version: number;
  /** `added`: versions count anew from here. */
  readonly deed: 'added' | 'changed' | 'removed';
}

/** Most rows that one unit mentions: an import does not reach it, and the text stays within what a column holds. */
export const maxMentions = 10_000;

const signs = { added: '+', changed: '=', removed: '-' } as const satisfies Record<RowMention['deed'], string>;
const deeds: Readonly<Record<string, RowMention['deed']>> = { '+': 'added', '=': 'changed', '-': 'removed' };

/** As it stands in an audit entry: `[["pay_order","=3","2026…"],["payee_channel","+1","M1","CM1"]]`. JSON, because numbers of the directory may hold any sign. */
export const rowsWrittenText = (mentions: readonly RowMention[]): string => JSON.stringify(mentions.map(({ table, deed, version, key }) => [table, `${signs[deed]}${version}`, ...key]));

/** Undefined where it is none of ours. */
export function readRowsWritten(text: string): readonly RowMention[] | undefined {
  try {
    const items: unknown = JSON.parse(text);
    if (!Array.isArray(items)) return undefined;
    const mentions = items.map(mentionOf);
    return mentions.includes(undefined) ? undefined : mentions as readonly RowMention[];
  } catch {
    return undefined;
  }
}

function mentionOf(item: unknown): RowMention | undefined {
  if (!Array.isArray(item) || item.length < 3 || !item.every((part) => typeof part === 'string')) return undefined;
  const [table = '', what = '', ...key] = item as readonly string[];
  const [, sign = '', version] = /^([+=-])(\d{1,15})$/.exec(what) ?? [];
  const deed = deeds[sign];
  return deed === undefined ? undefined : { table, key, version: Number(version), deed };
}

/** Two mentions of one row in one unit, as one: whoever reads it wants to know how the row was left. */
export const laterMention = (before: RowMention | undefined, now: RowMention): RowMention => (before?.deed === 'added' && now.deed === 'changed' ? { ...now, deed: 'added' } : now);

/** What all mentions of a row until now say of it: that it is there with at least this version, that it is gone, or nothing. */
export type RowStanding = { readonly kind: 'there'; readonly version: number; readonly before?: number } | { readonly kind: 'gone'; readonly version: number } | { readonly kind: 'unsure' };

/**
 * Entries are numbered by the moment at which their unit began to write them, which need not be the order in which two units that met at one row were stored. So a change that
 * is not newer than a removal belongs before it, and a removal of the version that the row had before it was added anew belongs before that.
 */
export function standingAfter(standing: RowStanding | undefined, { deed, version }: RowMention): RowStanding {
  if (deed === 'added') return standing?.kind === 'there' ? { kind: 'there', version, before: standing.version } : { kind: 'there', version };
  if (deed === 'changed') {
    if (standing === undefined || (standing.kind === 'gone' && version > standing.version)) return { kind: 'there', version };
    return standing.kind === 'there' ? { ...standing, version: Math.max(standing.version, version) } : standing;
  }
  if (standing?.kind !== 'there' || standing.before !== version) return { kind: 'gone', version };
  return standing.version === version ? { kind: 'unsure' } : { kind: 'there', version: standing.version };
}
