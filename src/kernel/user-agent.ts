/**
 * What a `User-Agent` tells: browser, device, system, in the words of the activity log.
 *
 * Our own reader, because the well-kept one changed to a licence we cannot ship. It knows the phones of our users
 * (Tecno, Infinix, itel, Samsung, Xiaomi…); what it does not know it leaves null, it never guesses.
 */
import { brandOf } from './device-brands.ts';

export type DeviceType = 'desktop' | 'mobile' | 'tablet' | 'bot';

export interface Client {
  readonly browser: string | null;
  readonly browserVersion: string | null;
  readonly deviceType: DeviceType | null;
  readonly deviceBrand: string | null;
  readonly deviceModel: string | null;
  readonly operatingSystem: string | null;
  readonly osVersion: string | null;
}

const UNKNOWN: Client = {
  browser: null,
  browserVersion: null,
  deviceType: null,
  deviceBrand: null,
  deviceModel: null,
  operatingSystem: null,
  osVersion: null,
};

/** A header is at most this long; a longer one is cut, so that no expression below can be made to run for long. */
const LONGEST = 1000;

export function readUserAgent(header: string | undefined): Client {
  const text = (header ?? '').slice(0, LONGEST);
  if (text.trim() === '') return UNKNOWN;
  const [browser, browserVersion] = browserOf(text);
  const [operatingSystem, osVersion] = systemOf(text);
  if (isBot(text)) return { ...UNKNOWN, browser, browserVersion, deviceType: 'bot', operatingSystem, osVersion };
  const [deviceBrand, deviceModel] = deviceOf(text);
  return { browser, browserVersion, deviceType: typeOf(text, operatingSystem), deviceBrand, deviceModel, operatingSystem, osVersion };
}

type Named = readonly [name: string | null, version: string | null];

const ROBOT =
  /\b([a-z][\w.-]{0,40}(?:bot|crawler|spider)|bot|facebookexternalhit|WhatsApp|Slurp|ia_archiver|HeadlessChrome|Lighthouse)\b(?:[/ ]v?(\d[\w.]*))?/i;
/** Programs rather than people; their own name and version come first. */
const PROGRAM =
  /^(curl|Wget|python-requests|python-httpx|Python-urllib|okhttp|PostmanRuntime|insomnia|axios|node-fetch|node|undici|Go-http-client|Java|Apache-HttpClient|aiohttp|autocannon)(?:\/(\d[\w.]*))?/i;
const isBot = (text: string): boolean => PROGRAM.test(text) || ROBOT.test(text);

/** In this order: most browsers also claim to be the ones they descend from. The version is the first group. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Opera Mini', /Opera Mini\/(\d[\d.]*)?|\bOPiOS\/(\d[\d.]*)/],
  ['Opera Mobile', /Opera Mobi|\bOPR\/(\d[\d.]*).*Mobile|Mobile.*\bOPR\/(\d[\d.]*)/],
  ['Opera GX', /\bOPRGX\/(\d[\d.]*)/],
  ['Opera', /\b(?:OPR|OPT|OPX)\/(\d[\d.]*)/],
  ['Opera', /\bOpera[/ ](\d[\d.]*)/],
  ['Edge', /\b(?:EdgA|EdgiOS|Edge|Edg)\/(\d[\d.]*)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d[\d.]*)/],
  ['UC Browser', /\b(?:UCBrowser|UCWEB)\/?(\d[\d.]*)?/],
  ['Phoenix', /\bPHX\/(\d[\d.]*)/],
  ['MIUI Browser', /\bXiaoMi\/MiuiBrowser\/(\d[\d.]*)/],
  ['Huawei Browser', /\bHuaweiBrowser\/(\d[\d.]*)/],
  ['Vivo Browser', /\bVivoBrowser\/(\d[\d.]*)/],
  ['HeyTap Browser', /\bHeyTapBrowser\/(\d[\d.]*)/],
  ['Yandex Browser', /\bYaBrowser\/(\d[\d.]*)/],
  ['Vivaldi', /\bVivaldi\/(\d[\d.]*)/],
  ['DuckDuckGo', /\b(?:DuckDuckGo|Ddg)\/(\d[\d.]*)/],
  ['Facebook', /\bFBAV\/(\d[\d.]*)/],
  ['Instagram', /\bInstagram (\d[\d.]*)/],
  ['TikTok', /\b(?:musical_ly|BytedanceWebview|trill)[_/](\d[\d.]*)/],
  ['Firefox', /\b(?:FxiOS|Firefox|Focus)\/(\d[\d.]*)/],
  ['Chrome', /\b(?:CriOS|HeadlessChrome)\/(\d[\d.]*)/],
  ['Android WebView', /; wv\).*\bChrome\/(\d[\d.]*)/],
  ['Chromium', /\bChromium\/(\d[\d.]*)/],
  ['Chrome', /\bChrome\/(\d[\d.]*)/],
  ['Android Browser', /\bAndroid\b.*\bVersion\/(\d[\d.]*).*\bSafari\//],
  ['Safari', /\bVersion\/(\d[\d.]*).*\bSafari\//],
  ['Safari', /\b(?:iPhone|iPad|iPod)\b.*\bAppleWebKit\/(\d[\d.]*)/],
  ['Internet Explorer', /\bTrident\/.*\brv:(\d[\d.]*)|\bMSIE (\d[\d.]*)/],
];

function browserOf(text: string): Named {
  const program = PROGRAM.exec(text) ?? ROBOT.exec(text);
  if (program) return [program[1] ?? null, program[2] ?? null];
  for (const [name, pattern] of BROWSERS) {
    const found = pattern.exec(text);
    if (found) return [name, found.slice(1).find((group) => group !== undefined) ?? null];
  }
  return [null, null];
}

const WINDOWS: Readonly<Record<string, string>> = {
  '10.0': '10',
  '6.3': '8.1',
  '6.2': '8',
  '6.1': '7',
  '6.0': 'Vista',
  '5.2': 'XP',
  '5.1': 'XP',
};

/** The names follow the documented example: a Macintosh says `Mac OS X`. */
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['HarmonyOS', /\b(?:HarmonyOS|OpenHarmony)[ /]?(\d[\d.]*)?/],
  ['KaiOS', /\bKAIOS\/(\d[\d.]*)/],
  ['Windows Phone', /\bWindows Phone(?: OS)? (\d[\d.]*)/],
  ['Windows', /\bWindows NT (\d[\d.]*)|\bWindows\b/],
  ['iPadOS', /\biPad\b.*?\bOS (\d[\d_]*)/],
  ['iOS', /\b(?:iPhone|iPod)\b.*?\bOS (\d[\d_]*)/],
  ['iPadOS', /\biPad\b/],
  ['iOS', /\biP(?:hone|od)\b/],
  ['Android', /\bAndroid[ /-]?(\d[\d.]*)?/],
  ['Mac OS X', /\bMac OS X (\d[\d_.]*)/],
  ['Mac OS X', /\bMac(?:intosh|_PowerPC)\b/],
  ['Chrome OS', /\bCrOS [\w-]+ (\d[\d.]*)/],
  ['Ubuntu', /\bUbuntu(?:\/(\d[\d.]*))?/],
  ['Fedora', /\bFedora(?:\/(\d[\w.-]*))?/],
  ['Linux', /\bLinux\b/],
];

function systemOf(text: string): Named {
  for (const [name, pattern] of SYSTEMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const version = found[1]?.replaceAll('_', '.') ?? null;
    return [name, name === 'Windows' && version ? (WINDOWS[version] ?? version) : version];
  }
  return [null, null];
}

const TABLET =
  /\b(?:iPad|Tablet|PlayBook|Silk|SM-[TXP]\d|KF[A-Z]{2,5}|Nexus (?:7|9|10)|MatePad|Lenovo TB|TB-?[\dX]|Pad \d|Redmi Pad|P\d{3}[A-Z]? Tab|Tab \w+)\b/i;

function typeOf(text: string, system: string | null): DeviceType | null {
  if (TABLET.test(text)) return 'tablet';
  // An Android tablet is one that does not say `Mobile`; the televisions and old phones among them are few.
  if (system === 'Android') return /\bMobile\b|Opera Mini|Opera Mobi|UCWEB|\bPHX\//.test(text) ? 'mobile' : 'tablet';
  if (/\b(?:Mobile|iPhone|iPod|Phone|KAIOS|J2ME|MIDP|Opera Mini)\b/.test(text)) return 'mobile';
  return system === null ? null : 'desktop';
}

/** Brand and model. An Android browser writes the model after its version, unless it is reduced to `K`. */
function deviceOf(text: string): Named {
  const apple = /\b(Macintosh|iPhone|iPad|iPod)\b/.exec(text);
  if (apple) return ['Apple', apple[1] ?? null];
  const written = /\bAndroid[^;)]*;(?: U;)?(?: [a-z]{2}[-_][a-zA-Z]{2};)? ?([^;)]{1,80}?)(?: Build\/[^;)]*)?(?:; wv)?[;)]/
    .exec(text)?.[1]
    ?.trim();
  if (!written || /^(K|U|wv|Mobile|Tablet|rv:.*|Linux.*|Opera .*)$/i.test(written)) return [null, null];
  return brandOf(written);
}
