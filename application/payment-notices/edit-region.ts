import type { Actor } from '../../domain/audit/audit-entry.js';
import type { NontaxRegion } from '../../domain/directory/nontax.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Directory, DirectoryEditor } from '../ports/directory.js';

export type RegionRefusal = { readonly code: 'value-missing' | 'value-malformed' | 'value-too-long'; readonly field: keyof RegionCodes };
export type RegionCodes = Pick<NontaxRegion, 'nontaxRegionCode' | 'nontaxRegionName' | 'eBillRegionCode' | 'eBillRegionName'>;

const maxNameChars = 100;
const codeForm: Readonly<Partial<Record<keyof RegionCodes, RegExp>>> = { nontaxRegionCode: /^[0-9]{6}$/, eBillRegionCode: /^[0-9A-Za-z]{1,32}$/ };

/** 配置修改 of 区域非税配置 (1.1.5.1.2): all four values of a region, in the audit log with what they were. */
export class EditNontaxRegion {
  readonly #directory: Pick<Directory, 'nontaxRegion'>;
  readonly #editor: Pick<DirectoryEditor, 'saveNontaxRegion'>;

  constructor(directory: Pick<Directory, 'nontaxRegion'>, editor: Pick<DirectoryEditor, 'saveNontaxRegion'>) {
    this.#directory = directory;
    this.#editor = editor;
  }

  /** `regionName` counts for a region that is new here. */
  async run(regionCode: string, regionName: string, codes: RegionCodes, by: Actor): Promise<Result<NontaxRegion, RegionRefusal>> {
    const names = ['nontaxRegionCode', 'nontaxRegionName', 'eBillRegionCode', 'eBillRegionName'] as const;
    const trimmed = Object.fromEntries(names.map((name) => [name, codes[name].trim()])) as unknown as RegionCodes;
    for (const field of names) {
      const value = trimmed[field];
      if (value === '') return refuse({ code: 'value-missing', field });
      if (Array.from(value).length > maxNameChars) return refuse({ code: 'value-too-long', field });
      if (codeForm[field]?.test(value) === false || /\p{Cc}/u.test(value)) return refuse({ code: 'value-malformed', field });
    }
    const known = await this.#directory.nontaxRegion(regionCode);
    const region: NontaxRegion = { regionCode, regionName: known?.regionName ?? regionName, ...trimmed, version: known?.version ?? 1 };
    await this.#editor.saveNontaxRegion(region, by);
    return ok(region);
  }
}
