-- Pictures are bought through the same log of calls (purpose `image`). One that is made outside after the answer is remembered here
-- from the moment before it is asked for, so that a restarted order fetches it and does not buy another. Rows live for some hours.
create table generation.image_purchases (
  -- SHA-256 of the order and its key: nothing of what was asked can be read from it.
  order_digest char(64) not null,
  provider varchar(40) not null,
  call_id bigint not null references generation.calls (id) on delete cascade,
  -- Null from the moment before the request until its answer: then it is looked for among the latest of the account.
  prediction_id varchar(120),
  created_at timestamptz not null,
  primary key (order_digest, provider)
);
create index image_purchases_call_id on generation.image_purchases (call_id);
create index image_purchases_created_at on generation.image_purchases (created_at);
