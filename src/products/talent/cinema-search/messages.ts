/** What filters say when they mean nothing. */
import { messages } from '#kernel/message.ts';

export const filterTexts = messages({
  country: {
    fr: 'Pays inconnu : {value}. Donnez son nom, son code à deux lettres ou son numéro',
    en: 'Unknown country: {value}. Give its name, its two-letter code or its number',
    ar: 'بلد غير معروف: {value}. اكتب اسمه أو رمزه المكوّن من حرفين أو رقمه',
  },
  city: { fr: 'Ville inconnue : {value}', en: 'Unknown city: {value}', ar: 'مدينة غير معروفة: {value}' },
  language: {
    fr: 'Langue inconnue : {value}. Donnez son nom ou son code (fr, ary, wo…)',
    en: 'Unknown language: {value}. Give its name or its code (fr, ary, wo…)',
    ar: 'لغة غير معروفة: {value}. اكتب اسمها أو رمزها (fr، ary، wo…)',
  },
  skill: { fr: 'Talent particulier inconnu : {value}', en: 'Unknown special skill: {value}', ar: 'مهارة خاصة غير معروفة: {value}' },
  minOverMax: {
    fr: 'Le minimum ({min}) dépasse le maximum ({max})',
    en: 'The minimum ({min}) is above the maximum ({max})',
    ar: 'الحد الأدنى ({min}) أكبر من الحد الأقصى ({max})',
  },
});
