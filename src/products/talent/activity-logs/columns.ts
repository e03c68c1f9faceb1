/** The columns of an exported log: all of them, as the documents list them, under their documented names. */
import type { Cell, SheetColumn } from '#capabilities/printing/printing.ts';
import type { Activity } from '#kernel/audit-reading.ts';

interface LogColumn {
  readonly header: string;
  readonly kind?: NonNullable<SheetColumn['kind']>;
  readonly width?: number;
  readonly cell: (entry: Activity) => Cell;
}

export const COLUMNS: readonly LogColumn[] = [
  { header: 'id', cell: ({ id }) => id },
  { header: 'created_at', width: 22, cell: ({ createdAt }) => createdAt.toISOString() },
  { header: 'user_id', cell: ({ userId }) => userId },
  { header: 'username', width: 24, cell: ({ username }) => username },
  { header: 'user_email', width: 28, cell: ({ userEmail }) => userEmail },
  { header: 'user_code', width: 14, cell: ({ userCode }) => userCode },
  { header: 'action_type', width: 16, cell: ({ type }) => type },
  { header: 'action_category', width: 16, cell: ({ category }) => category },
  { header: 'action_description', width: 48, cell: ({ description }) => description },
  { header: 'resource_type', width: 16, cell: ({ resourceType }) => resourceType },
  { header: 'resource_id', cell: ({ resourceId }) => resourceId },
  { header: 'status', cell: ({ status }) => status },
  { header: 'ip_address', width: 16, cell: ({ ip }) => ip },
  { header: 'user_agent', width: 40, cell: ({ userAgent }) => userAgent },
  { header: 'browser', cell: ({ browser }) => browser },
  { header: 'browser_version', cell: ({ browserVersion }) => browserVersion },
  { header: 'device_type', cell: ({ deviceType }) => deviceType },
  { header: 'device_brand', cell: ({ deviceBrand }) => deviceBrand },
  { header: 'device_model', cell: ({ deviceModel }) => deviceModel },
  { header: 'operating_system', width: 16, cell: ({ system }) => system },
  { header: 'os_version', cell: ({ systemVersion }) => systemVersion },
  { header: 'request_method', cell: ({ method }) => method },
  { header: 'request_url', width: 48, cell: ({ url }) => url },
  { header: 'request_referrer', width: 40, cell: ({ referrer }) => referrer },
];

export const sheetColumns = (): readonly SheetColumn[] =>
  COLUMNS.map(({ header, kind, width }) => ({ header, ...(kind ? { kind } : {}), ...(width ? { width } : {}) }));

export async function* sheetRows(batches: AsyncIterable<readonly Activity[]>): AsyncGenerator<readonly Cell[]> {
  for await (const batch of batches) for (const entry of batch) yield COLUMNS.map(({ cell }) => cell(entry));
}
