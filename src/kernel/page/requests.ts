/** The small manners that pages share: numbers and fields of a request, and the answer to a form that was done. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '../failure.ts';
import type { FormBody } from '../http/forms.ts';
import { type Message, type Params, say } from '../message.ts';
import { type Flash, setFlash } from './flash.ts';

export interface ById {
  readonly Params: { readonly id: string };
}
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Nine digits fit every column that holds a number. */
export const isId = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** The number of the address; 404 for anything else. */
export function idOf(request: FastifyRequest): number {
  const { id } = request.params as ById['Params'];
  if (!isId(id)) throw failure.notFound();
  return Number(id);
}

/** Ids of an address or a form: `ids=1,2` or `ids=1&ids=2`; what is no id is left out, twice the same is once. */
export function idsOf(value: Query[string], most = 100): readonly number[] {
  const texts = [value ?? []].flat().flatMap((text) => text.split(','));
  return [...new Set(texts.map((text) => text.trim()).filter(isId))].map(Number).slice(0, most);
}

/** A value of the address, trimmed; the first when it is there several times, empty when it is not. */
export const asked = (request: FastifyRequest, name: string): string => ([(request.query as Query)[name] ?? []].flat()[0] ?? '').trim();

/** A field of the form that was sent, trimmed; empty when it was not. */
export const fieldOf = (request: FastifyRequest, name: string): string => fieldsOf(request, name)[0] ?? '';
export const fieldsOf = (request: FastifyRequest, name: string): readonly string[] =>
  [((request.body ?? {}) as FormBody)[name] ?? []].flat().map((text) => text.trim());

/** Says what was done and goes on. */
export function done(
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  message: Message,
  params: Params = {},
  kind: Flash['kind'] = 'success',
): FastifyReply {
  setFlash(reply, { kind, text: say(message, request.language, params) });
  return reply.redirect(to, 303);
}
