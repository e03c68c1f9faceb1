-- What was answered to a request that named a key, so that the same request again starts nothing twice.
create table kernel.repeatable_answers (
  account_id bigint not null references identity.accounts (id) on delete cascade,
  -- `POST /api/images/generate`: the same key may be used for something else elsewhere.
  route text not null,
  key text not null,
  -- SHA-256 of what was asked.
  fingerprint char(64) not null,
  -- Null only inside the transaction that does the work.
  answer jsonb,
  expires_at timestamptz not null,
  primary key (account_id, route, key)
);
create index repeatable_answers_expiry on kernel.repeatable_answers (expires_at);
