/** Where each platform is, and as which app this installation speaks with it. */

/** The addresses and the app of a platform, for its file. */
export interface MetaFacts {
  readonly graphUrl: string;
  readonly dialogUrl: string;
  readonly appId: string | null;
  readonly appSecret: string | null;
}
export interface XFacts {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}
/** YouTube. */
export interface GoogleFacts {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** Where people look at films, without a slash at the end; `https://youtube.com` when not given. */
  readonly siteUrl?: string;
}
export interface LinkedInFacts {
  readonly apiUrl: string;
  readonly oauthUrl: string;
  /** `YYYYMM`. */
  readonly version: string;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** What the app was granted beyond signing in and posting: reading own posts, pages. Asking for more is refused. */
  readonly scopes?: readonly string[];
  /** `https://www.linkedin.com` when not given. */
  readonly siteUrl?: string;
}
export interface TikTokFacts {
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly clientKey: string | null;
  readonly clientSecret: string | null;
  /** `https://www.tiktok.com` when not given. */
  readonly siteUrl?: string;
}
