-- What was read in CVs. The file itself is in kernel.files; how it is judged is `cv_analysis` of member_details.

-- The row is that of the present file: another file, or none, takes it away.
create table talent.cv_texts (
  account_id bigint primary key references talent.members (account_id) on delete cascade,
  cv_file text not null,
  -- In the order of reading, without e-mail addresses, phone numbers and links: what matching reads.
  text text not null check (char_length(text) <= 20000),
  quality text not null check (quality in ('good', 'poor', 'none')),
  pages integer not null,
  -- There was more than is kept.
  truncated boolean not null,
  -- Facts for the person to confirm: skills, years, languages, what they say of themselves.
  findings jsonb not null,
  -- Ways to reach the person that the CV gives, for them alone: a Fernet token.
  contacts_encrypted text not null,
  read_at timestamptz not null
);

call talent.feed_changes('talent.cv_texts', 'member_changes', 'account_id');

create function talent.forget_cv_text() returns trigger language plpgsql as $$
begin
  delete from talent.cv_texts where account_id = new.account_id and cv_file is distinct from new.cv_file;
  return null;
end $$;
create trigger members_cv_changed after update of cv_file on talent.members
  for each row when (old.cv_file is distinct from new.cv_file) execute function talent.forget_cv_text();
