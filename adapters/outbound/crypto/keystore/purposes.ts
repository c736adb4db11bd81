/** What a data key may be used for; purposes never share a key (KEY-01). */
export const dataKeyPurposes = ['field', 'index', 'audit', 'row-mac', 'session'] as const;
export type DataKeyPurpose = (typeof dataKeyPurposes)[number];

/* Of each several keys may be in use (KEY-02): envelopes and hashes of passwords name theirs, row codes are tried with each, indexes and tokens are looked for under each, the chain of audit entries goes on under the next. */
/** From when a new key is known until it is used; every process of every host must have it by then. */
export const usedAfterMs = 5 * 60_000;

/** 32 random bytes; `id` starts with the purpose and has no dot. `usedFrom`: epoch ms of wall time until which it only opens and checks, so that every process has it before one uses it. */
export interface DataKey { readonly id: string; readonly bytes: Buffer; readonly usedFrom: number | undefined }
