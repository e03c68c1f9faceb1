-- What a film and a picture were made for: 'cinema.project:12'. Its posts and publications carry it through them.
alter table video.projects add column origin text;
create index projects_origin on video.projects (origin) where origin is not null;
alter table images.pictures add column origin text;
create index pictures_origin on images.pictures (origin) where origin is not null;
