import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUserAgent } from './user-agent.ts';

type Row = readonly [title: string, header: string, client: readonly (string | null)[]];

/** browser, version, type, brand, model, system, version */
const people: readonly Row[] = [
  [
    'the documented example, a Macintosh',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.5993.88 Safari/537.36',
    ['Chrome', '118.0.5993.88', 'desktop', 'Apple', 'Macintosh', 'Mac OS X', '10.15.7'],
  ],
  [
    'Chrome on a Tecno',
    'Mozilla/5.0 (Linux; Android 12; TECNO KI5q Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 Mobile Safari/537.36',
    ['Chrome', '114.0.5735.196', 'mobile', 'Tecno', 'KI5q', 'Android', '12'],
  ],
  [
    'Chrome on an Infinix',
    'Mozilla/5.0 (Linux; Android 11; Infinix X6511B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    ['Chrome', '120.0.0.0', 'mobile', 'Infinix', 'X6511B', 'Android', '11'],
  ],
  [
    'Chrome on an itel',
    'Mozilla/5.0 (Linux; Android 10; itel A509W) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0.4664.45 Mobile Safari/537.36',
    ['Chrome', '96.0.4664.45', 'mobile', 'itel', 'A509W', 'Android', '10'],
  ],
  [
    'Samsung Internet',
    'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
    ['Samsung Internet', '23.0', 'mobile', 'Samsung', 'SM-A546B', 'Android', '13'],
  ],
  [
    'Chrome on a Samsung tablet',
    'Mozilla/5.0 (Linux; Android 12; SM-T505) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Safari/537.36',
    ['Chrome', '116.0.0.0', 'tablet', 'Samsung', 'SM-T505', 'Android', '12'],
  ],
  [
    'Chrome with the reduced header',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
    ['Chrome', '124.0.0.0', 'mobile', null, null, 'Android', '10'],
  ],
  [
    'a Redmi',
    'Mozilla/5.0 (Linux; U; Android 11; fr-fr; Redmi Note 8 Build/RKQ1.201004.002) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.25.1-gn',
    ['MIUI Browser', '13.25.1', 'mobile', 'Xiaomi', 'Redmi Note 8', 'Android', '11'],
  ],
  [
    'a Huawei',
    'Mozilla/5.0 (Linux; Android 10; STK-L21; HMSCore 6.11.0.302) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.88 HuaweiBrowser/13.0.6.301 Mobile Safari/537.36',
    ['Huawei Browser', '13.0.6.301', 'mobile', 'Huawei', 'STK-L21', 'Android', '10'],
  ],
  [
    'an iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1',
    ['Safari', '17.2', 'mobile', 'Apple', 'iPhone', 'iOS', '17.2.1'],
  ],
  [
    'Chrome on an iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/119.0.6045.109 Mobile/15E148 Safari/604.1',
    ['Chrome', '119.0.6045.109', 'mobile', 'Apple', 'iPhone', 'iOS', '16.6'],
  ],
  [
    'an iPad',
    'Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1',
    ['Safari', '15.6', 'tablet', 'Apple', 'iPad', 'iPadOS', '15.6'],
  ],
  [
    'Safari on a Macintosh',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
    ['Safari', '17.1', 'desktop', 'Apple', 'Macintosh', 'Mac OS X', '10.15.7'],
  ],
  [
    'Firefox on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0',
    ['Firefox', '120.0', 'desktop', null, null, 'Windows', '10'],
  ],
  [
    'Firefox on Ubuntu',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0',
    ['Firefox', '119.0', 'desktop', null, null, 'Ubuntu', null],
  ],
  [
    'Firefox on Android, which hides the model',
    'Mozilla/5.0 (Android 13; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0',
    ['Firefox', '121.0', 'mobile', null, null, 'Android', '13'],
  ],
  [
    'Edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91',
    ['Edge', '120.0.2210.91', 'desktop', null, null, 'Windows', '10'],
  ],
  [
    'Opera Mini',
    'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; fr) Presto/2.12.423 Version/12.16',
    ['Opera Mini', '36.2.2254', 'mobile', null, null, 'Android', null],
  ],
  [
    'Opera Mini on a simple phone',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54',
    ['Opera Mini', '9.80', 'mobile', null, null, null, null],
  ],
  [
    'Opera Mobile on a Tecno',
    'Mozilla/5.0 (Linux; Android 9; TECNO CC7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.5414.118 Mobile Safari/537.36 OPR/74.3.3922.71982',
    ['Opera Mobile', '74.3.3922.71982', 'mobile', 'Tecno', 'CC7', 'Android', '9'],
  ],
  [
    'Phoenix, the browser shipped on Tecno and Infinix',
    'Mozilla/5.0 (Linux; Android 11; TECNO BD2p Build/RP1A.200720.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/106.0.5249.126 Mobile Safari/537.36 PHX/11.6',
    ['Phoenix', '11.6', 'mobile', 'Tecno', 'BD2p', 'Android', '11'],
  ],
  [
    'the browser inside Facebook',
    'Mozilla/5.0 (Linux; Android 13; CPH2387 Build/TP1A.220905.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.6045.193 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/443.0.0.23.229;]',
    ['Facebook', '443.0.0.23.229', 'mobile', 'Oppo', 'CPH2387', 'Android', '13'],
  ],
  [
    'a Chromebook',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36',
    ['Chrome', '119.0.0.0', 'desktop', null, null, 'Chrome OS', '14541.0.0'],
  ],
  [
    'Internet Explorer',
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
    ['Internet Explorer', '11.0', 'desktop', null, null, 'Windows', '7'],
  ],
];

const robots: readonly Row[] = [
  [
    'Googlebot, which claims to be a phone',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.71 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    ['Googlebot', '2.1', 'bot', null, null, 'Android', '6.0.1'],
  ],
  ['bingbot', 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', ['bingbot', '2.0', 'bot', null, null, null, null]],
  [
    'Facebook fetching a preview',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    ['facebookexternalhit', '1.1', 'bot', null, null, null, null],
  ],
  ['curl', 'curl/8.5.0', ['curl', '8.5.0', 'bot', null, null, null, null]],
  ['the Python client of the documents', 'python-requests/2.31.0', ['python-requests', '2.31.0', 'bot', null, null, null, null]],
];

const flat = (header: string | undefined): readonly (string | null)[] => {
  const c = readUserAgent(header);
  return [c.browser, c.browserVersion, c.deviceType, c.deviceBrand, c.deviceModel, c.operatingSystem, c.osVersion];
};

describe('readUserAgent (T-488, T-489)', () => {
  it.each(people)('%s', (_title, header, client) => expect(flat(header)).toEqual(client));
  it.each(robots)('%s', (_title, header, client) => expect(flat(header)).toEqual(client));

  it.each([undefined, '', '   ', 'x', '()', 'Mozilla/5.0'])('knows nothing of %j', (header) =>
    expect(flat(header)).toEqual([null, null, null, null, null, null, null]),
  );

  it('takes any header', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => void readUserAgent(header)));
  });

  it.each(['Android; ', 'Opera Mini/', 'iPhone OS ', 'Mobile OPR/', 'Windows NT ', 'botbotbot', '(((((', 'Version/1 ', 'Tab ', 'a.b-'])(
    'is not held up by %j again and again',
    (part) => {
      const started = process.cpuUsage();
      readUserAgent(part.repeat(3000));
      expect(process.cpuUsage(started).user).toBeLessThan(200_000);
    },
  );
});
