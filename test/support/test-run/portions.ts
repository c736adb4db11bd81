/** Test files that one process runs, one after another. */
export interface Portion { readonly files: readonly string[]; readonly seconds: number }

export interface Plan {
  /** Heaviest first: what is left at the end is small, and no lane waits long for another. */
  readonly together: readonly Portion[];
  /** Run when nothing else runs. */
  readonly alone: readonly Portion[];
}

export interface Weights {
  /** Seconds of the files that take long, as `test/e2e/x.test`. */
  readonly slow: Readonly<Record<string, number>>;
  /** Of every other file, without the start of its process. */
  readonly light: number;
  /** Files that measure time so narrowly that neighbours would disturb them, and why. */
  readonly alone: Readonly<Record<string, string>>;
  /** Seconds that are put together, because each process loads the platform anew, and each with pages a browser: no more than `most`, and less the nearer the end, but not less than `least`. */
  readonly portion: { readonly most: number; readonly least: number };
}

/** Of what is left, each portion takes one of so many parts: four lanes, and each of them twice more. */
const parts = 8;

const nameOf = (file: string): string => file.replace(/^dist\//, '').replace(/\.js$/, '');

/** Divides the files over processes; each stands in exactly one portion. A weight only decides who waits for whom: one that is stale costs seconds. */
export function portionsOf(files: readonly string[], { slow, light, alone, portion }: Weights): Plan {
  const weightOf = (file: string): number => slow[nameOf(file)] ?? light;
  const ofOne = (file: string): Portion => ({ files: [file], seconds: weightOf(file) });
  const together: Portion[] = [];
  let left = files.filter((file) => !(nameOf(file) in alone)).reduce((sum, file) => sum + weightOf(file), 0);
  let open: string[] = [];
  let seconds = 0;
  const close = (): void => {
    if (open.length > 0) together.push({ files: open, seconds });
    [open, seconds, left] = [[], 0, left - seconds];
  };
  for (const file of files) {
    if (nameOf(file) in alone) continue;
    const weight = weightOf(file);
    if (seconds + weight > Math.max(portion.least, Math.min(portion.most, left / parts))) close();
    open.push(file);
    seconds += weight;
  }
  close();
  return {
    together: together.sort((one, two) => two.seconds - one.seconds),
    alone: files.filter((file) => nameOf(file) in alone).map(ofOne),
  };
}

/** Names in the table of weights that no test file has: after a file was renamed, the table is to follow. */
export const strangeNames = (all: readonly string[], { slow, alone }: Weights): readonly string[] => {
  const known = new Set(all.map(nameOf));
  return [...Object.keys(slow), ...Object.keys(alone)].filter((name) => !known.has(name));
};
