/** Where the pages of this slice are, and who may come: administrators only. */
import { access } from '#kernel/http/access.ts';

export const AI_SETTINGS = '/admin/settings/ai';
export const AI_IMAGES = `${AI_SETTINGS}/images`;
export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
