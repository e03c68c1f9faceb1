-- Telling people what happened while they looked elsewhere.
create schema if not exists notifications;

create table notifications.notices (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.accounts (id) on delete cascade,
  -- Declared by the room that tells it, with its words.
  kind text not null,
  -- What the words are completed with: texts, numbers, and texts in the three languages.
  said jsonb not null default '{}',
  -- A path of the site.
  href text not null check (href like '/%' and href not like '//%'),
  -- News of one group are one line until somebody reads it; null for news that stand alone.
  group_key text,
  -- How many news the line stands for.
  count integer not null default 1 check (count > 0),
  -- Of its latest news.
  created_at timestamptz not null,
  read_at timestamptz
);
create index notices_account on notifications.notices (account_id, created_at desc, id desc);
-- All that the bell reads.
create index notices_unread on notifications.notices (account_id, kind) where read_at is null;
-- Whoever tells of a group finds its line here. Not unique: two transactions that tell of one group do not wait for each other.
create index notices_group on notifications.notices (account_id, kind, group_key) where read_at is null and group_key is not null;
create index notices_age on notifications.notices (created_at);

-- Kinds that a person does not want to be told of.
create table notifications.silenced (
  account_id bigint not null references identity.accounts (id) on delete cascade,
  kind text not null,
  primary key (account_id, kind)
);

-- Lists of first steps on the first page that a person has put away.
create table talent.first_steps_hidden (
  account_id bigint not null references identity.accounts (id) on delete cascade,
  list text not null check (list in ('profile', 'casting', 'studio')),
  primary key (account_id, list)
);
