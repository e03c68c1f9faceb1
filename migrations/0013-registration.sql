-- Registrations under way: what a person typed and sent so far, until they finish or give up.
create table talent.registration_drafts (
  id uuid primary key,
  -- Whose it is: the name of a browser (`guest:…`).
  owner text not null,
  -- The step the person is to answer next.
  step text not null check (step in ('account', 'origins', 'profession', 'files', 'review')),
  -- A Fernet token: the answers, and the hash of the password. The password itself is never kept.
  data_encrypted text not null,
  -- Names of files in `kernel.files`, folder `drafts`.
  photo_file text,
  cv_file text,
  -- Set when it became a person: a second sending of the last step finds the same account instead of making another.
  account_id bigint references identity.accounts (id) on delete cascade,
  completed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  check ((account_id is null) = (completed_at is null))
);
-- A browser fills in one registration at a time.
create unique index registration_drafts_open on talent.registration_drafts (owner) where completed_at is null;
create index registration_drafts_expiry on talent.registration_drafts (expires_at);
create index registration_drafts_account on talent.registration_drafts (account_id) where account_id is not null;
