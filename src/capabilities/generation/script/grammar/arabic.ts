/** Arabic: letters that are written onto the next word, the article, masculine and feminine. */
import { type Form, isShort, JOINT, type Mention, type Subject } from './subject.ts';

/** Heads that may be called « هذا … » again; the feminine ones end in ة or stand here. */
const HEADS = new Set(
  (
    'مهرجان معرض حفل سوق متجر محل مطعم فندق مقهى فيلم كاستينغ اختبار إعلان عرض تطبيق كتاب درس مشروع نادي فريق سباق مسلسل منتج مكان طبق خبز ' +
    'مدينة قرية حديقة مدرسة شركة وصفة رحلة مباراة بطولة مسابقة تجربة خدمة مجموعة حملة تقنية لعبة دورة قصة أغنية مكتبة ساعة سيارة شاشة'
  ).split(' '),
);
const FEMININE = new Set(
  'شمس أرض نار دار حرب نفس روح عين يد طريق سماء صحراء الدار فاس مراكش طنجة داكار تونس القاهرة الجزائر دبي'.split(' '),
);
const LATIN = /^[\p{Script=Latin}\d]/u;

const isFeminine = (word: string): boolean => /(?:ة|اء|ى)$/.test(word) || FEMININE.has(word);

export const withAl = (word: string): string => (word.startsWith('ال') ? word : `ال${word}`);

export function arabicSubject(words: string, called: Mention): Subject {
  if (/^(?:كيف|لماذا|متى|أين|من هو|من هي|ما هو|ما هي|هل|كم)\s/.test(words) || /[؟?]$/.test(words)) {
    const asked = words.replace(/\s*[؟?]\s*$/, '');
    const question: Mention = { text: 'هذا السؤال', form: 0 };
    return { words: asked, first: question, again: question, question: `${asked}؟` };
  }
  const [head = words] = words.split(/\s+/);
  const bare = head.replace(/^ال/, '');
  const form: Form = isFeminine(head) || isFeminine(bare) ? 1 : 0;
  const first: Mention = { text: words, form };
  const canBeCalled = HEADS.has(bare);
  const again: Mention = isShort(words) ? first : canBeCalled ? { text: `${form === 1 ? 'هذه' : 'هذا'} ${withAl(bare)}`, form } : called;
  return { words, first, again, question: null };
}

/** ل before ال is لل; before letters of another script, one-letter words are held apart by a stroke: « بـ Casablanca ». */
export function contractArabic(text: string): string {
  return text
    .replace(new RegExp(`(?<=^|\\s)([وف]?)([لبك]|)${JOINT}(\\S+)`, 'g'), (_all, and: string, to: string, next: string) => {
      const clitic = and + to;
      if (clitic === '') return next;
      if (LATIN.test(next)) return `${clitic}ـ ${next}`;
      return to === 'ل' && next.startsWith('ال') ? `${and}لل${next.slice(2)}` : clitic + next;
    })
    .replaceAll(JOINT, '');
}

export const typesetArabic = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Arabic}\s*),/gu, '،')
    .replace(/(?<=\p{Script=Arabic}\s*)\?/gu, '؟')
    .replace(/(?<=\p{Script=Arabic}\s*);/gu, '؛');
