-- What came from an installation of the former application (decision 0045): which row there became which row here.

create table talent.flask_imports (
  -- The name of the installation it came from.
  source text not null,
  -- A table there; with a point and a column, a file that hung on the row (`users.photo_filename`).
  old_table text not null,
  old_id bigint not null,
  -- Null: it has no number here (a setting, a file).
  new_id bigint,
  -- `matched`: it was here already (a country, a talent of the catalogue).
  how text not null check (how in ('created', 'matched')),
  -- Keyed hash of the row as it was there: a second run knows what changed since, and the row cannot be read from it.
  fingerprint text not null,
  imported_at timestamptz not null,
  primary key (source, old_table, old_id)
);

-- Logs are many and only grow: how far each was brought.
create table talent.flask_marks (
  source text not null,
  old_table text not null,
  last_id bigint not null,
  primary key (source, old_table)
);
