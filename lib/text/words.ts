/** A list of words as data: set apart by white space, as many in a line as there is room for. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);
