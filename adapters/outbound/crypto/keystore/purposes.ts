/** What a data key may be used for; purposes never share a key (KEY-01). */
export const dataKeyPurposes = ['field', 'index', 'audit', 'row-mac', 'session'] as const;
export type DataKeyPurpose = (typeof dataKeyPurposes)[number];

/** Purposes whose protected values name their key, so that old values stay readable after a new key (KEY-02). */
export type RotatablePurpose = Extract<DataKeyPurpose, 'field'>;

/** 32 random bytes; `id` starts with the purpose and has no dot. */
export interface DataKey { readonly id: string; readonly bytes: Buffer }
