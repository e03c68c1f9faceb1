/**
 * The address of a request as the router can read it. A router that cannot decode an address answers in its own words, before any door
 * was asked; here what is no encoding stands for itself, so that such an address names nothing and its door says so.
 */
export function readableAddress(url: string): string {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.includes('%')) return url;
  return path.replace(/(?:%[0-9a-f]{2})+|%/gi, (run) => (isText(run) ? run : run.replaceAll('%', '%25'))) + url.slice(path.length);
}

/** Whether it decodes, and to something that a text may hold: PostgreSQL and file systems know no NUL. */
function isText(run: string): boolean {
  try {
    return !decodeURIComponent(run).includes('\0');
  } catch {
    return false; // that is the answer
  }
}
