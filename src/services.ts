/** Where the services of others are, and the keys to them: models, platforms, films. Without a key each has a double of ours. */

export interface Services {
  /** Models that answer in words; without a key everything is computed here. */
  readonly generation: {
    readonly openrouterApiKey: string | null;
    readonly openrouterUrl: string;
    readonly openaiApiKey: string | null;
    /** Any server that speaks the same, also one of this machine. */
    readonly openaiUrl: string;
    readonly openaiModel: string | null;
    /** Models that make pictures; without a key the embedded painter does. */
    readonly blackboxApiKey: string | null;
    readonly blackboxUrl: string;
    readonly stabilityApiKey: string | null;
    readonly stabilityUrl: string;
    readonly replicateToken: string | null;
    readonly replicateUrl: string;
    /** Voices and music; without a key both are made here. */
    readonly elevenlabsApiKey: string | null;
    readonly elevenlabsUrl: string;
    /** The operator's own gateway: there is no public one. */
    readonly sunoUrl: string | null;
    readonly sunoApiKey: string | null;
    /** Clips from pictures; without a key the camera moves over them here. */
    readonly runwayApiKey: string | null;
    readonly runwayUrl: string;
  };
  /** Apps at the platforms where people publish; in demo mode the platforms without one are played here. */
  readonly platforms: {
    readonly meta: {
      readonly appId: string | null;
      readonly appSecret: string | null;
      readonly graphUrl: string;
      readonly dialogUrl: string;
    };
    readonly x: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
    };
    /** YouTube. */
    readonly google: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
      readonly tokenUrl: string;
    };
    readonly linkedin: {
      readonly clientId: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly oauthUrl: string;
      /** `YYYYMM`; each lives about a year. */
      readonly version: string;
      /** Asked for beside signing in and posting. */
      readonly scopes: readonly string[];
    };
    readonly tiktok: {
      readonly clientKey: string | null;
      readonly clientSecret: string | null;
      readonly apiUrl: string;
      readonly authorizeUrl: string;
    };
  };
  readonly omdb: { readonly apiKey: string | null; readonly url: string };
}

export interface ServicesReader {
  /** A variable without its spaces; null when it is empty or not there. */
  readonly text: (name: string) => string | null;
  /** The same, refused when it does not start with one of `protocols`. */
  readonly url: (name: string, protocols: readonly string[]) => string | null;
}

export function readServices({ text, url }: ServicesReader): Services {
  return {
    generation: {
      openrouterApiKey: text('OPENROUTER_API_KEY'),
      openrouterUrl: url('OPENROUTER_URL', ['http:', 'https:']) ?? 'https://openrouter.ai/api/v1',
      openaiApiKey: text('OPENAI_API_KEY'),
      openaiUrl: url('OPENAI_URL', ['http:', 'https:']) ?? 'https://api.openai.com/v1',
      openaiModel: text('OPENAI_MODEL'),
      blackboxApiKey: text('BLACKBOX_API_KEY'),
      blackboxUrl: url('BLACKBOX_URL', ['http:', 'https:']) ?? 'https://api.blackbox.ai',
      stabilityApiKey: text('STABILITY_API_KEY'),
      stabilityUrl: url('STABILITY_URL', ['http:', 'https:']) ?? 'https://api.stability.ai',
      replicateToken: text('REPLICATE_API_TOKEN'),
      replicateUrl: url('REPLICATE_URL', ['http:', 'https:']) ?? 'https://api.replicate.com',
      elevenlabsApiKey: text('ELEVENLABS_API_KEY'),
      elevenlabsUrl: url('ELEVENLABS_URL', ['http:', 'https:']) ?? 'https://api.elevenlabs.io',
      sunoUrl: url('SUNO_URL', ['http:', 'https:']),
      sunoApiKey: text('SUNO_API_KEY'),
      runwayApiKey: text('RUNWAY_API_KEY'),
      runwayUrl: url('RUNWAY_URL', ['http:', 'https:']) ?? 'https://api.dev.runwayml.com',
    },
    platforms: {
      meta: {
        appId: text('META_APP_ID'),
        appSecret: text('META_APP_SECRET'),
        graphUrl: url('META_GRAPH_URL', ['http:', 'https:']) ?? 'https://graph.facebook.com/v25.0',
        dialogUrl: url('META_DIALOG_URL', ['http:', 'https:']) ?? 'https://www.facebook.com/v25.0/dialog/oauth',
      },
      x: {
        clientId: text('X_CLIENT_ID'),
        clientSecret: text('X_CLIENT_SECRET'),
        apiUrl: url('X_API_URL', ['http:', 'https:']) ?? 'https://api.x.com',
        authorizeUrl: url('X_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://x.com/i/oauth2/authorize',
      },
      google: {
        clientId: text('GOOGLE_CLIENT_ID'),
        clientSecret: text('GOOGLE_CLIENT_SECRET'),
        apiUrl: url('GOOGLE_API_URL', ['http:', 'https:']) ?? 'https://www.googleapis.com',
        authorizeUrl: url('GOOGLE_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: url('GOOGLE_TOKEN_URL', ['http:', 'https:']) ?? 'https://oauth2.googleapis.com/token',
      },
      linkedin: {
        clientId: text('LINKEDIN_CLIENT_ID'),
        clientSecret: text('LINKEDIN_CLIENT_SECRET'),
        apiUrl: url('LINKEDIN_API_URL', ['http:', 'https:']) ?? 'https://api.linkedin.com',
        oauthUrl: url('LINKEDIN_OAUTH_URL', ['http:', 'https:']) ?? 'https://www.linkedin.com/oauth/v2',
        version: text('LINKEDIN_VERSION') ?? '202610',
        scopes: (text('LINKEDIN_SCOPES') ?? '').split(/[\s,]+/).filter(Boolean),
      },
      tiktok: {
        clientKey: text('TIKTOK_CLIENT_KEY'),
        clientSecret: text('TIKTOK_CLIENT_SECRET'),
        apiUrl: url('TIKTOK_API_URL', ['http:', 'https:']) ?? 'https://open.tiktokapis.com',
        authorizeUrl: url('TIKTOK_AUTHORIZE_URL', ['http:', 'https:']) ?? 'https://www.tiktok.com/v2/auth/authorize/',
      },
    },
    omdb: { apiKey: text('OMDB_API_KEY'), url: url('OMDB_URL', ['http:', 'https:']) ?? 'https://www.omdbapi.com' },
  };
}
