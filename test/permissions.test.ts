/**
 * The permission matrix: every route of every door, who may come in, and what each role is answered. A route that is not in
 * this table fails the test, and so does a line without its route. Rules about one's own and other people's things are at the end.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#kernel/http/access.ts';
import { type RouteEntry, routesOf } from '#kernel/http/door.ts';
import { type Atelier, type Caller, startAtelier } from './support.ts';

const SITE = `
GET    /healthz                                   public
GET    /readyz                                    public
GET    /metrics                                   public
GET    /openapi.json                              public
GET    /docs                                      public
GET    /docs/:name                                public
GET    /docs/:name/:tag                           public
GET    /docs/guides                               public
GET    /docs/guides/:guide                        public
GET    /help                                      public
GET    /help/:topic                               public
GET    /help/pictures/:language/:file             public
GET    /assets/*                                  public
GET    /favicon.svg                               public
GET    /favicon.ico                               public
GET    /apple-touch-icon.png                      public
GET    /robots.txt                                public
GET    /manifest.webmanifest                      public
GET    /sw.js                                     public
GET    /offline                                   public
GET    /offline/fr                                public
GET    /offline/en                                public
GET    /offline/ar                                public
GET    /preferences                               public
POST   /uploads                                   public
OPTIONS /uploads                                  public
POST   /uploads/:id                               public
PATCH  /uploads/:id                               public
DELETE /uploads/:id                               public
OPTIONS /uploads/:id                              public
GET    /static/uploads/photos/:file               public
GET    /static/uploads/cvs/:file                  public
GET    /static/uploads/qrcodes/:file              public

POST   /api/v1/auth/login                         public
POST   /api/v1/auth/refresh                       public
POST   /api/v1/auth/register                      public
GET    /api/v1/auth/me                            public
POST   /api/v1/auth/logout                        signed-in
GET    /api/v1/talents                            public
GET    /api/v1/talents/:talent_id                 public
GET    /api/v1/talents/:talent_id/users           signed-in
GET    /api/v1/countries                          public
GET    /api/v1/cities                             public
GET    /api/countries                             public
GET    /api/cities/:country_id                    public
GET    /api/talents                               public
GET    /api/v1/users                              casting
GET    /api/v1/users/:user_id                     signed-in
GET    /api/v1/users/code/:unique_code            signed-in
PUT    /api/v1/users/:user_id                     signed-in
DELETE /api/v1/users/:user_id                     admin
POST   /api/v1/users/:user_id/toggle-active       admin

GET    /auth/login                                public
POST   /auth/login                                public
GET    /auth/login/code                           public
POST   /auth/login/code                           public
GET    /auth/logout                               public
POST   /auth/logout                               public
GET    /auth/register                             public
POST   /auth/register                             public
GET    /auth/register/photo                       public
GET    /auth/register/done                        signed-in
GET    /setup/:token                              public
POST   /setup/:token                              public
POST   /first-steps/hide                          signed-in
POST   /first-steps/show                          signed-in
GET    /notifications                             signed-in
POST   /notifications/read                        signed-in
POST   /notifications/:id/read                    signed-in
POST   /notifications/:id/unread                  signed-in
GET    /notifications/preferences                 signed-in
POST   /notifications/preferences                 signed-in
GET    /api/notifications                         signed-in
POST   /api/notifications/read                    signed-in
POST   /api/notifications/:id/read                signed-in
GET    /account/password                          signed-in
POST   /account/password                          signed-in
GET    /account/privacy                           signed-in
POST   /account/privacy/export                    signed-in
GET    /account/privacy/delete                    signed-in
POST   /account/privacy/delete                    signed-in
POST   /account/privacy/delete/withdraw           signed-in
GET    /admin/privacy                             admin
GET    /account/security                          signed-in
POST   /account/security/password                 signed-in
POST   /account/security/sessions/end             signed-in
POST   /account/security/sessions/end-others      signed-in
POST   /account/security/keys                     signed-in
GET    /account/security/keys/:id/revoke          signed-in
POST   /account/security/keys/:id/revoke          signed-in
GET    /account/security/two-step                 signed-in
POST   /account/security/two-step/start           signed-in
POST   /account/security/two-step/confirm         signed-in
POST   /account/security/two-step/codes           signed-in
POST   /account/security/two-step/stop            signed-in
GET    /profile/dashboard                         signed-in
GET    /profile/edit                              signed-in
POST   /profile/edit                              signed-in
POST   /profile/settings                          signed-in
GET    /profile/view/:code                        signed-in
GET    /profile/card/:file                        signed-in
POST   /profile/upload-photo                      signed-in
POST   /profile/upload-cv                         signed-in

GET    /                                          signed-in
GET    /dashboard                                 signed-in
GET    /welcome                                   public
GET    /welcome/card.png                          public
GET    /welcome/pictures/:file                    public
GET    /sitemap.xml                               public
GET    /sitemaps/:file                            public
GET    /castings                                  public
GET    /castings/card.png                         public
GET    /castings/:slug                            public
GET    /castings/:slug/card.png                   public
GET    /castings/:slug/report                     public
POST   /castings/:slug/report                     public
GET    /castings/:slug/apply                      public
POST   /castings/:slug/apply                      public
POST   /castings/:slug/withdraw                   public
GET    /applications/:token                       public
POST   /applications/:token/withdraw              public
GET    /productions                               public
GET    /productions/:slug                         public
GET    /productions/:slug/card.png                public
GET    /cinema/castings                           casting
GET    /cinema/castings/new                       casting
POST   /cinema/castings/new                       casting
GET    /cinema/castings/:id                       casting
GET    /cinema/castings/:id/edit                  casting
POST   /cinema/castings/:id/edit                  casting
GET    /cinema/castings/:id/publish               casting
POST   /cinema/castings/:id/publish               casting
POST   /cinema/castings/:id/close                 casting
GET    /cinema/projects/:id/applications          casting
POST   /cinema/applications/:id                   casting
GET    /cinema/applications/:id/refuse            casting
POST   /cinema/applications/:id/refuse            casting
GET    /about                                     public
GET    /legal/terms                               public
GET    /legal/privacy                             public
GET    /legal/cookies                             public
GET    /legal/mentions                            public
GET    /talents                                   signed-in
GET    /admin/users                               admin
GET    /admin/user/:id/edit                       admin
POST   /admin/user/:id/edit                       admin
GET    /admin/user/:id/toggle-active              admin
POST   /admin/user/:id/toggle-active              admin
GET    /admin/user/:id/password                   admin
POST   /admin/user/:id/password                   admin
GET    /admin/user/:id/delete                     admin
POST   /admin/user/:id/delete                     admin
GET    /admin/talent/create                       admin
POST   /admin/talent/create                       admin

GET    /api/v1/cinema/talents                             public
GET    /api/v1/cinema/talents/:talent_id                  public
GET    /api/v1/cinema/talents/code/:unique_code           public
GET    /api/v1/cinema/talents/:talent_id/pdf              signed-in
GET    /api/v1/cinema/options                             public
GET    /api/v1/cinema/productions                         public
GET    /api/v1/cinema/productions/:production_id          public
GET    /api/v1/cinema/projects                            public
GET    /api/v1/cinema/projects/:project_id                public
POST   /api/v1/presence/record                            presence
POST   /api/v1/presence/check-in-all/:project_id          presence
POST   /api/v1/presence/check-out-all/:project_id         presence
GET    /api/v1/presence/history/:cinema_talent_code       presence
GET    /api/v1/presence/export/:project_id                presence
GET    /api/v1/stats/overview                             admin
GET    /api/v1/stats/users                                admin
GET    /api/v1/stats/talents                              admin
GET    /api/v1/stats/cinema                               signed-in
GET    /api/v1/cinema/stats                               signed-in
GET    /api/v1/export/users/excel                         admin
GET    /api/v1/export/cinema/excel                        casting
GET    /api/v1/exports/users/excel                        admin
GET    /api/v1/exports/cinema/excel                       casting
GET    /api/v1/export/users/csv                           admin
GET    /api/v1/export/cinema/csv                          casting
GET    /api/v1/exports/users/csv                          admin
GET    /api/v1/exports/cinema/csv                         casting

GET    /static/uploads/cinema/:file                       public
GET    /static/uploads/cinema_photos/:file                public
GET    /static/uploads/logos/:file                        public
GET    /static/uploads/site/:file                 public

GET    /cinema/register                                   public
POST   /cinema/register                                   public
GET    /cinema/register/done                              public
GET    /cinema/register/photos/:file                      public
GET    /cinema/register/done/card.pdf                     public
GET    /cinema/talents/new                                admin
POST   /cinema/talents/new                                admin
GET    /cinema/talents/new/done                           admin
GET    /cinema/talents/new/photos/:file                   admin
GET    /cinema/talents/new/done/card.pdf                  admin
GET    /cinema/profile/:code                              public
GET    /cinema/profile/:code/card.png                     public
GET    /cinema/profile/:code/pdf                          public
GET    /cinema/profile/:code/card.pdf                     public
POST   /cinema/talent/:id/document                        admin
GET    /cinema/talent/:id/edit                            signed-in
POST   /cinema/talent/:id/edit                            signed-in
POST   /cinema/talent/:id/photos                          signed-in
GET    /cinema/talent/:id/delete                          admin
POST   /cinema/talent/:id/delete                          admin
GET    /cinema/talents                                    signed-in
GET    /cinema/talents/compare                            signed-in
GET    /cinema/productions                                signed-in
GET    /cinema/productions/new                            admin
POST   /cinema/productions/new                            admin
GET    /cinema/productions/:id                            signed-in
GET    /cinema/productions/:id/edit                       admin
POST   /cinema/productions/:id/edit                       admin
GET    /cinema/productions/:id/delete                     admin
POST   /cinema/productions/:id/delete                     admin
GET    /cinema/productions/:id/verify                     admin
POST   /cinema/productions/:id/verify                     admin
GET    /cinema/productions/:id/unverify                   admin
POST   /cinema/productions/:id/unverify                   admin
GET    /cinema/projects                                   signed-in
GET    /cinema/projects/new                               admin
POST   /cinema/projects/new                               admin
GET    /cinema/projects/:id/edit                          admin
POST   /cinema/projects/:id/edit                          admin
GET    /cinema/projects/:id                               signed-in
GET    /cinema/projects/:id/assign-talent                 admin
POST   /cinema/projects/:id/assign-talent                 admin
GET    /cinema/projects/:id/bookings/:pt_id               admin
POST   /cinema/projects/:id/bookings/:pt_id               admin
POST   /cinema/projects/:id/bookings/:pt_id/role          admin
GET    /cinema/projects/:id/remove-talent/:pt_id          admin
POST   /cinema/projects/:id/remove-talent/:pt_id          admin
POST   /cinema/projects/:id/status                        admin
GET    /cinema/projects/:id/delete                        admin
POST   /cinema/projects/:id/delete                        admin
GET    /cinema/projects/:id/send-selection-emails         admin
POST   /cinema/projects/:id/send-selection-emails         admin
GET    /cinema/talent/:id/availability                    signed-in
POST   /cinema/talent/:id/availability                    signed-in
POST   /cinema/talent/:id/availability/day                signed-in
POST   /cinema/talent/:id/availability/:absence/remove    signed-in
GET    /cinema/badge/:seed                                public
GET    /cinema/projects/talent/:pt_id/generate-badge      admin
GET    /cinema/projects/:id/badges                        admin
GET    /cinema/projects/talent/:pt_id/revoke-badge        admin
POST   /cinema/projects/talent/:pt_id/revoke-badge        admin
GET    /cinema/dashboard                                  signed-in
GET    /cinema/stats                                      signed-in

POST   /casting/marks                                     casting
GET    /search                                            signed-in
GET    /search/hits                                       signed-in
POST   /lists/:list/views                                 signed-in
POST   /lists/:list/table                                 signed-in
POST   /lists/:list/acts                                  signed-in
POST   /lists/acts/:id/undo                               signed-in
GET    /views/:id                                         signed-in
POST   /views/:id                                         signed-in
POST   /views/:id/first                                   signed-in
POST   /views/:id/delete                                  signed-in
POST   /views/:id/restore                                 signed-in
GET    /casting/shortlists                                casting
POST   /casting/shortlists                                casting
GET    /casting/shortlists/add                            casting
POST   /casting/shortlists/add                            casting
GET    /casting/shortlists/:id                            casting
POST   /casting/shortlists/:id/people                     casting
GET    /casting/shortlists/:id/edit                       casting
POST   /casting/shortlists/:id/edit                       casting
GET    /casting/shortlists/:id/delete                     casting
POST   /casting/shortlists/:id/delete                     casting
POST   /casting/shortlists/:id/links                      casting
GET    /casting/shortlists/:id/links/:link/revoke         casting
POST   /casting/shortlists/:id/links/:link/revoke         casting

GET    /share/shortlist/:token                            public
POST   /share/shortlist/:token/answer                     public
GET    /share/shortlist/:token/photo/:talent              public

GET    /verify/:token                                     public
GET    /verify/:token/qr.svg                              public

GET    /presence/:project/roster                          presence
GET    /presence/:project/state                           presence
POST   /presence/:project/sync                            presence
GET    /presence                                          presence
GET    /presence/:project                                 presence
GET    /presence/history/:code                            presence
POST   /presence/:project/mark                            presence
POST   /presence/:project/everybody                       presence
POST   /presence/:project/undo                            presence
GET    /presence/:project/face/:talent                    presence
GET    /presence/:project/stays/:stay                     presence
POST   /presence/:project/stays/:stay                     presence
POST   /presence/:project/stays/:stay/cancel              presence
GET    /presence/:project/scan                            presence
POST   /presence/:project/record                          presence
GET    /presence/:project/scan.webmanifest                public
GET    /presence/worker.js                                public

GET    /admin/export/excel                                admin
GET    /admin/export/csv                                  admin
GET    /admin/export/pdf                                  admin

GET    /admin/settings                            admin
POST   /admin/settings                            admin
GET    /admin/settings/history                    admin
GET    /admin/settings/customization              admin
POST   /admin/settings/customization/save-footer          admin
POST   /admin/settings/customization/save-social-links    admin
POST   /admin/settings/customization/save-logo-images     admin
POST   /admin/settings/customization/save-legal-pages     admin
GET    /admin/settings/customization/legal/:page          admin
POST   /admin/settings/customization/legal/:page          admin
GET    /admin/settings/ai                         admin
POST   /admin/settings/ai                         admin
POST   /admin/settings/ai/openrouter/models       admin
POST   /admin/settings/ai/openai/models           admin
POST   /admin/settings/ai/:provider/key           admin
POST   /admin/settings/ai/:provider/test          admin
GET    /admin/settings/ai/:provider/remove        admin
POST   /admin/settings/ai/:provider/remove        admin
POST   /admin/analyze-cv/:id                      admin
POST   /admin/user/:id/analyze-cv                 admin
GET    /profile/cv                                signed-in
POST   /profile/cv                                signed-in
POST   /profile/cv/read                           signed-in
GET    /admin/settings/activity-logs                                    admin
GET    /admin/settings/activity-logs/security                           admin
GET    /admin/settings/activity-logs/statistics                         admin
GET    /admin/settings/activity-logs/:id                                admin
GET    /admin/settings/activity-logs/export/csv                         admin
GET    /admin/settings/activity-logs/export/excel                       admin
POST   /admin/settings/activity-logs/retention                          admin
POST   /admin/settings/activity-logs/verify                             admin
GET    /admin/backup                              admin
POST   /admin/backup/create                       admin
POST   /admin/backup/schedule                     admin
GET    /admin/backup/files/:name                  admin
GET    /admin/backup/files/:name/delete           admin
POST   /admin/backup/files/:name/delete           admin
GET    /admin/backup/restore                      admin
POST   /admin/backup/restore                      admin
GET    /admin/update                              admin
POST   /admin/update                              admin
GET    /admin/diagnostics                         admin
GET    /admin/diagnostics/orphans                 admin
POST   /admin/diagnostics/orphans                 admin
GET    /admin/settings/email-notifications                              admin
POST   /admin/settings/email-notifications/templates/:template          admin
POST   /admin/settings/email-notifications/sending                      admin
POST   /admin/settings/email-notifications/test                         admin
GET    /admin/settings/email-notifications/:id/view                     admin
GET    /admin/settings/email-notifications/:id/content                  admin
GET    /admin/settings/email-notifications/:id/send-again               admin
POST   /admin/settings/email-notifications/:id/send-again               admin
GET    /admin/settings/email-notifications/:id/mark-sent                admin
POST   /admin/settings/email-notifications/:id/mark-sent                admin
GET    /admin/settings/scheduler                                        admin
POST   /admin/settings/scheduler/weekly-recap                           admin
POST   /ai-search                                 casting
GET    /ai-search                                 casting
GET    /ai-search/:id                             casting
POST   /ai-search/:id/criteria                    casting
POST   /ai-search/:id/rerank                      casting
GET    /ai-search/:id/letters                     casting
POST   /ai-search/:id/letters                     casting
GET    /ai-search/:id/delete                      casting
POST   /ai-search/:id/delete                      casting
POST   /cinema/ai-search                          casting
GET    /cinema/ai-search                          casting
GET    /cinema/ai-search/:id                      casting
POST   /cinema/ai-search/:id/criteria             casting
POST   /cinema/ai-search/:id/rerank               casting
GET    /cinema/ai-search/:id/letters              casting
POST   /cinema/ai-search/:id/letters              casting
GET    /cinema/ai-search/:id/delete               casting
POST   /cinema/ai-search/:id/delete               casting
GET    /admin/names                               admin
GET    /admin/names/:id                           admin
POST   /admin/names/:id/verdict                   admin
GET    /admin/names/:id/merge                     admin
POST   /admin/names/:id/merge                     admin
GET    /admin/names/watch                         admin
POST   /admin/names/watch                         admin
GET    /admin/names/watch/:id                     admin
POST   /admin/names/watch/:id                     admin
GET    /admin/names/watch/:id/end                 admin
POST   /admin/names/watch/:id/end                 admin
POST   /admin/names/watch/:id/people/:match       admin
GET    /api/v1/movies/search                      public
GET    /admin/settings/ai/images                  admin
POST   /admin/settings/ai/images/order            admin
GET    /admin/settings/ai/images/:provider/remove admin
POST   /admin/settings/ai/images/:provider/remove admin
POST   /admin/settings/ai/images/:provider/key    admin
POST   /admin/settings/ai/images/:provider/model  admin
POST   /admin/settings/ai/images/:provider/test   admin
GET    /media/posts/:id/:file                     public
GET    /library                                    signed-in
GET    /library/:id                                signed-in
POST   /library/declare                            signed-in
GET    /library/:id/ask                            signed-in
POST   /library/:id/ask                            signed-in
GET    /library/:id/record                         signed-in
POST   /library/:id/record                         signed-in
GET    /library/mine                               signed-in
GET    /library/consents/:id/document              signed-in
GET    /library/consents/:id/withdraw              signed-in
POST   /library/consents/:id/withdraw              signed-in
GET    /consent/:token                             public
POST   /consent/:token                             public
GET    /consent/:token/picture                     public
GET    /consent/:token/withdraw                    public
POST   /consent/:token/withdraw                    public
GET    /cinema/projects/:id/promo                  casting
POST   /cinema/projects/:id/promo                  casting
POST   /cinema/projects/:id/promo/ask              casting
GET    /cinema/projects/:id/posts                  casting
POST   /cinema/projects/:id/posts                  casting
POST   /cinema/projects/:id/posts/images           casting
GET    /publications                              signed-in
POST   /publications/check                        signed-in
GET    /publications/connect/:platform            signed-in
GET    /publications/connect/:platform/callback   public
POST   /publications/connect/:platform/callback   public
GET    /publications/connections                  signed-in
POST   /publications/connections/:id/check        signed-in
GET    /publications/connections/:id/disconnect   signed-in
POST   /publications/connections/:id/disconnect   signed-in
GET    /publications/new                          signed-in
POST   /publications/new                          signed-in
GET    /publications/posts/:id                    signed-in
GET    /publications/posts/:id/cancel             signed-in
POST   /publications/posts/:id/cancel             signed-in
GET    /publications/posts/:id/edit               signed-in
POST   /publications/posts/:id/edit               signed-in
POST   /publications/posts/:id/move               signed-in
POST   /publications/posts/:id/publish            signed-in
POST   /publications/posts/:id/settle             signed-in
POST   /publications/posts/:id/sync               signed-in
GET    /publications/schedules                    signed-in
GET    /publications/schedules/:id                signed-in
POST   /publications/schedules/:id                signed-in
GET    /publications/schedules/:id/delete         signed-in
POST   /publications/schedules/:id/delete         signed-in
POST   /publications/schedules/:id/pause          signed-in
POST   /publications/schedules/:id/resume         signed-in
GET    /publications/schedules/new                signed-in
POST   /publications/schedules/new                signed-in
GET    /publications/statistics                   signed-in
GET    /publications/transfer                     signed-in
POST   /publications/transfer                     signed-in
GET    /publications/zone                         signed-in
POST   /publications/zone                         signed-in
GET    /studio                                    signed-in
POST   /studio                                    signed-in
GET    /studio/gallery                            signed-in
GET    /studio/images/:id                         signed-in
POST   /studio/images/:id/again                   signed-in
GET    /studio/images/:id/delete                  signed-in
POST   /studio/images/:id/delete                  signed-in
GET    /studio/images/:id/download                signed-in
POST   /studio/images/:id/judge                   signed-in
POST   /studio/images/:id/like                    signed-in
GET    /studio/review                             signed-in
POST   /studio/review                             signed-in
GET    /studio/statistics                         signed-in
GET    /studio/webhooks                           signed-in
POST   /studio/webhooks                           signed-in
GET    /studio/webhooks/:id                       signed-in
GET    /studio/webhooks/:id/delete                signed-in
POST   /studio/webhooks/:id/delete                signed-in
POST   /studio/webhooks/:id/deliveries/:delivery/again signed-in
POST   /studio/webhooks/:id/pause                 signed-in
POST   /studio/webhooks/:id/resume                signed-in
POST   /studio/webhooks/:id/test                  signed-in

GET    /films                                     signed-in
GET    /films/new                                 signed-in
POST   /films/new                                 signed-in
GET    /films/voices                              signed-in
GET    /films/renders                             signed-in
POST   /films/:id/script                          signed-in
GET    /films/:id                                 signed-in
POST   /films/:id/start                           signed-in
POST   /films/:id/cancel                          signed-in
POST   /films/:id/ratio                           signed-in
POST   /films/:id/scenes/:scene/picture           signed-in
GET    /films/:id/scenes/:scene                   signed-in
POST   /films/:id/scenes/:scene                   signed-in
POST   /films/:id/scenes/:scene/redo              signed-in
GET    /films/:id/publish                         signed-in
POST   /films/:id/publish                         signed-in
POST   /films/:id/publish/check                   signed-in
POST   /films/:id/publish/:publication/cancel     signed-in
POST   /films/:id/publish/:publication/settle     signed-in
GET    /films/:id/settings                        signed-in
POST   /films/:id/settings                        signed-in
GET    /films/:id/delete                          signed-in
POST   /films/:id/delete                          signed-in
GET    /films/:id/timeline                        signed-in
POST   /films/:id/timeline                        signed-in
GET    /films/webhooks                            signed-in
POST   /films/webhooks                            signed-in
GET    /films/webhooks/:id                        signed-in
POST   /films/webhooks/:id/pause                  signed-in
POST   /films/webhooks/:id/resume                 signed-in
POST   /films/webhooks/:id/test                   signed-in
POST   /films/webhooks/:id/deliveries/:delivery/again signed-in
GET    /films/webhooks/:id/delete                 signed-in
POST   /films/webhooks/:id/delete                 signed-in
`;

/** On the door of films, and on that of the site. */
const FILMS = `
POST   /api/v1/api-keys                           signed-in
GET    /api/v1/api-keys                           signed-in
DELETE /api/v1/api-keys/:id                       signed-in
POST   /api/v1/projects                           signed-in
GET    /api/v1/projects                           signed-in
GET    /api/v1/projects/:project_id               signed-in
PATCH  /api/v1/projects/:project_id               signed-in
DELETE /api/v1/projects/:project_id               signed-in
POST   /api/v1/projects/:project_id/start         signed-in
POST   /api/v1/projects/:project_id/estimate      signed-in
GET    /api/v1/projects/:project_id/status        signed-in
POST   /api/v1/projects/:project_id/cancel        signed-in
GET    /api/v1/projects/:project_id/script        signed-in
PUT    /api/v1/projects/:project_id/script        signed-in
PATCH  /api/v1/projects/:project_id/scenes/:scene_id signed-in
POST   /api/v1/assets/images/generate             signed-in
POST   /api/v1/assets/voice/generate              signed-in
POST   /api/v1/assets/music/generate              signed-in
POST   /api/v1/assets/videos/generate             signed-in
POST   /api/v1/assets/:asset_id/regenerate        signed-in
GET    /api/v1/assets                             signed-in
GET    /api/v1/assets/batches/:batch_id           signed-in
GET    /api/v1/assets/:asset_id                   signed-in
DELETE /api/v1/assets/:asset_id                   signed-in
POST   /api/v1/assets/upload                      signed-in
GET    /api/v1/assets/:asset_id/download          signed-in
GET    /api/v1/assets/:asset_id/thumbnail         signed-in
POST   /api/v1/videos/timeline                    signed-in
GET    /api/v1/videos/timeline/:timeline_id       signed-in
PUT    /api/v1/videos/timeline/:timeline_id       signed-in
DELETE /api/v1/videos/timeline/:timeline_id       signed-in
POST   /api/v1/videos/timeline/:timeline_id/reframe signed-in
GET    /api/v1/videos/timelines                   signed-in
POST   /api/v1/videos/render                      signed-in
GET    /api/v1/videos/render/:render_id/status    signed-in
POST   /api/v1/videos/render/:render_id/cancel    signed-in
GET    /api/v1/videos/renders                     signed-in
GET    /api/v1/videos                             signed-in
GET    /api/v1/videos/:video_id                   signed-in
DELETE /api/v1/videos/:video_id                   signed-in
GET    /api/v1/videos/:video_id/download          signed-in
GET    /api/v1/videos/:video_id/thumbnail         signed-in
GET    /api/v1/videos/:video_id/captions.srt      signed-in
GET    /api/v1/videos/:video_id/captions.vtt      signed-in
POST   /api/v1/publish                            signed-in
POST   /api/v1/publish/schedule                   signed-in
GET    /api/v1/publish                            signed-in
GET    /api/v1/publish/connections                signed-in
DELETE /api/v1/publish/connections/:id            signed-in
POST   /api/v1/publish/connect/:platform/ticket   signed-in
GET    /api/v1/publish/connect/:platform          public
GET    /api/v1/publish/:publish_id/status         signed-in
POST   /api/v1/publish/:publish_id/cancel         signed-in
POST   /api/v1/publish/:publish_id/settle         signed-in
GET    /api/v1/voices                             signed-in
GET    /api/v1/voices/:voice_id/preview           signed-in
POST   /api/v1/voices/:voice_id/preview           signed-in
POST   /api/v1/webhooks                           signed-in
GET    /api/v1/webhooks                           signed-in
GET    /api/v1/webhooks/:id                       signed-in
PATCH  /api/v1/webhooks/:id                       signed-in
DELETE /api/v1/webhooks/:id                       signed-in
POST   /api/v1/webhooks/:id/test                  signed-in
GET    /api/v1/webhooks/:id/deliveries            signed-in
POST   /api/v1/webhooks/:id/deliveries/:delivery/redeliver signed-in
GET    /ws                                        public
`;

/** On the door of films only: the site has its own, with the same answers. */
const FILMS_OWN = `
POST   /api/v1/auth/login                         public
POST   /api/v1/auth/refresh                       public
OPTIONS /uploads                                   public
OPTIONS /uploads/:id                               public
POST   /uploads                                   public
PATCH  /uploads/:id                               public
DELETE /uploads/:id                               public
POST   /uploads/:id                               public
`;

/** On the door of images, and on that of the site. */
const IMAGES = `
POST   /api/auth/register                         public
POST   /api/auth/login                            public
POST   /api/auth/token/refresh                    public
GET    /api/auth/me                               signed-in
GET    /api/auth/profile                          signed-in
PATCH  /api/auth/profile                          signed-in
POST   /api/auth/change-password                  signed-in
POST   /api/images/generate                       signed-in
GET    /api/images                                signed-in
GET    /api/images/statistics                     signed-in
GET    /api/images/history                        signed-in
GET    /api/images/tags                           signed-in
GET    /api/images/:id                            signed-in
PATCH  /api/images/:id/validate                   signed-in
DELETE /api/images/:id                            signed-in
GET    /media/images/:file                        signed-in
GET    /api/scheduler/best-times                  signed-in
POST   /api/scheduler/captions                    signed-in
POST   /api/scheduler/check                       signed-in
GET    /api/scheduler/hashtag-sets                signed-in
POST   /api/scheduler/hashtag-sets                signed-in
DELETE /api/scheduler/hashtag-sets/:id            signed-in
PATCH  /api/scheduler/hashtag-sets/:id            signed-in
GET    /api/scheduler/hashtags                    signed-in
GET    /api/scheduler/posts                       signed-in
GET    /api/scheduler/posts/:id                   signed-in
PATCH  /api/scheduler/posts/:id                   signed-in
GET    /api/scheduler/posts/:id/analytics         signed-in
GET    /api/scheduler/posts/:id/attempts          signed-in
POST   /api/scheduler/posts/:id/cancel            signed-in
POST   /api/scheduler/posts/:id/publish-now       signed-in
GET    /api/scheduler/posts/:id/readings          signed-in
POST   /api/scheduler/posts/:id/settle            signed-in
POST   /api/scheduler/posts/:id/sync-analytics    signed-in
GET    /api/scheduler/posts/export                signed-in
POST   /api/scheduler/posts/import                signed-in
POST   /api/scheduler/schedule                    signed-in
GET    /api/scheduler/schedules                   signed-in
POST   /api/scheduler/schedules                   signed-in
DELETE /api/scheduler/schedules/:id               signed-in
GET    /api/scheduler/schedules/:id               signed-in
PATCH  /api/scheduler/schedules/:id               signed-in
GET    /api/scheduler/schedules/:id/preview       signed-in
POST   /api/scheduler/schedules/preview           signed-in
GET    /api/scheduler/statistics                  signed-in
GET    /api/webhooks                              signed-in
POST   /api/webhooks                              signed-in
DELETE /api/webhooks/:id                          signed-in
GET    /api/webhooks/:id                          signed-in
PATCH  /api/webhooks/:id                          signed-in
GET    /api/webhooks/:id/deliveries               signed-in
POST   /api/webhooks/:id/deliveries/:delivery/redeliver signed-in
POST   /api/webhooks/:id/test                     signed-in
GET    /media/avatars/:file                       signed-in
GET    /media/posts/:file                         signed-in
`;

const EVERY_DOOR = `
GET    /healthz                                   public
GET    /readyz                                    public
GET    /metrics                                   public
GET    /openapi.json                              public
GET    /docs                                      public
`;

/** Which roles an access lets in; `stranger` is somebody who is not signed in. */
const ADMITS: Readonly<Record<string, readonly (Role | 'stranger')[]>> = {
  public: ['stranger', ...ROLES],
  'signed-in': ROLES,
  casting: ['casting', 'admin', 'super_admin'],
  presence: ['presence', 'admin', 'super_admin'],
  admin: ['admin', 'super_admin'],
  'super-admin': ['super_admin'],
};

interface Line {
  readonly method: string;
  readonly url: string;
  readonly access: string;
}
const read = (table: string): readonly Line[] =>
  table
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [method = '', url = '', access = ''] = line.trim().split(/\s+/);
      return { method, url, access };
    });
const asText = ({ method, url, access }: Line): string => `${method} ${url} ${access}`;
const entriesOf = (routes: readonly RouteEntry[]): readonly string[] =>
  routes.map(({ method, url, access }) => asText({ method, url, access: access.name })).sort();

let atelier: Atelier;
const callers = new Map<Role | 'stranger', Caller | null>();

beforeAll(async () => {
  atelier = await startAtelier();
  callers.set('stranger', null);
  for (const role of ROLES) callers.set(role, await atelier.as(role));
}, 60_000);

describe('the permission matrix', () => {
  it('holds every route of the site, and no other', () => {
    expect(entriesOf(routesOf(atelier.doors.site))).toEqual(
      read(SITE + IMAGES + FILMS)
        .map(asText)
        .sort(),
    );
  });

  it.each([
    ['images', IMAGES],
    ['video', FILMS + FILMS_OWN],
  ] as const)('holds every route of the %s door, and no other', (name, own) => {
    expect(entriesOf(routesOf(atelier.doors[name]))).toEqual(
      read(EVERY_DOOR + own)
        .map(asText)
        .sort(),
    );
  });

  it.each(read(SITE + IMAGES + FILMS).filter(({ access }) => access !== 'public'))(
    'T-110 T-111 T-112 $method $url lets in $access and nobody else',
    async (line) => {
      for (const role of ['stranger', ...ROLES] as const) {
        // Who is let in would really act (sign out, change a password): that is the business of the slice's own tests.
        if (ADMITS[line.access]?.includes(role)) continue;
        const status = await statusFor(role, line);
        const refused = status === 401 || status === 403 || status === 303;
        expect(refused, `${role} was answered ${status}`).toBe(true);
      }
    },
  );

  it('lets in those it names: reading is not refused to them', async () => {
    for (const line of read(SITE + IMAGES + FILMS).filter(({ method, access }) => method === 'GET' && access !== 'public')) {
      for (const role of ADMITS[line.access] ?? []) {
        const status = await statusFor(role, line);
        expect([401, 403], `${line.method} ${line.url} as ${role}`).not.toContain(status);
      }
    }
  });

  it('T-109 T-123 takes no token on the API, but refuses an unsafe request that another site sends with a session cookie', async () => {
    const admin = callers.get('admin');
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { 'content-type': 'text/plain' }]) {
      const answer = await admin?.inject({ method: 'DELETE', url: '/api/v1/users/999999', headers, payload: '{}' });
      expect(answer?.statusCode).toBe(403);
      expect(answer?.json()).toMatchObject({ success: false, code: 'CROSS_SITE' });
    }
  });

  it('T-108 refuses a page form without its token, or with the token of another browser', async () => {
    const [one, two] = [callers.get('user'), callers.get('casting')];
    const form = await two?.inject({ method: 'GET', url: '/account/security' });
    const token = /name="_csrf" value="([^"]+)"/.exec(form?.body ?? '')?.[1] ?? '';
    expect(token).not.toBe('');
    const post = async (caller: Caller | null | undefined, _csrf: string): Promise<number | undefined> =>
      (
        await caller?.inject({
          method: 'POST',
          url: '/account/security/sessions/end-others',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ _csrf }).toString(),
        })
      )?.statusCode;
    expect(await post(one, '')).toBe(403);
    expect(await post(one, token)).toBe(403);
    expect(await post(two, token)).toBe(303);
  });
});

/** Ids that belong to nobody: nothing is changed by asking. */
async function statusFor(role: Role | 'stranger', { method, url }: Line): Promise<number> {
  const path = url.replace(/:\w+/g, '99999999');
  const request = { method: method as 'GET', url: path, headers: { accept: 'text/html' } };
  const caller = callers.get(role);
  const answer = caller ? await caller.inject(request) : await atelier.doors.site.inject(request);
  return answer.statusCode;
}
