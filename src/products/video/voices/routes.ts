/** `/api/v1/voices…`: who can speak, and how it sounds. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsOfVoiceFault } from '#capabilities/generation/generation.ts';
import { createFileAnswers } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { say } from '#kernel/message.ts';
import type { VideoMount } from '../mount.ts';
import { type Reader, readerOf } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { baseOf, type ListedVoice, listVoices } from './cards.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { type PreviewTools, type Said, sayNow, sayOnce } from './previews.ts';

interface ById {
  readonly Params: { readonly voice_id: string };
}
const TAGS = ['Voices'];
const LONGEST_TEXT = 300;
const PROVIDERS = ['', 'elevenlabs', 'embedded'] as const;

export function registerVoiceRoutes({ door, route }: VideoMount, tools: FilmTools): void {
  const open = route(access.signedIn);
  const answers = createFileAnswers(tools);
  const booth: PreviewTools = { ...tools, inFolder: tools.assets.inFolder };
  const send = (request: FastifyRequest, reply: FastifyReply, { file, speaker }: Said, provider: string): Promise<FastifyReply> => {
    reply.headers({ 'x-voice-speaker': speaker, 'x-voice-provider': provider });
    return answers.stream(request, reply, file.name, 'voice.mp3');
  };
  const list = { tags: TAGS, summary: 'Who can speak', querystring: wire.FILTERS, response: { 200: wire.VOICES } };
  door.get<{ Querystring: Record<string, string> }>('/api/v1/voices', { ...open, schema: list }, async (request) => {
    const isWanted = readFilters(readerOf(request.query));
    const { voices, missing } = await listVoices(tools.generation);
    return {
      voices: voices.filter(isWanted).map((voice) => present(voice, tools.publicUrl)),
      missing: missing && { code: missing.kind, message: say(wordsOfVoiceFault(missing), request.language) },
    };
  });
  const sample = { tags: TAGS, summary: 'How a voice sounds' };
  door.get<ById>('/api/v1/voices/:voice_id/preview', { ...open, schema: sample }, async (request, reply) => {
    const { card, sample: theirs } = await voiceOf(tools, request.params.voice_id);
    if (theirs) return reply.redirect(theirs);
    const { text, language, voice, provider = 'embedded' } = card.preview;
    const saying = { text, language, voice, provider, by: requireViewer(request).accountId };
    return send(request, reply, await sayOnce(booth, saying, card), provider);
  });
  const preview = { tags: TAGS, summary: 'How a voice says a text', body: wire.PREVIEW_BODY };
  const limited = { ...route(access.signedIn, 'generate'), schema: preview };
  door.post<ById & { Body: Record<string, unknown> }>('/api/v1/voices/:voice_id/preview', limited, async (request, reply) => {
    const { card } = await voiceOf(tools, request.params.voice_id);
    const wish = readPreview(readerOf(request.body), card.language);
    const { id: voice } = card;
    const { provider } = await tools.generation.voices.offer({ voice, ...wish });
    const saying = { voice, text: wish.text, language: wish.language, provider, by: requireViewer(request).accountId };
    if (provider === 'elevenlabs') return send(request, reply, await sayOnce(booth, saying, card), provider);
    const { mp3, speaker } = await sayNow(booth, saying);
    return reply.headers({ 'x-voice-speaker': speaker, 'x-voice-provider': provider }).type('audio/mpeg').send(mp3);
  });
}

function readFilters(reader: Reader): (voice: ListedVoice) => boolean {
  const provider = reader.choice('provider', PROVIDERS, '');
  const language = languageIn(reader, '');
  reader.close();
  return (voice) => (!provider || voice.provider === provider) && (!language || baseOf(voice.language) === baseOf(language));
}

function readPreview(reader: Reader, fallback: string) {
  const text = reader.text('text', { most: LONGEST_TEXT, isRequired: true }, '');
  const provider = reader.choice('provider', PROVIDERS, '');
  const language = languageIn(reader, fallback) || fallback;
  reader.close();
  return { text, language, ...(provider ? { provider } : {}) };
}

function languageIn(reader: Reader, fallback: string): string {
  const language = reader.has('language') ? reader.text('language', { most: 12 }, fallback) : fallback;
  if (language && !/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(language)) reader.fault('language', m.language, 'format');
  return language;
}

const present = ({ id, name, provider, language, gender, style, card }: ListedVoice, publicUrl: string) => ({
  ...{ id, name, provider, language: baseOf(language), gender, style },
  preview_url: card && `${publicUrl}/api/v1/voices/${encodeURIComponent(id)}/preview`,
  ...{ speaker: card?.speaker ?? null, speaker_provider: card?.provider ?? null, quality: card?.quality ?? null },
});

/** 404 for a voice of nobody, and for a documented name that nobody here can speak for. */
async function voiceOf({ generation }: FilmTools, id: string): Promise<ListedVoice & { readonly card: NonNullable<ListedVoice['card']> }> {
  const { voices } = await listVoices(generation);
  const found = voices.find((voice) => voice.id.toLowerCase() === id.toLowerCase());
  if (!found?.card) throw failure.notFound(m.notFound);
  return { ...found, card: found.card };
}
