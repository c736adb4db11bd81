import type { EpochMs } from '../kernel/china-time.js';

/** 区域 (1.1.6.1.2). Whoever is limited to one sees the payees of it and of everything below. */
export interface Region {
  readonly regionCode: string;
  readonly regionName: string;
  /** Undefined: at the top. */
  readonly parentRegionCode: string | undefined;
  /** 区域管理员: exactly one account; undefined only until it is named (1.1.6.1.2-i). */
  readonly adminOperatorNo: string | undefined;
  readonly enabled: boolean;
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** Most regions of one installation: many times what a province has. */
export const maxRegions = 10_000;

/** The region and every one below it, whatever circles somebody may have made; without a region of that code it alone. */
export function withBelow(regionCode: string, regions: readonly Pick<Region, 'regionCode' | 'parentRegionCode'>[]): ReadonlySet<string> {
  const below = new Map<string, string[]>();
  for (const { regionCode: code, parentRegionCode } of regions) {
    if (parentRegionCode !== undefined) below.set(parentRegionCode, [...below.get(parentRegionCode) ?? [], code]);
  }
  const found = new Set([regionCode]);
  // A set that grows while it is walked is walked to its new end.
  for (const code of found) for (const child of below.get(code) ?? []) found.add(child);
  return found;
}

/** 6 to 12 digits, as of GB/T 2260 with what a province adds. */
export const isRegionCode = (text: string): boolean => /^[0-9]{6,12}$/.test(text);

/** Regions one below the other: country, province, city, county, town, village, and some to spare. */
export const maxRegionDepth = 8;
