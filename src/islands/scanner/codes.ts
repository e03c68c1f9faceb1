/** Codes that a hand types: project code `MAABC001042`, CINEMA code `MACAS0001F`. The device knows them by their hashes only. */

const CINEMA = /^([A-Z]{5})0*(\d+)([MF])$/;

/** One spelling for all: upper case, no spaces or dashes, digits of a CINEMA code without leading zeros. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u200e\u200f]/gu, '')
    .replace(CINEMA, '$1$2$3');

export async function hashCode(projectId: number, typed: string): Promise<string> {
  const text = new TextEncoder().encode(`atelier-roster:${projectId}:${plainCode(typed)}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
