/** The events of films (video-api.md, "Événements Disponibles"), and lists of endpoints and deliveries. */
import { DELIVERY, ENDPOINT, endpointBody } from '#capabilities/webhooks/webhooks.ts';
import { listOf } from '../lists.ts';

export const EVENTS = [
  ...(['project.created', 'project.started', 'project.completed', 'project.failed'] as const),
  ...(['render.started', 'render.completed', 'render.failed'] as const),
  ...(['publish.completed', 'publish.failed', 'publish.unknown'] as const),
] as const;
export const ENDPOINT_BODY = endpointBody(EVENTS);
export const ENDPOINTS = listOf(ENDPOINT);
export const DELIVERIES = listOf(DELIVERY);
