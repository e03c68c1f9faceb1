-- The audit can only grow: what is written is sealed, and each seal stands on the one before it.
create table kernel.audit_seals (
  log text not null check (log in ('activity', 'security')),
  number bigint not null,
  first_id bigint not null,
  last_id bigint not null,
  -- Rows between the two that were there when they were sealed.
  rows integer not null,
  -- SHA-256 of what they say (kernel/audit-seals.ts).
  digest char(64) not null,
  -- Signed with the secret of the studio: number, borders, digest and the seal before.
  seal text not null,
  sealed_at timestamptz not null,
  -- When the rows were removed because they were kept long enough; the seal stays.
  removed_at timestamptz,
  primary key (log, number)
);

create function kernel.refuse_audit_change() returns trigger language plpgsql as $$
begin
  -- An account that goes takes its number with it, and nothing else.
  if tg_op = 'UPDATE' and tg_table_name = 'activity_logs' and new.user_id is null
    and to_jsonb(new) - 'user_id' = to_jsonb(old) - 'user_id' then
    return new;
  end if;
  if tg_op = 'DELETE' and current_setting('atelier.audit_kept_long_enough', true) = 'yes' then
    return old;
  end if;
  raise exception 'the audit can only grow' using errcode = 'restrict_violation';
end
$$;
create trigger activity_logs_grow before update or delete on kernel.activity_logs
  for each row execute function kernel.refuse_audit_change();
create trigger security_logs_grow before update or delete on kernel.security_logs
  for each row execute function kernel.refuse_audit_change();
create trigger activity_logs_stay before truncate on kernel.activity_logs execute function kernel.refuse_audit_change();
create trigger security_logs_stay before truncate on kernel.security_logs execute function kernel.refuse_audit_change();

create index activity_logs_type on kernel.activity_logs (action_type, created_at desc);
create index activity_logs_trouble on kernel.activity_logs (status, created_at desc) where status <> 'success';
create index security_logs_severity on kernel.security_logs (severity, created_at desc);
