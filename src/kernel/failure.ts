/**
 * What goes wrong, said without a dialect.
 *
 * Use-cases throw a `Failure`; the door that took the request renders it in the format of its
 * product and in the language of the reader. `code` is stable and machine-readable, `message` is
 * for people, `fields` names every field at fault.
 */
import { type Message, messages, type Params } from './message.ts';

export type FailureKind =
  | 'invalid' // the request is wrong: fields say where
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported-type'
  | 'rate-limited'
  | 'unavailable';

export const STATUS: Record<FailureKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'rate-limited': 429,
  unavailable: 503,
};

/** One field at fault. `constraint` is a stable word (`required`, `format`, `max`…) for programs. */
export interface FieldError {
  readonly message: Message;
  readonly params?: Params;
  readonly constraint?: string;
}
export type FieldErrors = Readonly<Record<string, FieldError>>;

export interface FailureDetails {
  readonly code?: string;
  readonly message?: Message;
  readonly params?: Params;
  readonly fields?: FieldErrors;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
}

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly text: Message;
  readonly params: Params;
  readonly fields: FieldErrors;
  readonly retryAfter: number | undefined;

  constructor(kind: FailureKind, details: FailureDetails = {}) {
    const text = details.message ?? DEFAULT_TEXT[kind];
    super(`${kind}: ${details.code ?? text.en}${details.fields ? ` (${Object.keys(details.fields).join(', ')})` : ''}`);
    this.name = 'Failure';
    this.kind = kind;
    this.code = details.code ?? DEFAULT_CODE[kind];
    this.text = text;
    this.params = details.params ?? {};
    this.fields = details.fields ?? {};
    this.retryAfter = details.retryAfter;
  }
}

export const DEFAULT_CODE: Record<FailureKind, string> = {
  invalid: 'VALIDATION_ERROR',
  unauthenticated: 'AUTH_REQUIRED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'too-large': 'TOO_LARGE',
  'unsupported-type': 'UNSUPPORTED_TYPE',
  'rate-limited': 'RATE_LIMITED',
  unavailable: 'UNAVAILABLE',
};

const m = messages({
  invalid: { fr: 'Données invalides', en: 'Validation failed', ar: 'بيانات غير صالحة' },
  unauthenticated: { fr: 'Authentification requise', en: 'Authentication required', ar: 'يلزم تسجيل الدخول' },
  forbidden: { fr: 'Accès refusé', en: 'Access denied', ar: 'تم رفض الوصول' },
  notFound: { fr: 'Ressource introuvable', en: 'Resource not found', ar: 'المورد غير موجود' },
  conflict: { fr: 'Conflit avec l’état actuel', en: 'Conflict with the current state', ar: 'تعارض مع الحالة الحالية' },
  tooLarge: { fr: 'Contenu trop volumineux', en: 'Content too large', ar: 'المحتوى كبير جدًا' },
  unsupported: { fr: 'Format non pris en charge', en: 'Unsupported format', ar: 'صيغة غير مدعومة' },
  rateLimited: {
    fr: 'Trop de requêtes, réessayez plus tard',
    en: 'Too many requests, try again later',
    ar: 'طلبات كثيرة جدًا، حاول لاحقًا',
  },
  unavailable: { fr: 'Service momentanément indisponible', en: 'Service temporarily unavailable', ar: 'الخدمة غير متاحة مؤقتًا' },
});

const DEFAULT_TEXT: Record<FailureKind, Message> = {
  invalid: m.invalid,
  unauthenticated: m.unauthenticated,
  forbidden: m.forbidden,
  'not-found': m.notFound,
  conflict: m.conflict,
  'too-large': m.tooLarge,
  'unsupported-type': m.unsupported,
  'rate-limited': m.rateLimited,
  unavailable: m.unavailable,
};

/** Shorthands: `throw failure.conflict('DUPLICATE_EMAIL', m.duplicateEmail)`. */
export const failure = {
  invalid: (fields: FieldErrors, details: FailureDetails = {}): Failure => new Failure('invalid', { ...details, fields }),
  field: (name: string, message: Message, params: Params = {}, constraint?: string): Failure =>
    new Failure('invalid', { fields: { [name]: { message, params, ...(constraint ? { constraint } : {}) } } }),
  unauthenticated: (message?: Message): Failure => new Failure('unauthenticated', message ? { message } : {}),
  forbidden: (message?: Message, code?: string): Failure =>
    new Failure('forbidden', { ...(message ? { message } : {}), ...(code ? { code } : {}) }),
  notFound: (message?: Message): Failure => new Failure('not-found', message ? { message } : {}),
  conflict: (code: string, message?: Message, fields?: FieldErrors, params?: Params): Failure =>
    new Failure('conflict', { code, ...(message ? { message } : {}), ...(fields ? { fields } : {}), ...(params ? { params } : {}) }),
  rateLimited: (retryAfter: number): Failure => new Failure('rate-limited', { retryAfter }),
  unavailable: (message?: Message): Failure => new Failure('unavailable', message ? { message } : {}),
};
