/** What the city's document says of a column: `varchar(64)`, `char(1)`, `int`, `datetime`. */
export type ColumnType =
  | { readonly kind: 'varchar' | 'char'; readonly length: number }
  | { readonly kind: 'int' | 'datetime' };

/** How a value may leave: as it is, masked unless a full value is authorised, not at all unless it is authorised, or never whoever asks. */
export type Sharing = 'open' | 'masked' | 'withheld' | 'never';
export type MaskKind = 'mobile' | 'certificate' | 'person-name' | 'email' | 'address';

/** A text that does not fit: words are cut, a number that would be another number is left out, a key that would be another key refuses its row. */
export type Overflow = 'cut' | 'empty' | 'refuse';

/** For the data inventory (personal information law, protection level 3). */
export type DataClass = 'business' | 'identifier' | 'personal' | 'sensitive' | 'credential' | 'free-text';

export interface SharedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly zh: string;
  readonly dataClass: DataClass;
  readonly sharing: Sharing;
  readonly mask?: MaskKind;
  readonly overflow: Overflow;
  /** Digits only are sent; `v4`: an address of another family does not fit its meaning. */
  readonly form?: 'digits' | 'v4';
}

type Extras = Partial<Omit<SharedColumn, 'name' | 'type' | 'zh'>>;
const column = (name: string, type: ColumnType, zh: string, extras: Extras): SharedColumn =>
  ({ name, type, zh, dataClass: 'business', sharing: 'open', overflow: 'cut', ...extras });

export const varchar = (name: string, length: number, zh: string, extras: Extras = {}): SharedColumn => column(name, { kind: 'varchar', length }, zh, extras);
export const char = (name: string, length: number, zh: string, extras: Extras = {}): SharedColumn => column(name, { kind: 'char', length }, zh, { overflow: 'refuse', ...extras });
export const int = (name: string, zh: string): SharedColumn => column(name, { kind: 'int' }, zh, {});
export const datetime = (name: string, zh: string): SharedColumn => column(name, { kind: 'datetime' }, zh, {});

/** A number by which something is found: cut it would name something else. */
export const identifier: Extras = { dataClass: 'identifier', overflow: 'refuse' };
/** The number of something else, which may be missing. */
export const reference: Extras = { dataClass: 'identifier', overflow: 'empty' };
export const phone: Extras = { dataClass: 'personal', sharing: 'masked', mask: 'mobile', overflow: 'empty', form: 'digits' };
export const personName: Extras = { dataClass: 'personal', sharing: 'masked', mask: 'person-name' };
/** Text that people write as they like: it may hold anything. */
export const freeText: Extras = { dataClass: 'free-text', sharing: 'withheld' };
export const picture: Extras = { dataClass: 'personal', sharing: 'withheld', overflow: 'empty' };

export const typeText = (type: ColumnType): string => ('length' in type ? `${type.kind}(${type.length})` : type.kind);
