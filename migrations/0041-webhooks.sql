-- Telling other programs what happened, at their own address.
create schema if not exists webhooks;

create table webhooks.endpoints (
  id text primary key,
  product text not null check (product in ('images', 'video')),
  account_id bigint not null references identity.accounts (id) on delete cascade,
  url text not null,
  events text[] not null check (cardinality(events) > 0),
  secret_encrypted text not null,
  is_active boolean not null default true,
  -- Why we stopped by ourselves.
  disabled_reason text,
  -- Since when every try fails; null while the last one succeeded.
  failing_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index endpoints_account on webhooks.endpoints (account_id, product, created_at);

create table webhooks.events (
  id uuid primary key,
  product text not null,
  account_id bigint not null references identity.accounts (id) on delete cascade,
  event text not null,
  data jsonb not null,
  created_at timestamptz not null
);
create index events_age on webhooks.events (created_at);

-- One event for one endpoint.
create table webhooks.deliveries (
  id uuid primary key,
  endpoint_id text not null references webhooks.endpoints (id) on delete cascade,
  event_id uuid not null references webhooks.events (id) on delete cascade,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  tries integer not null default 0,
  next_try_at timestamptz,
  http_status integer,
  detail text,
  created_at timestamptz not null,
  delivered_at timestamptz
);
create index deliveries_endpoint on webhooks.deliveries (endpoint_id, created_at desc, id);
create index deliveries_event on webhooks.deliveries (event_id);
