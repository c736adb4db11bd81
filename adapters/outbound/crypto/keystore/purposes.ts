/** What a data key may be used for; purposes never share a key (KEY-01). */
export const dataKeyPurposes = ['field', 'index', 'audit', 'row-mac', 'session'] as const;
export type DataKeyPurpose = (typeof dataKeyPurposes)[number];

/** Purposes of which several keys may be in use: envelopes name theirs, row codes are tried with each (KEY-02). */
export type RotatablePurpose = Extract<DataKeyPurpose, 'field' | 'row-mac'>;

/** 32 random bytes; `id` starts with the purpose and has no dot. `usedFrom`: epoch ms of wall time until which it only opens and checks, so that every process has it before one uses it. */
export interface DataKey { readonly id: string; readonly bytes: Buffer; readonly usedFrom: number | undefined }
