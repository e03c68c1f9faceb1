/**
 * An installation of the former application: its tables, filled with people whose first ones carry secrets made by the very libraries it used
 * (fixtures/flask/secrets.json), and its uploads folder. The others are sealed with the same key by our own Fernet.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readFernetKey, sealFernet } from '#kernel/fernet.ts';
import { drawPhoto, writeCv } from './papers.ts';

const folder = join(import.meta.dirname, 'fixtures/flask');

interface Sealed {
  readonly clear: string;
  readonly token: string;
}
interface Secrets {
  readonly key: string;
  readonly passwords: readonly { readonly clear: string; readonly hash: string }[];
  readonly settings: Readonly<Record<string, Sealed>>;
  readonly users: readonly Readonly<Record<string, Sealed>>[];
  readonly cinema: readonly Readonly<Record<string, Sealed>>[];
}
export const SECRETS = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Secrets;
const key = readFernetKey(SECRETS.key);
const seal = (text: string): string => sealFernet(key, Buffer.from(text));

export interface FlaskHouse {
  readonly uploads: string;
  /** More than the house has: to be taken away at the end. */
  readonly close: () => void;
}
export interface FlaskPeople {
  readonly users: number;
  readonly cinema: number;
  /** How many of each have files. */
  readonly withFiles: number;
}

const pad = (number: number, width = 4): string => String(number).padStart(width, '0');
export const userCode = (n: number): string => `MA${n % 2 ? 'F' : 'M'}${pad(n)}RAB`;
/** The seven digits of an older padding for every tenth. */
export const cinemaCode = (n: number): string => `SNDAK${pad(n, n % 10 === 0 ? 7 : 4)}${n % 2 ? 'F' : 'M'}`;
export const userEmail = (n: number): string => `personne${n}@former.example`;
export const projectCodeOf = (n: number): string => `PRJ-001-${pad(n, 3)}`;
const DAY = '2024-03-05';

export async function buildFlaskHouse(url: string, { users, cinema, withFiles }: FlaskPeople): Promise<FlaskHouse> {
  const uploads = mkdtempSync(join(tmpdir(), 'flask-uploads-'));
  for (const name of ['photos', 'cvs', 'cinema']) mkdirSync(join(uploads, name));
  const photo = drawPhoto(300, 400);
  const cv = await writeCv('Awa Diop');
  for (let n = 1; n <= withFiles; n += 1) {
    writeFileSync(join(uploads, 'photos', `photo_${n}.jpg`), photo);
    writeFileSync(join(uploads, 'cvs', `cv_${n}.pdf`), cv);
    writeFileSync(join(uploads, 'cinema', `face_${n}.jpg`), photo);
    writeFileSync(join(uploads, 'cinema', `paper_${n}.jpg`), photo);
  }
  writeFileSync(join(uploads, 'photos', 'disguised.jpg'), '<?php echo 1;');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(readFileSync(join(folder, 'tables.sql'), 'utf8'));
    const insert = (table: string, rows: readonly object[]) =>
      client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
    await insert('countries', [country(1, 'Sénégal', 'SN'), country(2, 'Maroc', 'MA'), country(3, 'France', 'FR')]);
    await insert('cities', [
      city(1, 'Dakar', 'DAK', 1),
      city(2, 'Rabat', 'RAB', 2),
      city(3, 'Ville Neuve', 'VNE', 1),
      city(4, 'Lyon', 'LYO', 3),
    ]);
    await insert('talents', [talent(1, 'Photographie', 'Creative'), talent(2, 'Tressage de paniers', 'Artisanat')]);
    for (let first = 1; first <= users; first += 500) {
      const numbers = Array.from({ length: Math.min(500, users - first + 1) }, (_, i) => first + i);
      await insert(
        'users',
        numbers.map((n) => userRow(n, withFiles)),
      );
      await insert(
        'user_talents',
        numbers.flatMap((n) => [link(2 * n, n, 1), link(2 * n + 1, n, 2)]),
      );
    }
    for (let first = 1; first <= cinema; first += 500) {
      const numbers = Array.from({ length: Math.min(500, cinema - first + 1) }, (_, i) => first + i);
      await insert(
        'cinema_talents',
        numbers.map((n) => cinemaRow(n, withFiles)),
      );
    }
    await insert('productions', [production(1, 'Atlas Films', true), production(2, 'Baobab Images', false)]);
    await insert('projects', [project]);
    const team = Array.from({ length: Math.min(cinema, 12) }, (_, i) => i + 1);
    await insert('project_talents', team.map(assignment));
    await insert('attendance', team.map(stay));
    await insert('app_settings', SETTINGS);
    await insert('email_logs', team.map(letter));
    await insert('activity_logs', team.map(activity));
    await insert('security_logs', [attack]);
    await insert('name_tracking', NAMES);
  } finally {
    await client.end();
  }
  return { uploads, close: () => rmSync(uploads, { recursive: true, force: true }) };
}

const country = (id: number, name: string, code: string) => ({ id, name, code });
const city = (id: number, name: string, code: string, country_id: number) => ({ id, name, code, country_id });
const talent = (id: number, name: string, category: string) => ({ id, name, category, emoji: '🧺', tag: 'general', is_active: true });
const link = (id: number, user_id: number, talent_id: number) => ({ id, user_id, talent_id });

function userRow(n: number, withFiles: number): object {
  const made = SECRETS.users[n - 1];
  const token = (name: string, otherwise: string | null): string | null =>
    made?.[name]?.token ?? (otherwise === null ? null : seal(otherwise));
  return {
    ...{ id: n, email: userEmail(n), unique_code: userCode(n), first_name: n % 3 ? 'Awa' : 'خديجة', last_name: `Personne ${n}` },
    password_hash: SECRETS.passwords[n % SECRETS.passwords.length]?.hash,
    ...{ date_of_birth: '1990-05-17', gender: n % 2 ? 'F' : 'M', country_id: 2, city_id: 2, residence_country_id: 2, residence_city_id: 2 },
    ...{ phone_encrypted: token('phone', `+2126612${pad(n, 5)}`), whatsapp_encrypted: token('whatsapp', null) },
    ...{
      address_encrypted: token('address', `${n}, avenue Hassan II`),
      linkedin: token('linkedin', null),
      instagram: token('instagram', null),
    },
    ...{ github: token('github', null), imdb_url_encrypted: token('imdb_url', null), threads_encrypted: token('threads', null) },
    ...{
      availability: n % 2 ? 'disponible_maintenant' : 'Temps plein',
      work_mode: n % 2 ? 'hybrid' : 'à distance',
      rate_range: '300-500 €',
    },
    ...{ years_experience: n % 40, bio: `Bio de ${n}`, portfolio_url: n % 5 ? `https://portfolio.example/${n}` : 'javascript:alert(1)' },
    ...{ photo_filename: n <= withFiles ? `photo_${n}.jpg` : null, cv_filename: n <= withFiles ? `static/uploads/cvs/cv_${n}.pdf` : null },
    ...{ is_admin: n === 1, is_super_admin: false, role: n === 2 ? 'presence' : 'user', account_active: n % 50 !== 0, profile_score: 10 },
    ...{ created_at: '2023-02-01T10:00:00', updated_at: '2024-02-01T10:00:00', nationality: 'Marocaine', languages: 'Français, Arabe' },
    cv_analysis: n === 3 ? { summary: 'Solide', skills: ['Python'], score: 80 } : null,
  };
}

function cinemaRow(n: number, withFiles: number): object {
  const made = SECRETS.cinema[n - 1];
  const token = (name: string, otherwise: string | null): string | null =>
    made?.[name]?.token ?? (otherwise === null ? null : seal(otherwise));
  return {
    ...{
      id: n,
      unique_code: cinemaCode(n),
      first_name: 'Ndèye',
      last_name: `Figurante ${n}`,
      date_of_birth: '1985-01-02',
      gender: n % 2 ? 'F' : 'M',
    },
    ...{ country_of_origin_id: 1, city_of_origin_id: 3, country_id: 1, city_id: 1, ethnicities: '["Afrique de l\'Ouest", "Peule"]' },
    ...{ height: 171, eye_color: 'Marron', hair_color: 'Noir', hair_type: 'Crépus', skin_tone: 'Foncé', build: 'Athlétique', weight: 63.0 },
    languages:
      n % 2
        ? ['Français', 'Wolof']
        : [
            { code: 'fr', name: 'Français', flag: '🇫🇷' },
            { code: 'zzz', name: 'Inconnue' },
          ],
    ...{ talent_types: ['Figurant'], other_talents: ['Sabar', 'Dressage de dromadaires'], years_of_experience: 4 },
    ...{ phone_encrypted: token('phone', `+2217712${pad(n, 5)}`), whatsapp_encrypted: token('whatsapp', null) },
    ...{ email_encrypted: token('email', `figurant${n}@former.example`), telegram_encrypted: token('telegram', null) },
    ...{
      facebook_encrypted: token('facebook', null),
      instagram_encrypted: token('instagram', null),
      tiktok_encrypted: token('tiktok', null),
    },
    ...{ id_document_number_encrypted: token('id_document_number', `AB${pad(n, 6)}`), id_document_type: 'CIN', nationality: 'Sénégalaise' },
    previous_productions: [{ title: 'La Pirogue', type: 'Film', year: '2012' }],
    ...{ photo_filename: n <= withFiles ? `face_${n}.jpg` : null, id_photo_filename: n <= withFiles ? `paper_${n}.jpg` : null },
    gallery_photos: n <= Math.min(withFiles, 2) ? [`face_${n}.jpg`, `paper_${n}.jpg`] : [],
    ...{ is_active: n % 60 !== 0, created_at: '2023-03-01T10:00:00', updated_at: '2024-03-01T10:00:00', bio: 'Figurante' },
  };
}

const production = (id: number, name: string, is_verified: boolean) => ({
  ...{ id, name, is_verified, is_active: true, country: 'Maroc', city: 'Ouarzazate', email: `contact@p${id}.example`, founded_year: 1999 },
  ...{ notable_productions: [{ title: 'Atlas', year: 2010 }], services: ['Casting'], created_at: '2022-01-01T00:00:00' },
});
const project = {
  ...{ id: 1, production_name: 'Les pirogues', production_type: 'Film', production_id: 1, origin_country: 'Sénégal', is_active: true },
  ...{ estimated_start_date: '2024-03-01', estimated_end_date: '2024-04-01', shooting_locations: 'Dakar', project_status: 'en_tournage' },
  ...{ created_by: 1, created_at: '2024-01-01T00:00:00', updated_at: '2024-01-02T00:00:00' },
};
const assignment = (n: number) => ({
  ...{ id: n, project_id: 1, cinema_talent_id: n, project_code: projectCodeOf(n), role_type: n === 1 ? 'Acteur Principal' : 'figurant' },
  ...{ role_description: 'Passante', assigned_at: '2024-02-01T09:00:00', badge_generated: true },
});
const stay = (n: number) => ({
  ...{ id: n, project_id: 1, cinema_talent_code: cinemaCode(n), date: DAY, check_in_time: `${DAY}T08:00:00` },
  ...{ check_out_time: n % 3 ? `${DAY}T18:30:00` : null, recorded_by: userEmail(1) },
});
const SETTINGS = [
  { id: 1, key: 'SENDGRID_API_KEY', value: SECRETS.settings['sendgrid_api_key']?.token },
  { id: 2, key: 'admin_notification_email', value: 'chef@former.example' },
  { id: 3, key: 'email_notifications_config', value: '{"weekly_recap_talents": {"enabled": false}}' },
  { id: 4, key: 'legal_pages', value: '{"terms": "…"}' },
  { id: 5, key: 'hero_image_url', value: '/static/hero.jpg' },
];
const letter = (n: number) => ({
  ...{ id: n, recipient_email: userEmail(n), recipient_name: 'Awa', subject: 'Bienvenue', template_type: 'talent_registration' },
  ...{ html_content: '<p>Votre mot de passe : secret</p>', status: n === 2 ? 'failed' : 'sent', sent_at: '2023-02-01T10:00:05' },
  ...{ sent_by_user_id: 1, related_project_id: 1, related_cinema_talent_id: n },
});
const activity = (n: number) => ({
  ...{ id: n, user_id: n, username: 'Awa', user_email: userEmail(n), action_type: 'login', action_category: 'auth', status: 'success' },
  ...{ action_description: 'Connexion', request_url: 'https://old.example/reset?token=abcdef', created_at: '2024-05-01T10:00:00' },
});
const attack = {
  id: 1,
  user_id: 3,
  event_type: 'login_failed',
  details: '{"password":"hunter2","tries":3}',
  severity: 'medium',
  created_at: '2024-05-01T10:00:00',
};
const NAMES = [
  { id: 1, first_name: 'awa', last_name: 'personne', full_name: 'awa personne', count: 12 },
  {
    id: 2,
    first_name: 'Moussa',
    last_name: 'Sarr',
    full_name: 'moussa sarr',
    tracking_description: 'Litige de 2023',
    notification_email: 'chef@former.example',
  },
];
