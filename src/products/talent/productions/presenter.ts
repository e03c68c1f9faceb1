/** Productions as each dialect writes them; the contract of the dialect lets out what it names. */
import { type Dialect, wireDate } from '../dialect.ts';
import { type ListedProduction, logoOf, type Production } from './production.ts';

export const presentRow = (production: ListedProduction, dialect: Dialect) => ({
  id: production.id,
  name: production.name,
  logo_url: logoOf(production),
  description: production.description,
  specialization: production.specialization,
  country: production.country?.name ?? null,
  city: production.city,
  founded_year: production.foundedYear,
  ceo: production.ceo,
  employees_count: production.employeesCount,
  productions_count: production.productionsCount,
  is_verified: production.isVerified,
  is_active: production.isActive,
  email: production.email,
  phone: production.phone,
  website: production.website,
  contact: { email: production.email, phone: production.phone, website: production.website },
  social_media: { facebook: production.facebook, instagram: production.instagram },
  created_at: wireDate(production.createdAt, dialect),
});

export const presentProduction = (production: Production, dialect: Dialect) => ({
  ...presentRow(production, dialect),
  address: production.address,
  postal_code: production.postalCode,
  notable_productions: production.notableProductions,
  services: production.services,
  equipment: production.equipment,
  studios: production.studios,
  certifications: production.certifications,
  memberships: production.memberships,
  awards: production.awards,
  active_projects_count: production.activeProjects,
  total_projects_count: production.totalProjects,
});
