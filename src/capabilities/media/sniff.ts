/** What a file is, by its content; its name and declared type prove nothing. */
import { fileTypeFromBuffer } from 'file-type';
import { type Failure, failure } from '#kernel/failure.ts';
import type { Message } from '#kernel/message.ts';
import { messages } from '#kernel/message.ts';
import { m } from './messages.ts';

export interface Sniffed {
  readonly mediaType: string;
  /** As people write it: `HEIC`, `PDF`. */
  readonly format: string;
}

/** Null when no signature is known, as for plain text. */
export async function sniff(content: Buffer): Promise<Sniffed | null> {
  const found = await fileTypeFromBuffer(content);
  return found ? { mediaType: found.mime, format: found.ext.toUpperCase() } : null;
}

const w = messages({
  pdf: { fr: 'un document PDF', en: 'a PDF document', ar: 'مستند PDF' },
  document: { fr: 'un document ({format})', en: 'a document ({format})', ar: 'مستند ({format})' },
  picture: { fr: 'une image ({format})', en: 'a picture ({format})', ar: 'صورة ({format})' },
  film: { fr: 'une vidéo ({format})', en: 'a video ({format})', ar: 'فيديو ({format})' },
  sound: { fr: 'un enregistrement sonore ({format})', en: 'a sound recording ({format})', ar: 'تسجيل صوتي ({format})' },
  archive: { fr: 'une archive ({format})', en: 'an archive ({format})', ar: 'أرشيف ({format})' },
  program: { fr: 'un programme ({format})', en: 'a program ({format})', ar: 'برنامج ({format})' },
  other: { fr: 'un fichier {format}', en: 'a {format} file', ar: 'ملف {format}' },
  unknown: { fr: 'd’un format inconnu', en: 'of an unknown format', ar: 'بصيغة غير معروفة' },
});

const KINDS: readonly [RegExp, Message][] = [
  [/^application\/pdf/, w.pdf],
  [/^image\//, w.picture],
  [/^video\//, w.film],
  [/^audio\//, w.sound],
  [/(msword|x-cfb|rtf|opendocument|openxmlformats|ms-word|ms-excel|ms-powerpoint|epub)/, w.document],
  [/(zip|rar|7z|gzip|x-tar|bzip|x-xz|zstd)/, w.archive],
  [/(msdownload|executable|x-elf|x-mach|wasm|java-vm|apk)/, w.program],
];

/** A refusal whose message says, in each language, what the file is: `{what}`. */
export function refusal(field: string, message: Message, sniffed: Sniffed | null, constraint = 'format'): Failure {
  const kind = sniffed ? (KINDS.find(([pattern]) => pattern.test(sniffed.mediaType))?.[1] ?? w.other) : w.unknown;
  const inside = (language: keyof Message): string =>
    message[language].replace('{what}', kind[language].replace('{format}', sniffed?.format ?? ''));
  return failure.field(field, { fr: inside('fr'), en: inside('en'), ar: inside('ar') }, {}, constraint);
}

/** Refuses an empty file, and one over the limit, saying its size. */
export function requireSize(content: Buffer, field: string, limitMegabytes: number): void {
  if (content.length === 0) throw failure.field(field, m.empty, {}, 'required');
  const megabytes = content.length / 1024 / 1024;
  if (megabytes <= limitMegabytes) return;
  throw failure.field(field, m.tooLarge, { size: Math.ceil(megabytes * 10) / 10, limit: limitMegabytes }, 'max_size');
}
