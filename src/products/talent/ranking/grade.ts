/** Sums as they are compared: what differs by less than a millionth is a tie. */
export const gradeOf = (total: number): number => Math.round(total * 1e6);
