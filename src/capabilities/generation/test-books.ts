/** Books that only remember, for tests of those who buy. */
import type { Books, Purchase } from './books.ts';

export interface RememberingBooks extends Books {
  readonly purchases: Purchase[];
}

export function rememberingBooks(): RememberingBooks {
  const purchases: Purchase[] = [];
  return {
    purchases,
    buy: (purchase, work) => {
      purchases.push(purchase);
      return work();
    },
  };
}
