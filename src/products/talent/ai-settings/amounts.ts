/** Amounts of dollars as the reader writes them; the small ones with as many digits as it takes to see them. */
import { type Language, localeOf } from '#kernel/message.ts';

export function dollars(amount: number, language: Language): string {
  const digits = amount !== 0 && Math.abs(amount) < 0.1 ? 5 : 2;
  const style = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(localeOf(language), { ...style, minimumFractionDigits: 2, maximumFractionDigits: digits }).format(amount);
}
