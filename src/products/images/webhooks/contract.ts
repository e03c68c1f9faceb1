/** The events of the image studio (images-api.md, "Webhooks (À venir)"), and lists of endpoints and deliveries. */
import { DELIVERY, ENDPOINT, endpointBody } from '#capabilities/webhooks/webhooks.ts';
import { listOf } from '../lists.ts';

export const EVENTS = ['image.generated', 'post.published', 'post.failed', 'analytics.updated'] as const;
export const ENDPOINT_BODY = endpointBody(EVENTS);
export const ENDPOINTS = listOf(ENDPOINT);
export const DELIVERIES = listOf(DELIVERY);
