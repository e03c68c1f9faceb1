/** How the painter signs: the model that is told of its pictures. Light to import: what paints runs in threads. */
export const PAINTER = 'atelier-painter-1';
