/** Endpoints and deliveries as every API says them (video-api.md, "Webhooks"); lists are each product's own. */
import { type TSchema, Type } from 'typebox';
import { failure } from '#kernel/failure.ts';
import { m } from './messages.ts';
import type { Delivery, Endpoint, NewEndpoint } from './webhooks.ts';

const text = Type.String();
const whole = Type.Integer();
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));

/** `events`: those of the product, named in the reference. */
export const endpointBody = (events: readonly string[]) =>
  Type.Object(
    {
      url: sent('Where deliveries are posted to'),
      events: sent(`A list of ${events.join(', ')}`),
      secret: sent('Key of the signatures; made here, and told once, when not given'),
      is_active: sent('Only when it is changed'),
    },
    { additionalProperties: true },
  );
const ENDPOINT_KEYS = {
  id: text,
  url: text,
  events: Type.Array(text),
  is_active: Type.Boolean(),
  disabled_reason: orNull(text),
  created_at: text,
  updated_at: text,
};
export const ENDPOINT = Type.Object(ENDPOINT_KEYS);
export const NEW_ENDPOINT = Type.Object({ ...ENDPOINT_KEYS, secret: text });

export const DELIVERY = Type.Object({
  id: text,
  event_id: text,
  event: text,
  status: text,
  tries: whole,
  http_status: orNull(whole),
  detail: orNull(text),
  next_try_at: orNull(text),
  created_at: text,
  delivered_at: orNull(text),
});

type Body = Readonly<Record<string, unknown>>;

/** The rules of the capability judge what is inside. */
export const readNew = ({ url, events, secret }: Body): NewEndpoint => ({
  ...({ url, events: typeof events === 'string' ? events.split(',') : events } as NewEndpoint),
  ...(secret === undefined || secret === null || secret === '' ? {} : { secret: secret as string }),
});

export function readChanges(body: Body): Partial<NewEndpoint> & { readonly isActive?: boolean } {
  const { is_active: isActive } = body;
  if (isActive !== undefined && typeof isActive !== 'boolean') throw failure.field('is_active', m.flag, {}, 'type');
  const given = Object.fromEntries(Object.entries(readNew(body)).filter(([, value]) => value !== undefined));
  return { ...given, ...(isActive === undefined ? {} : { isActive }) };
}

export const endpointOf = ({ id, url, events, isActive, disabledReason, createdAt, updatedAt }: Endpoint) => ({
  ...{ id, url, events: [...events], is_active: isActive, disabled_reason: disabledReason },
  ...{ created_at: secondsOf(createdAt), updated_at: secondsOf(updatedAt) },
});

export const deliveryOf = (delivery: Delivery) => ({
  id: delivery.id,
  event_id: delivery.eventId,
  event: delivery.event,
  status: delivery.state,
  tries: delivery.tries,
  http_status: delivery.httpStatus,
  detail: delivery.detail,
  next_try_at: delivery.nextTryAt ? secondsOf(delivery.nextTryAt) : null,
  created_at: secondsOf(delivery.createdAt),
  delivered_at: delivery.deliveredAt ? secondsOf(delivery.deliveredAt) : null,
});

const secondsOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
