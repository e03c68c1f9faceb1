/** The columns of exported people: what a heading is called, and what stands below it for one person. */
import type { Cell, SheetColumn } from '#capabilities/printing/printing.ts';
import { type Language, type Message, say } from '#kernel/message.ts';

export interface ExportColumn<Person> {
  readonly head: Message;
  readonly kind?: NonNullable<SheetColumn['kind']>;
  readonly width?: number;
  readonly cell: (person: Person, language: Language) => Cell;
}

export const sheetColumns = <Person>(columns: readonly ExportColumn<Person>[], language: Language): readonly SheetColumn[] =>
  columns.map(({ head, kind, width }) => ({ header: say(head, language), ...(kind ? { kind } : {}), ...(width ? { width } : {}) }));

export async function* sheetRows<Person>(
  columns: readonly ExportColumn<Person>[],
  batches: AsyncIterable<readonly Person[]>,
  language: Language,
): AsyncGenerator<readonly Cell[]> {
  for await (const batch of batches) for (const person of batch) yield columns.map(({ cell }) => cell(person, language));
}

/** A day as the spreadsheet's own date. */
export const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
export const listed = (values: readonly string[]): string | null => (values.length ? values.join(', ') : null);
