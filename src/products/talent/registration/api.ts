/**
 * `POST /api/v1/auth/register`: a whole registration in one request, JSON or multipart with the files `photo` and `cv`
 * (talent-technical.md, Workflow 1). The same rules as the pages; it signs the person in as they do.
 */
import type { FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { comesFromUs } from '#kernel/http/cross-site.ts';
import type { Door } from '#kernel/http/door.ts';
import { messages } from '#kernel/message.ts';
import { dialectOf, wordsOf } from '../dialect.ts';
import type { PreparedFile, RegistrationInput } from '../members/members.ts';
import { sentCv, sentPhoto } from '../sent-files.ts';
import { REGISTER_BODY, REGISTERED } from './contract.ts';
import { limitRegistrations } from './limits.ts';
import type { RegistrationTools } from './registration.ts';
import { signIn } from './routes.tsx';

const m = messages({
  crossSite: {
    fr: 'Requête refusée : elle vient d’un autre site',
    en: 'Request refused: it comes from another site',
    ar: 'تم رفض الطلب: مصدره موقع آخر',
  },
  registered: { fr: 'Inscription reussie', en: 'Registration successful', ar: 'تم التسجيل بنجاح' },
});

export function registerRegistrationApi(door: Door, tools: RegistrationTools): void {
  const limits = limitRegistrations(tools);
  const schema = { tags: ['Authentication'], summary: 'Register', body: REGISTER_BODY, response: { 201: REGISTERED } };
  door.post('/api/v1/auth/register', { config: { access: access.public }, schema }, async (request, reply) => {
    if (!comesFromUs(request)) throw failure.forbidden(m.crossSite, 'CROSS_SITE');
    await limits.completion(request);
    const input = withoutFiles(request.body);
    const files = await goodFiles(tools, request, input);
    const member = await tools.members.register(request, input, { ...files, language: request.language });
    await signIn(tools, request, reply, member.id);
    const dialect = dialectOf(request);
    const user = await tools.members.people.loginUser(member.id, dialect);
    const address = (name: string | null): string | null => (name === null ? null : `/static/uploads/${name}`);
    const { code: unique_code, score: profile_score } = member;
    const addresses = { photo_url: address(member.photoFile), cv_url: address(member.cvFile), qr_code_url: address(member.qrFile) };
    const body = {
      success: true,
      message: wordsOf(dialect, m.registered),
      user,
      unique_code,
      profile_score,
      profile_url: `/profile/view/${unique_code}`,
      ...addresses,
    };
    return reply.code(201).send(body as never);
  });
}

/** Files and the ids of uploads are read apart. */
const withoutFiles = (body: RegistrationInput): RegistrationInput =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !['photo', 'cv', 'photo_upload', 'cv_upload'].includes(name)));

/** The files, when each is good; else one failure that names the faults of the fields as well. */
async function goodFiles(
  tools: RegistrationTools,
  request: FastifyRequest,
  input: RegistrationInput,
): Promise<{ photo?: PreparedFile; cv?: PreparedFile }> {
  const errors: Record<string, FieldErrors[string]> = {};
  const read = async (reader: typeof sentPhoto): Promise<PreparedFile | null> => {
    try {
      return await reader(request, tools);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      Object.assign(errors, error.fields);
      return null;
    }
  };
  const [photo, cv] = [await read(sentPhoto), await read(sentCv)];
  if (Object.keys(errors).length) throw failure.invalid({ ...(await tools.members.check(input)), ...errors });
  return { ...(photo ? { photo } : {}), ...(cv ? { cv } : {}) };
}
