-- Named files, and uploads that survive a cut connection. Blobs themselves live in the storage (disk or S3).
create schema if not exists kernel;

create table kernel.files (
  name          text primary key check (name ~ '^[A-Za-z0-9_-]+(/[A-Za-z0-9._-]+)+$' and name !~ '\.\.'),
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes         bigint not null check (bytes >= 0),
  media_type    text not null,
  original_name text,
  created_at    timestamptz not null
);
create index files_sha256 on kernel.files (sha256);

create table kernel.uploads (
  id            text primary key,
  owner         text not null,
  purpose       text not null,
  length        bigint not null check (length > 0),
  received      bigint not null default 0 check (received between 0 and length),
  -- Pieces are bounded, so that nobody fills the table with rows of one byte.
  pieces        integer not null default 0,
  original_name text not null,
  declared_type text not null,
  metadata      text not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null
);
create index uploads_expires_at on kernel.uploads (expires_at);

-- Pieces in the order they came; at most a dozen megabytes an upload, gone when claimed or expired.
create table kernel.upload_chunks (
  upload_id text not null references kernel.uploads (id) on delete cascade,
  position  bigint not null,
  content   bytea not null,
  primary key (upload_id, position)
);
-- Photos and documents are compressed already: trying again costs time and saves nothing.
alter table kernel.upload_chunks alter column content set storage external;
