/** A production company as the program sees it: typed, without a dialect. */
export interface PlaceRef {
  readonly id: number;
  /** French, as the API prints it. */
  readonly name: string;
  readonly code: string;
}
/** A film or a prize. */
export interface Work {
  readonly title: string;
  readonly year: number | null;
}

export const NETWORKS = ['facebook', 'instagram', 'linkedin', 'twitter'] as const;
export type Network = (typeof NETWORKS)[number];

/** What lists show. */
export interface ListedProduction extends Readonly<Record<Network, string | null>> {
  readonly id: number;
  readonly name: string;
  readonly logoFile: string | null;
  readonly description: string | null;
  readonly specialization: string | null;
  readonly city: string | null;
  readonly country: PlaceRef | null;
  readonly foundedYear: number | null;
  readonly ceo: string | null;
  readonly employeesCount: number | null;
  readonly productionsCount: number | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly isActive: boolean;
  readonly isVerified: boolean;
  /** In the address of the check page; stays when the seal is withdrawn. */
  readonly sealToken: string | null;
  /** Neither finished nor put away. */
  readonly activeProjects: number;
  readonly totalProjects: number;
  readonly createdAt: Date;
}

/** Who gave or took the seal; `by` is null when their account is gone. */
export interface SealAct {
  readonly at: Date;
  readonly by: string | null;
}

export interface Production extends ListedProduction {
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly notableProductions: readonly Work[];
  readonly services: readonly string[];
  readonly certifications: readonly string[];
  readonly memberships: readonly string[];
  readonly awards: readonly Work[];
  readonly equipment: string | null;
  readonly studios: string | null;
  readonly verified: SealAct | null;
  readonly withdrawn: SealAct | null;
  readonly updatedAt: Date;
}

/** A seal holds while the company is verified and active. */
export const isSealed = ({ isVerified, isActive }: Pick<ListedProduction, 'isVerified' | 'isActive'>): boolean => isVerified && isActive;

/** Where a logo is served; `width` is one of the widths the file route gives. */
export const logoOf = ({ logoFile }: Pick<ListedProduction, 'logoFile'>, width?: 64 | 96 | 160 | 320): string | null =>
  logoFile === null ? null : `/static/uploads/${logoFile}${width ? `?w=${width}` : ''}`;
