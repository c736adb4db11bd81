/** An entry of the menu as `me` tells it. */
export interface MenuItem { readonly key: string; readonly title: string; readonly path?: string; readonly list?: string; readonly children?: readonly MenuItem[] }
/** A place somebody can go to, with the headings that lead there. */
export interface Place { readonly key: string; readonly title: string; readonly path: string; readonly list: string | undefined; readonly above: readonly string[] }

/** Every place of a menu, in its order. An entry that names a list and no page has its page under /lists. */
export function placesOf(menu: readonly MenuItem[], above: readonly string[] = []): readonly Place[] {
  return menu.flatMap(({ key, title, path, list, children }) => {
    const at = path ?? (list === undefined ? undefined : `/lists/${list}`);
    return [...(at === undefined ? [] : [{ key, title, path: at, list, above }]), ...placesOf(children ?? [], [...above, title])];
  });
}

/** The places that somebody opens most, filled up with the first of the menu. */
export function usualPlaces(places: readonly Place[], visits: Readonly<Record<string, number>>, most: number): readonly Place[] {
  const times = ({ key }: Place): number => visits[key] ?? 0;
  return places.map((place, at) => ({ place, at })).sort((a, b) => times(b.place) - times(a.place) || a.at - b.at).slice(0, most).map(({ place }) => place);
}
