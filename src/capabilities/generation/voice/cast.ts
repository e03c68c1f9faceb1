/**
 * The logical voices: names that the documents use, and who speaks for them. The ids of ElevenLabs are those of its shared default
 * voices as of 21 November 2026; they age, and a name that is no longer known is looked for among the voices of the account.
 */
import type { VoiceGender } from './voice.ts';

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Its home; ElevenLabs' voices speak all languages of the model. */
  readonly language: string;
  readonly gender: VoiceGender;
  readonly style: string;
  readonly elevenlabs: string;
}

export const CAST: readonly Role[] = [
  { id: 'thomas', name: 'Thomas', language: 'fr', gender: 'male', style: 'professional', elevenlabs: 'GBv7mTt0atIp3Br8iCZE' },
  { id: 'charlotte', name: 'Charlotte', language: 'fr', gender: 'female', style: 'warm', elevenlabs: 'XB0fDUnXU5powFXDhCwa' },
  { id: 'rachel', name: 'Rachel', language: 'en', gender: 'female', style: 'narration', elevenlabs: '21m00Tcm4TlvDq8ikWAM' },
  { id: 'adam', name: 'Adam', language: 'en', gender: 'male', style: 'deep', elevenlabs: 'pNInz6obpgDQGcFmaJgB' },
  { id: 'daniel', name: 'Daniel', language: 'en', gender: 'male', style: 'news', elevenlabs: 'onwK4e9ZLuTAKqWW03F9' },
  { id: 'sarah', name: 'Sarah', language: 'en', gender: 'female', style: 'soft', elevenlabs: 'EXAVITQu4vr4xnSDxMaL' },
  { id: 'youssef', name: 'Youssef', language: 'ar', gender: 'male', style: 'narration', elevenlabs: 'JBFqnCBsd6RMkjVDRZzb' },
  { id: 'amina', name: 'Amina', language: 'ar', gender: 'female', style: 'warm', elevenlabs: 'pFZP5JQG7iQjIQuC4Bku' },
];

export const roleOf = (voice: string): Role | null => CAST.find(({ id }) => id === voice.toLowerCase()) ?? null;
