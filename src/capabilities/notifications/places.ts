/** Addresses of this room, and how far it counts. */

/** The page that the bell leads to. */
export const NOTICES_PAGE = '/notifications';
export const PREFERENCES_PAGE = `${NOTICES_PAGE}/preferences`;
/** What the bell asks. */
export const FEED = '/api/notifications';

/** Nobody counts beyond. */
export const MOST_COUNTED = 100;
