/** Small films for tests: two short scenes, rendered small and quick. */
import { expect } from 'vitest';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}
/** Somebody at the door. */
interface Asker {
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>;
}

export const SMALL = { render: { quality: 'draft', scale: 4 } } as const;
export const SCENES = [
  { narration: 'Le matin se lève.', image_prompt: 'a quiet harbour at dawn', on_screen: 'Le matin', seconds: 2 },
  { narration: 'La ville s’éveille.', image_prompt: 'a market street in the morning', on_screen: 'La ville', seconds: 2 },
] as const;

/** A project with a script of its own: its address. */
export async function filmOf({ ask }: Asker, config: object = {}, scenes: readonly object[] = SCENES): Promise<string> {
  const { body } = await ask('POST', '/projects', {
    ...{ title: 'Le matin', prompt: 'Un matin au port', config: { target_duration: 6, language: 'fr', seed: 7, ...config } },
  });
  const path = `/projects/${String(body['id'])}`;
  expect((await ask('PUT', `${path}/script`, { scenes })).status).toBe(200);
  return path;
}

export const start = ({ ask }: Asker, path: string, config: object = {}): Promise<Answer> =>
  ask('POST', `${path}/start`, { pipeline_config: { ...SMALL, ...config } });

export interface Status {
  readonly status: string;
  readonly progress: number;
  readonly pipeline_id: string;
  readonly current_step: { readonly name: string; readonly items_total: number; readonly items_completed: number } | null;
  readonly steps_completed: readonly string[];
  readonly steps_remaining: readonly string[];
  readonly steps_skipped: readonly string[];
  readonly estimated_remaining_seconds: number;
  readonly logs: readonly { readonly timestamp: string; readonly level: string; readonly message: string }[];
  readonly items_reused: number;
  readonly providers_used: Readonly<Record<string, readonly string[]>>;
  readonly error: { readonly code: string; readonly message: string; readonly step: string; readonly scene_id: number | null } | null;
  readonly video_id: string | null;
  readonly video_url: string | null;
}
export const statusOf = async ({ ask }: Asker, path: string): Promise<Status> =>
  (await ask('GET', `${path}/status`)).body as unknown as Status;

const OVER = ['completed', 'failed', 'cancelled', 'draft'];
/** Waits for the end, and answers it; every status on the way is given to `seen`. */
export async function untilOver(person: Asker, path: string, seen: (status: Status) => void = () => undefined): Promise<Status> {
  let last = await statusOf(person, path);
  await expect
    .poll(
      async () => {
        last = await statusOf(person, path);
        seen(last);
        return OVER.includes(last.status);
      },
      { timeout: 100_000, interval: 50 },
    )
    .toBe(true);
  return last;
}
