-- The name by which people are ordered, folded once when it is written: a page far behind would fold every name ahead of it.
drop index talent.members_order_name;
alter table talent.members
  add column name_order text collate "C" not null generated always as (talent.fold(last_name || ' ' || first_name)) stored;
create index members_order_name on talent.members (name_order, account_id);
