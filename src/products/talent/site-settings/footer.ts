/** The form of the footer: every value without the spaces around it (T-523). */
import { type FieldError, failure } from '#kernel/failure.ts';
import { FOOTER_TEXT_LENGTH, siteSettings } from '#kernel/site-face.ts';
import { type Answers, textOf } from '../profile-form/profile-form.tsx';
import { bad, good, type Read, readEmail, readText } from '../readers.ts';
import { type Change, change } from '../setting-changes.ts';
import { m } from './messages.ts';

export const FOOTER_FIELDS = ['footer_text', 'footer_contact_email', 'footer_contact_phone'] as const;
const PHONE_LENGTH = 40;

export function readFooter(typed: Answers): readonly Change[] {
  const reads = {
    footer_text: readText(textOf(typed, 'footer_text'), FOOTER_TEXT_LENGTH),
    footer_contact_email: textOf(typed, 'footer_contact_email').trim() ? readEmail(textOf(typed, 'footer_contact_email')) : good(null),
    footer_contact_phone: readShownPhone(textOf(typed, 'footer_contact_phone')),
  };
  const faults: Record<string, FieldError> = {};
  for (const [name, read] of Object.entries(reads)) if (!read.ok) faults[name] = read.error;
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const value = (read: Read<string | null>): string => (read.ok && read.value) || '';
  return [
    change(siteSettings.footerText, value(reads.footer_text)),
    change(siteSettings.footerEmail, value(reads.footer_contact_email)),
    change(siteSettings.footerPhone, value(reads.footer_contact_phone)),
  ];
}

/** As it is to be read: groups and brackets stay; short numbers of a switchboard too. */
function readShownPhone(typed: string): Read<string | null> {
  const text = readText(typed.replace(/\s+/g, ' '), PHONE_LENGTH);
  if (!text.ok || text.value === null) return text;
  const digits = text.value.replace(/\D/g, '').length;
  const sane = /^[+(\d][\d\s().-]*$/.test(text.value) && digits >= 3 && digits <= 15;
  return sane ? text : bad({ message: m.badPhone, constraint: 'format' });
}
