/** The rooms of the administration, one row above each of its pages. */
import type { ReactElement } from 'react';
import { messages } from '#kernel/message.ts';
import { usePage } from '#kernel/page/context.tsx';
import { Tabs } from '#kernel/page/trails.tsx';

const m = messages({
  label: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
  people: { fr: 'Utilisateurs', en: 'Users', ar: 'المستخدمون' },
  names: { fr: 'Doublons et noms', en: 'Duplicates and names', ar: 'التكرارات والأسماء' },
  letters: { fr: 'E-mails', en: 'E-mails', ar: 'البريد الإلكتروني' },
  scheduler: { fr: 'Planificateur', en: 'Scheduler', ar: 'المهام المجدولة' },
  logs: { fr: 'Journaux', en: 'Logs', ar: 'السجلات' },
  privacy: { fr: 'Vie privée', en: 'Privacy', ar: 'الخصوصية' },
  settings: { fr: 'Réglages', en: 'Settings', ar: 'الإعدادات' },
  backups: { fr: 'Sauvegardes', en: 'Backups', ar: 'النسخ الاحتياطية' },
  diagnostics: { fr: 'Diagnostic', en: 'Diagnostics', ar: 'التشخيص' },
  update: { fr: 'Mise à jour', en: 'Update', ar: 'التحديث' },
  models: { fr: 'Intelligence artificielle', en: 'Artificial intelligence', ar: 'الذكاء الاصطناعي' },
});

const ROOMS = [
  { label: m.people, href: '/admin/users', icon: 'users' },
  { label: m.names, href: '/admin/names', icon: 'id' },
  { label: m.letters, href: '/admin/settings/email-notifications', icon: 'mail' },
  { label: m.scheduler, href: '/admin/settings/scheduler', icon: 'clock' },
  { label: m.logs, href: '/admin/settings/activity-logs', icon: 'activity' },
  { label: m.privacy, href: '/admin/privacy', icon: 'lock' },
  { label: m.backups, href: '/admin/backup', icon: 'database' },
  { label: m.diagnostics, href: '/admin/diagnostics', icon: 'verified' },
  { label: m.update, href: '/admin/update', icon: 'refresh' },
  { label: m.models, href: '/admin/settings/ai', icon: 'sparkles' },
  { label: m.settings, href: '/admin/settings', icon: 'settings' },
] as const;
/** Below the settings lie rooms of their own. */
const isIn = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
const roomOf = (path: string) => ROOMS.filter(({ href }) => isIn(path, href)).sort((a, b) => b.href.length - a.href.length)[0];

export function AdminTabs(): ReactElement {
  const { path } = usePage();
  const current = roomOf(path);
  return <Tabs label={m.label} items={ROOMS.map((room) => ({ ...room, current: room === current }))} />;
}
