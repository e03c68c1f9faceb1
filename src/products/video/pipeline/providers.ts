/** Names of the documents for whoever makes things; who really made them is said afterwards (`providers_used`). */

export const PROVIDERS = {
  llm: ['openai', 'openrouter', 'embedded'],
  image: ['openai', 'dalle3', 'blackbox', 'stability', 'replicate', 'embedded'],
  video: ['runway', 'embedded'],
  voice: ['elevenlabs', 'embedded'],
  music: ['suno', 'elevenlabs', 'embedded'],
} as const;
export type ProviderKind = keyof typeof PROVIDERS;
export const PROVIDER_KINDS = Object.keys(PROVIDERS) as readonly ProviderKind[];
