-- Forms that a browser may send again because their answer was lost: each is done once.
create table kernel.sent_forms (
  -- `account:7` or `guest:…`: nobody repeats what somebody else sent.
  owner text not null,
  once text not null check (once ~ '^[0-9a-f-]{36}$'),
  route text not null,
  started_at timestamptz not null,
  -- Null while it is being done, and for ever when the process died in between.
  answered_at timestamptz,
  -- Where the reader was sent afterwards; null when a page was the answer.
  location text,
  primary key (owner, once)
);
create index sent_forms_started on kernel.sent_forms (started_at);
