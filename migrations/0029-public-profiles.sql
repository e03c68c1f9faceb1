-- The list of public pages walks through the people who agreed to one, by number.
create index cinema_talents_shown on talent.cinema_talents (id) include (updated_at) where is_public and is_active;
