/** Names of products, platforms, formats and units: the same in the three languages. A pattern of whole words. */
const NAMES = [
  ...[
    'Taalentio',
    'CINEMA',
    'Instagram',
    'Facebook',
    'TikTok',
    'YouTube',
    'LinkedIn',
    'WhatsApp',
    'Telegram',
    'Threads',
    'X',
    'Twitter',
    'GitHub',
    'Figma',
  ],
  ...['TypeScript', 'JavaScript', 'Python', 'React', 'Node\\.js', 'PostgreSQL', 'Docker', 'PDF', 'CSV', 'SRT', 'VTT', 'UTC', 'USD', 'Aa'],
  ...['PNG', 'JPEG', 'WebP', 'Excel', 'Chrome', 'Linux', 'node', 'bot', 'curl'],
  ...['FR', 'EN', 'AR', 'Français', 'English', 'العربية'],
  // Hashtags, events of webhooks and jobs (`post.failed`), addresses of e-mail.
  ...['#[\\p{L}\\p{N}_]+', '[a-z]+(?:\\.[a-z][a-z-]+)+', '[\\w.+-]+@[\\w.-]+'],
  // Places of the time zone database.
  '(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)(?:/[\\w+ -]+)*',
];
export const KNOWN = `(?<![\\p{L}\\p{N}])(?:${NAMES.join('|')})(?![\\p{L}\\p{N}])`;
