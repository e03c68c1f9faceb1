-- Finding people of the CINEMA module: indexes for SQL, and the feed that keeps the indexes in memory in step.

-- What most searches begin with, in a tenth of the table: counts read it alone.
create index cinema_talents_plain on talent.cinema_talents (gender, country_id, date_of_birth)
  include (city_id, height, years_of_experience, is_public, is_active);
create index cinema_talents_text on talent.cinema_talents using gin (search_text gin_trgm_ops);
create index cinema_talents_types on talent.cinema_talents using gin (talent_types);
create index cinema_talents_ethnicities on talent.cinema_talents using gin (ethnicities);
create index cinema_talents_languages on talent.cinema_talents using gin (languages);
create index cinema_talents_skills on talent.cinema_talents using gin (other_talents);
create index cinema_talents_aliases on talent.cinema_talents using gin (code_aliases);
create index cinema_talents_country on talent.cinema_talents (country_id, city_id);
create index cinema_talents_city on talent.cinema_talents (city_id);
-- Looks that few people have; of the common ones nobody would read an index.
create index cinema_talents_eyes on talent.cinema_talents (eye_color);
create index cinema_talents_hair on talent.cinema_talents (hair_color, hair_type);
create index cinema_talents_skin on talent.cinema_talents (skin_tone, build);
-- In the orders that lists offer.
create index cinema_talents_born on talent.cinema_talents (date_of_birth, id);
create index cinema_talents_tallest on talent.cinema_talents (height desc nulls last, id desc);
create index cinema_talents_seasoned on talent.cinema_talents (years_of_experience desc nulls last, id desc);
create index cinema_talents_name on talent.cinema_talents (search_text collate "C");

-- Who changed, one line a statement. A reader keeps in mind the oldest transaction that was still open when it read
-- (pg_snapshot_xmin) and next time asks for every line from that transaction on: a transaction that commits late is never missed,
-- whatever its number. Lines that it has seen before do no harm, people are read anew.
create table talent.cinema_changes (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  -- Null: more people than are worth naming, everybody is to be read again.
  ids bigint[],
  changed_at timestamptz not null default now()
);
create index cinema_changes_xid on talent.cinema_changes (xid);
create index cinema_changes_age on talent.cinema_changes (changed_at);

-- The feed has forgotten lines of transactions up to this one: whoever read last before it has missed something.
create table talent.cinema_feed (
  forgotten bigint not null
);
insert into talent.cinema_feed values (0);

create function talent.note_cinema_change() returns trigger language plpgsql as $$
declare
  changed bigint[];
begin
  if tg_op = 'DELETE' then
    changed := array(select id from gone limit 10001);
  elsif tg_op in ('INSERT', 'UPDATE') then
    changed := array(select id from come limit 10001);
  end if;
  if cardinality(changed) = 0 then
    return null;
  end if;
  insert into talent.cinema_changes (ids) values (case when cardinality(changed) <= 10000 then changed end);
  -- The same words twice in one transaction are said once.
  perform pg_notify('talent_cinema_changed', '');
  return null;
end $$;

create trigger cinema_talents_inserted after insert on talent.cinema_talents
  referencing new table as come for each statement execute function talent.note_cinema_change();
-- The number of a person never changes.
create trigger cinema_talents_updated after update on talent.cinema_talents
  referencing new table as come for each statement execute function talent.note_cinema_change();
create trigger cinema_talents_deleted after delete on talent.cinema_talents
  referencing old table as gone for each statement execute function talent.note_cinema_change();
create trigger cinema_talents_emptied after truncate on talent.cinema_talents
  for each statement execute function talent.note_cinema_change();
