/**
 * One WebSocket for all parts of a page, while somebody looks at it: a hidden tab lets go of it, and connects again when it is seen.
 * What was told meanwhile is not told again: a channel begins with its present state, where it has one.
 */

type Hear = (message: Readonly<Record<string, unknown>>) => void;

/** Other windows are looked at for a moment and left again. */
const HIDDEN_MS = 10_000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** Signed out, too many windows, a rule broken: another try would end the same. */
const FINAL = [1008, 4401, 4429];

const listeners = new Map<string, Set<Hear>>();
let socket: WebSocket | null = null;
let timer = 0;
let retries = 0;
let isOver = false;

/** Whether what happens is heard at this moment. */
export const isConnected = (): boolean => socket?.readyState === WebSocket.OPEN;

/** Answers how to stop. */
export function listen(channel: string, hear: Hear): () => void {
  const known = listeners.get(channel);
  if (known) known.add(hear);
  else listeners.set(channel, new Set([hear]));
  if (!known && isConnected()) subscribe(channel);
  connect();
  return () => void listeners.get(channel)?.delete(hear);
}

const send = (message: object): void => socket?.send(JSON.stringify(message));
const subscribe = (channel: string): void => send({ type: 'subscribe', channel });

function connect(): void {
  if (socket || isOver || document.hidden) return;
  const made = new WebSocket(new URL('/ws', location.href.replace(/^http/, 'ws')));
  socket = made;
  made.addEventListener('open', () => {
    retries = 0;
    send({ type: 'auth' });
    for (const channel of listeners.keys()) subscribe(channel);
  });
  made.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Readonly<Record<string, unknown>>;
    if (message['type'] === 'subscribed') return;
    for (const hear of listeners.get(String(message['channel'])) ?? []) hear(message);
  });
  made.addEventListener('close', ({ code }) => {
    socket = null;
    isOver = FINAL.includes(code);
    if (document.hidden) return;
    // Everybody's page loses the server at once: they do not come back at once.
    const pause = Math.min(FIRST_RETRY_MS * 2 ** retries++, LAST_RETRY_MS) * (0.5 + Math.random());
    clearTimeout(timer);
    timer = window.setTimeout(connect, pause);
  });
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (!document.hidden) connect();
  else timer = window.setTimeout(() => socket?.close(), HIDDEN_MS);
});
// A page that is kept for the way back must not be kept from it by a socket.
addEventListener('pagehide', () => socket?.close());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && listeners.size > 0) connect();
});
