/** What the members slice says to people. The wire messages are spelled as the two documents print them. */
import { messages } from '#kernel/message.ts';

export const refusals = messages({
  userNotFound: { fr: 'Utilisateur introuvable', en: 'User not found', ar: 'المستخدم غير موجود' },
  talentNotFound: { fr: 'Talent introuvable', en: 'Talent not found', ar: 'الموهبة غير موجودة' },
  accessDenied: { fr: 'Accès refusé', en: 'Access denied', ar: 'تم رفض الوصول' },
  adminNeeded: { fr: 'Accès administrateur requis', en: 'Admin access required', ar: 'يلزم حساب مسؤول' },
  cannotDeleteAdmin: { fr: 'Impossible de supprimer un administrateur', en: 'Cannot delete admin users', ar: 'لا يمكن حذف حساب مسؤول' },
  ownAccount: {
    fr: 'Vous ne pouvez pas désactiver votre propre compte',
    en: 'You cannot deactivate your own account',
    ar: 'لا يمكنك تعطيل حسابك',
  },
  ownRole: { fr: 'Vous ne pouvez pas changer votre propre rôle', en: 'You cannot change your own role', ar: 'لا يمكنك تغيير دورك' },
});

/** Printed so in the documents, without accents in v2. */
export const outcomes = messages({
  updated: { fr: 'Utilisateur mis a jour', en: 'User updated successfully', ar: 'تم تحديث المستخدم' },
  deleted: { fr: 'Utilisateur supprime', en: 'User deleted successfully', ar: 'تم حذف المستخدم' },
  activated: { fr: 'Compte utilisateur active', en: 'User account activated', ar: 'تم تفعيل الحساب' },
  deactivated: { fr: 'Compte utilisateur desactive', en: 'User account deactivated', ar: 'تم تعطيل الحساب' },
});
