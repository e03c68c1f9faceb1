/** What is said when an archive or a wish about one is refused, and what administrators are told. */
import type { NoticeKind } from '#capabilities/notifications/notifications.ts';
import { access } from '#kernel/http/access.ts';
import { messages } from '#kernel/message.ts';

export const refusals = messages({
  wrongPassword: {
    fr: 'Ce mot de passe n’ouvre pas l’archive.',
    en: 'This password does not open the archive.',
    ar: 'كلمة المرور هذه لا تفتح الأرشيف.',
  },
  shortPassword: {
    fr: 'Au moins {least} caractères : l’archive contient tout, et voyage.',
    en: 'At least {least} characters: the archive holds everything, and travels.',
    ar: '{least} حرفًا على الأقل: الأرشيف يحتوي كل شيء وقد ينتقل.',
  },
  noPassword: {
    fr: 'Donnez le mot de passe de l’archive : aucun n’est enregistré.',
    en: 'Give the password of the archive: none is stored.',
    ar: 'أدخل كلمة مرور الأرشيف: لا توجد كلمة مرور محفوظة.',
  },
  noArchive: {
    fr: 'Ce fichier n’est pas une sauvegarde d’Atelier, ou il est coupé.',
    en: 'This file is no backup of Atelier, or it is cut short.',
    ar: 'هذا الملف ليس نسخة احتياطية من Atelier، أو أنه مبتور.',
  },
  foreign: {
    fr: 'L’archive contient « {name} », qui n’appartient pas à une sauvegarde. Rien n’en a été lu.',
    en: 'The archive holds “{name}”, which is no part of a backup. Nothing of it was read.',
    ar: 'يحتوي الأرشيف على «{name}»، وهو ليس جزءًا من نسخة احتياطية. لم يُقرأ منه شيء.',
  },
  otherFormat: {
    fr: 'L’archive est d’un format que ce programme ne connaît pas. Mettez Atelier à jour, puis réessayez.',
    en: 'The archive has a format that this program does not know. Update Atelier, then try again.',
    ar: 'صيغة الأرشيف غير معروفة لهذا البرنامج. حدّث Atelier ثم أعد المحاولة.',
  },
  damaged: {
    fr: 'L’archive est abîmée ou a été modifiée ({part}). Rien n’a été changé ici : prenez une autre copie.',
    en: 'The archive is damaged or was altered ({part}). Nothing was changed here: take another copy.',
    ar: 'الأرشيف تالف أو جرى تعديله ({part}). لم يتغير شيء هنا: استخدم نسخة أخرى.',
  },
  newer: {
    fr: 'L’archive vient d’une version plus récente ({version}). Mettez Atelier à jour, puis réessayez.',
    en: 'The archive comes from a newer version ({version}). Update Atelier, then try again.',
    ar: 'الأرشيف من إصدار أحدث ({version}). حدّث Atelier ثم أعد المحاولة.',
  },
  otherKeys: {
    fr: 'L’archive a été faite avec une autre clé ({keys}). Donnez ici les mêmes clés, ou acceptez de perdre ce qu’elles chiffrent : {columns}.',
    en: 'The archive was made with another key ({keys}). Give this studio the same keys, or accept to lose what they encrypt: {columns}.',
    ar: 'أُنشئ الأرشيف بمفتاح آخر ({keys}). استخدم المفاتيح نفسها هنا، أو اقبل فقدان ما تشفّره: {columns}.',
  },
  busy: {
    fr: 'Une autre sauvegarde ou restauration est en cours. Réessayez quand elle sera finie.',
    en: 'Another backup or restore is under way. Try again when it has ended.',
    ar: 'هناك نسخ احتياطي أو استعادة جارية. أعد المحاولة بعد انتهائها.',
  },
  unfit: {
    fr: 'La table {table} de l’archive ne correspond pas à celle d’ici. Rien n’a été changé.',
    en: 'The table {table} of the archive does not fit the one here. Nothing was changed.',
    ar: 'الجدول {table} في الأرشيف لا يطابق الجدول هنا. لم يتغير شيء.',
  },
});

export const backupFailed: NoticeKind = {
  ...{ name: 'backup.failed', icon: 'database', tone: 'danger', access: access.admin },
  label: { fr: 'Une sauvegarde a échoué', en: 'A backup has failed', ar: 'فشل نسخ احتياطي' },
  text: {
    fr: 'La sauvegarde automatique a échoué : {why}. Elle sera retentée dans l’heure.',
    en: 'The scheduled backup has failed: {why}. It is tried again within the hour.',
    ar: 'فشل النسخ الاحتياطي المجدول: {why}. ستُعاد المحاولة خلال ساعة.',
  },
};
