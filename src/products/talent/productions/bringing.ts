/** Production companies of another installation. */
import type { Tx } from '#kernel/db/db.ts';
import { type Brought, takeWhatCanBe } from '../brought.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { newSealToken } from './changes.ts';
import { checkProduction, type ProductionInput } from './fields.ts';
import { insertProduction } from './store.ts';
import type { ProductionTools } from './tools.ts';

export interface BroughtProduction {
  /** Under the names of the form; the country is that of our catalogue. */
  readonly fields: ProductionInput & { readonly name: string };
  /** Wore the seal there. It goes on here when the company can be reached, as our seals promise. */
  readonly isVerified: boolean;
  readonly logo?: { readonly content: Buffer; readonly extension: string; readonly mediaType: string };
  readonly createdAt: Date;
}

const TEXTS = ['description', 'specialization', 'address', 'city', 'postal_code', 'phone', 'ceo', 'equipment', 'studios'] as const;

/** A name that a company here has is a 23505. */
export async function bringProduction(
  { clock, files }: Pick<ProductionTools, 'clock' | 'files'>,
  tx: Tx,
  catalogue: Snapshot,
  { fields, isVerified, logo, createdAt }: BroughtProduction,
): Promise<Brought> {
  const { values, left } = takeWhatCanBe(checkProduction(fields, { catalogue, today: clock.now() }), fields, TEXTS);
  const name = values.name ?? fields.name;
  const canBeReached = Boolean(values.email ?? values.phone ?? values.website);
  const id = await insertProduction(tx, {
    ...values,
    name,
    logo_file: logo ? (await files.save(tx, { folder: 'logos', ...logo })).name : null,
    ...(isVerified && canBeReached ? { is_verified: true, verified_at: createdAt, seal_token: newSealToken() } : {}),
    created_at: createdAt,
    updated_at: createdAt,
  });
  return { id, left: [...left, ...(isVerified && !canBeReached ? ['is_verified'] : [])] };
}
