/** Whether the key store holds a signing key of this name. Nothing else of the key is told (KEY-03). */
export interface SigningKeyNames { has(keyName: string): Promise<boolean> }
