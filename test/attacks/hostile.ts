/** Texts, numbers and ids that break programs which trust what they are given. */
import fc from 'fast-check';

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\t\r\n',
  'a\0b',
  '\ud800',
  '\udc00\ud800',
  '\u202egnp.exe',
  'Ǆ'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(5000),
  'é'.normalize('NFD').repeat(2000),
  "' or '1'='1' --",
  "'; drop table talent.members; --",
  '\\',
  '%',
  '%_%',
  '$\u007b7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '=1+1|cmd',
  'a@b.example\r\nBcc: everybody@example.com',
  'NaN',
  'Infinity',
  '-1',
  '1e400',
  '9223372036854775808',
  '0x10',
  '1.5',
  '00',
  '２',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  '2024-02-30',
  '0000-00-00',
  '99999-12-31T25:61:61Z',
  '+275760-09-14',
  '-000001-01-01T00:00:00Z',
  '10000-01-01',
  '24:00',
  '(a+)+$',
  '*',
  '%00',
  '{}',
  '[]',
  '&|!:*()',
  '٣٤٥',
  'İ',
];

/** What honest clients send, so that a request comes past the first check. */
const HONEST_TEXTS: readonly string[] = [
  'Awa',
  'Casablanca',
  'awa@test.example',
  '+212600000001',
  '1994-05-06',
  '2027-01-01T10:00:00Z',
  '10:00',
  '1,2,3',
  '1',
  'facebook',
  'instagram',
  'weekly',
  'https://93.184.215.14/hook',
  'demo123',
  'fr',
  'F',
  'MA',
  '16:9',
];

export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HONEST_TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

export const whole: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom(-1, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, -(2 ** 31) - 1, 1e21, 1e308, -0) },
  { weight: 1, arbitrary: fc.integer() },
);

export const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  whole,
  fc.boolean(),
  fc.constant(null),
  fc.double(),
  fc.array(fc.oneof(text, whole), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('id', '__proto__', 'a', 'constructor', 'length', 'toString', 'then'), fc.oneof(text, whole), {
    maxKeys: 3,
  }),
);

/** What stands in an address for an object. */
export const id: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 8 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0', '-1', '01', '1.0', '2147483648', '9223372036854775808', '1e3', '00000000-0000-4000-8000-000000000000'),
  },
  { weight: 2, arbitrary: text },
);
