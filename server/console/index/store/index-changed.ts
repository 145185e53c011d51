/** Something was asked of a copy that has become another since, so that the answer is of no use. */
export class IndexChanged extends Error {}
