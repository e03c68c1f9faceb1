/** A badge held before the lens is one scan, however many pictures show it. */

const HOLD_MS = 3000;

/** True when the text has not been in sight for three seconds. */
export function createDwell(): (text: string, now: number) => boolean {
  const lastSeen = new Map<string, number>();
  return (text, now) => {
    const before = lastSeen.get(text);
    lastSeen.set(text, now);
    for (const [old, at] of lastSeen) if (now - at > HOLD_MS) lastSeen.delete(old);
    return before === undefined || now - before > HOLD_MS;
  };
}
