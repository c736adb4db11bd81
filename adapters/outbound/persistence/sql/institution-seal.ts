import type { FieldPlace, Vault } from '../../../../application/ports/vault.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import { maskMobile } from '../../../../domain/kernel/personal-data.js';
import { institutionTable, type InstitutionRow } from './directory-columns.js';

const place = (rowId: string): FieldPlace => ({ table: institutionTable.name, column: institutionTable.column('sealedMobile'), rowId });

/** Between an institution and its row: the contact's number is personal (ENC-01). */
export class InstitutionSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  toRow({ contactMobile, ...rest }: Institution): InstitutionRow {
    const isGiven = contactMobile !== undefined && contactMobile !== '';
    return { ...rest, maskedMobile: isGiven ? maskMobile(contactMobile) : undefined, sealedMobile: isGiven ? this.#vault.seal(place(rest.institutionNo), contactMobile) : undefined };
  }
  fromRow({ maskedMobile: _, sealedMobile, ...rest }: InstitutionRow): Institution {
    return { ...rest, contactMobile: sealedMobile === undefined ? undefined : this.#vault.open(place(rest.institutionNo), sealedMobile) };
  }
}
