/** A Markdown table; a bar inside a cell would end it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Said at the top of every generated page, so that nobody edits it by hand. */
export const generatedBy = (source: string): string =>
  `Generated from ${source} by \`npm run -s build && node dist/bootstrap/cli/write-reference.js\`; a test compares the two. Do not edit by hand.`;

/** `10 s`, `1 min`, `5 min`, `2 h`, `3 d`: the largest unit that divides. */
export function duration(ms: number): string {
  for (const [unitMs, unit] of [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1_000, 's']] as const) {
    if (ms > 0 && ms % unitMs === 0) return `${ms / unitMs} ${unit}`;
  }
  return `${ms} ms`;
}
