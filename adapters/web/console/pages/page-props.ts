/** What every page is told that draws no list. */
export interface OwnPageProps { readonly title: string; readonly above: readonly string[] }
