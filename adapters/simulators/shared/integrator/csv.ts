/** RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. Empty lines are left out. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(field);
    if (row.length > 1 || field !== '') rows.push(row);
    [row, field] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') { field += '"'; at += 1; }
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || (character !== ',' && character !== '\r' && character !== '\n')) field += character;
    else if (character === ',') { row.push(field); field = ''; }
    else if (character === '\n') endRow();
  }
  endRow();
  return rows;
}
