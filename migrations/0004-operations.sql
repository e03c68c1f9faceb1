-- What running the studio needs: who did what, what looked wrong, how often somebody asked, what is told live.
create schema if not exists kernel;

create table kernel.activity_logs (
  id bigint generated always as identity primary key,
  user_id bigint references identity.accounts (id) on delete set null,
  -- Name, e-mail and code as they were at the time: they stay when the account changes or goes.
  username varchar(200),
  user_email varchar(150),
  user_code varchar(50),
  action_type varchar(50) not null,
  action_category varchar(50) not null,
  action_description text not null,
  resource_type varchar(100),
  resource_id varchar(100),
  status varchar(20) not null check (status in ('success', 'error', 'warning')),
  ip_address varchar(45),
  user_agent text,
  browser varchar(50),
  browser_version varchar(20),
  device_type varchar(20),
  device_brand varchar(50),
  device_model varchar(50),
  operating_system varchar(50),
  os_version varchar(20),
  request_method varchar(10),
  -- Without secrets: tokens and passwords in the address are masked before they are written.
  request_url text,
  request_referrer text,
  created_at timestamptz not null
);
create index activity_logs_time on kernel.activity_logs (created_at desc, id desc);
create index activity_logs_user on kernel.activity_logs (user_id, created_at desc);
create index activity_logs_category on kernel.activity_logs (action_category, created_at desc);
create index activity_logs_resource on kernel.activity_logs (resource_type, resource_id) where resource_id is not null;

create table kernel.security_logs (
  id bigint generated always as identity primary key,
  -- No foreign key: the trace of an attack outlives the account.
  user_id bigint,
  event_type varchar(50) not null,
  ip_address varchar(45),
  user_agent text,
  -- A JSON object, or null.
  details text check (jsonb_typeof(details::jsonb) = 'object'),
  severity varchar(20) not null check (severity in ('low', 'medium', 'high', 'critical')),
  created_at timestamptz not null
);
create index security_logs_time on kernel.security_logs (created_at desc, id desc);
create index security_logs_event on kernel.security_logs (event_type, created_at desc);
create index security_logs_user on kernel.security_logs (user_id, created_at desc) where user_id is not null;

-- Unlogged: a crash may forget the counts of the current windows, and every request is spared the disk.
create unlogged table kernel.rate_limits (
  rule text not null,
  key text not null,
  used bigint not null,
  -- What the last take was given; 0 when it was refused.
  granted bigint not null,
  resets_at timestamptz not null,
  primary key (rule, key)
) with (fillfactor = 70);
create index rate_limits_expiry on kernel.rate_limits (resets_at);

-- Live messages too large for NOTIFY (8000 bytes); listeners fetch them, and they are swept after minutes.
create unlogged table kernel.live_messages (
  id bigint generated always as identity primary key,
  body text not null,
  created_at timestamptz not null default now()
);
create index live_messages_time on kernel.live_messages (created_at);
