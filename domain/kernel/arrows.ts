/** The life of a thing as data: from each state, the states it may go to. An arrow missing here cannot happen. */
export type Arrows<S extends string> = Readonly<Record<S, readonly S[]>>;

export const canMove = <S extends string>(arrows: Arrows<S>, from: S, to: S): boolean => arrows[from].includes(to);
