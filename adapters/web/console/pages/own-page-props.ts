/** What every page of its own is given: its heading, and those of the menu that lead to it. */
export interface OwnPageProps { readonly title: string; readonly above: readonly string[] }
