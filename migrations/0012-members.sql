-- The people of the talent platform (`users` of the documents). One row here hangs on one account.
create schema if not exists talent;

-- What lists filter and show. Kept narrow: nothing encrypted, no long text, so that a list never touches them.
create table talent.members (
  account_id bigint primary key references identity.accounts (id) on delete cascade,
  unique_code text not null unique,
  -- Copies of the account, written only by the triggers below.
  email text not null,
  first_name text not null,
  last_name text not null,
  role text not null,
  account_active boolean not null,
  date_of_birth date,
  gender text not null check (gender in ('M', 'F', 'N')),
  -- Country of origin (it gives the code its letters and its number), and where the person says to be.
  country_id integer not null references talent.countries (id),
  city_id integer references talent.cities (id),
  residence_country_id integer references talent.countries (id),
  residence_city_id integer references talent.cities (id),
  availability text check (availability in ('disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel')),
  work_time text check (work_time in ('Temps plein', 'Temps partiel', 'Flexible')),
  work_mode text check (work_mode in ('sur_site', 'a_distance', 'hybride', 'flexible')),
  years_experience smallint check (years_experience between 0 and 70),
  portfolio_url text,
  photo_file text,
  cv_file text,
  qr_file text,
  profile_score smallint not null default 0 check (profile_score between 0 and 100),
  -- The person agreed to a public, contact-free profile.
  is_public boolean not null default false,
  -- Codes the person had elsewhere (imports); they are found and open the profile.
  code_aliases text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  has_cv boolean not null generated always as (cv_file is not null) stored,
  has_portfolio boolean not null generated always as (portfolio_url is not null) stored,
  search_text text not null
    generated always as (talent.fold(first_name || ' ' || last_name || ' ' || email || ' ' || unique_code)) stored
);

-- Counts read one of these indexes alone, whatever the filters: the first when a country is named.
create index members_filters on talent.members
  (country_id, city_id, gender, availability, work_time, work_mode, has_cv, has_portfolio, account_id);
create index members_offers on talent.members
  (availability, work_mode, gender, work_time, has_cv, has_portfolio, account_id);
create index members_city on talent.members (city_id, gender, availability, account_id);
create index members_search on talent.members using gin (search_text gin_trgm_ops);
create index members_aliases on talent.members using gin (code_aliases);
create unique index members_photo on talent.members (photo_file) where photo_file is not null;
create unique index members_cv on talent.members (cv_file) where cv_file is not null;

-- What only a profile shows. Everything named _encrypted is a Fernet token; the indexes are keyed hashes.
create table talent.member_details (
  account_id bigint primary key references talent.members (account_id) on delete cascade,
  phone_encrypted text,
  phone_index text,
  whatsapp_encrypted text,
  whatsapp_index text,
  address_encrypted text,
  linkedin_encrypted text,
  instagram_encrypted text,
  twitter_encrypted text,
  facebook_encrypted text,
  github_encrypted text,
  behance_encrypted text,
  dribbble_encrypted text,
  imdb_url_encrypted text,
  threads_encrypted text,
  nationality text,
  education text,
  languages text,
  rate_range text,
  bio text,
  website text,
  cv_analysis jsonb
);
create index member_details_phone on talent.member_details (phone_index) where phone_index is not null;
create index member_details_whatsapp on talent.member_details (whatsapp_index) where whatsapp_index is not null;

create table talent.member_talents (
  account_id bigint not null references talent.members (account_id) on delete cascade,
  talent_id integer not null references talent.talents (id),
  primary key (account_id, talent_id)
);
create index member_talents_talent on talent.member_talents (talent_id, account_id);

create trigger members_version after insert or update or delete or truncate on talent.members
  for each statement execute function talent.count_change(0);
create trigger member_talents_version after insert or update or delete or truncate on talent.member_talents
  for each statement execute function talent.count_change(0);

-- The account is the only source of e-mail, names, role and activity, whoever changes them: a member is stored
-- with what the account says, and follows it.
create function talent.copy_account() returns trigger language plpgsql as $$
begin
  select a.email, a.first_name, a.last_name, a.role, a.is_active
    into strict new.email, new.first_name, new.last_name, new.role, new.account_active
    from identity.account_cards a where a.id = new.account_id;
  return new;
end $$;
create trigger members_copy_account before insert on talent.members
  for each row execute function talent.copy_account();

create function talent.follow_account() returns trigger language plpgsql as $$
declare
  account record;
begin
  select a.email, a.first_name, a.last_name, a.role, a.is_active into strict account
    from identity.account_cards a where a.id = new.id;
  -- Asked first, because even an update of no row would count as a change of the lists.
  if exists (select from talent.members m where m.account_id = new.id
      and (m.email, m.first_name, m.last_name, m.role, m.account_active)
          is distinct from (account.email, account.first_name, account.last_name, account.role, account.is_active)) then
    update talent.members
       set email = account.email, first_name = account.first_name, last_name = account.last_name,
           role = account.role, account_active = account.is_active
     where account_id = new.id;
  end if;
  return null;
end $$;
create trigger accounts_followed_by_members after update of email, first_name, last_name, role, is_active on identity.accounts
  for each row execute function talent.follow_account();
