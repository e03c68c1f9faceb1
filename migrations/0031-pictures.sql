-- What a picture looks like, so that a person is told of one they have already; pictures made together, and from which one.
alter table images.pictures
  -- Of the stored file.
  add column sha256 char(64),
  -- Nearly the same for pictures that look the same (capabilities/media, `fingerprintPicture`).
  add column fingerprint bit(64),
  -- Variations of one order; null for a picture that was ordered alone.
  add column batch_id uuid,
  add column parent_id bigint references images.pictures (id) on delete set null;

-- All that a comparison with the latest pictures of an account reads.
create index pictures_fingerprint on images.pictures (account_id, id desc) include (fingerprint) where fingerprint is not null;
create index pictures_batch on images.pictures (batch_id) where batch_id is not null;
create index pictures_parent on images.pictures (parent_id) where parent_id is not null;
