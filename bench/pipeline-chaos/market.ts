/** Everybody who is paid in this drill, in its own process: their bills are the truth. */
import { startImageModelSimulator } from '#simulators/image-models.ts';
import { startMusicModelSimulator } from '#simulators/music-model.ts';
import { startRunwaySimulator } from '#simulators/runway.ts';
import { startVoiceModelSimulator } from '#simulators/voice-model.ts';

export interface Bill {
  readonly name: string;
  /** Things to make. */
  readonly items: number;
  /** Lines of the provider. */
  readonly bought: number;
  /** What was ordered more than once. */
  readonly twice: readonly string[];
}

export interface Market {
  readonly environment: Readonly<Record<string, string>>;
  bills(films: number, scenes: number): readonly Bill[];
  close(): Promise<void>;
}

export async function openMarket(): Promise<Market> {
  const [images, voices] = [await startImageModelSimulator(), await startVoiceModelSimulator()];
  const [music, runway] = [await startMusicModelSimulator(), await startRunwaySimulator()];
  voices.bill.left = 1_000_000_000;
  const { suno } = music;
  return {
    environment: {
      ...images.environmentOf('stability', 'replicate'),
      ...voices.environment,
      ...runway.environment,
      SUNO_URL: suno.url,
      SUNO_API_KEY: suno.key,
    },
    bills: (films, scenes) => {
      const painted = images.requests.filter(({ method, path }) => method === 'POST' && /stable-image|predictions$/.test(path));
      const filmed = runway.requests.filter(({ method, path }) => method === 'POST' && /image_to_video/.test(path));
      const composed = music.requests.filter(({ method, path }) => method === 'POST' && /generate|music/.test(path));
      const { stability, replicate } = images.bought;
      return [
        {
          name: 'pictures',
          items: films * scenes,
          bought: stability + replicate,
          twice: repeated(painted.map(({ body }) => markIn(body))),
        },
        { name: 'clips', items: films * scenes, bought: runway.bill.length, twice: repeated(filmed.map(({ body }) => markIn(body))) },
        { name: 'voices', items: films * scenes, bought: voices.history.length, twice: repeated(voices.history.map(markIn)) },
        { name: 'music', items: films, bought: music.bought.suno, twice: repeated(composed.map(({ body }) => markIn(body))) },
      ];
    },
    close: async () => {
      await Promise.all([images.close(), voices.close(), music.close(), runway.close()]);
    },
  };
}

/** Every thing to make has a mark in its words: `film12scene2`. */
const markIn = (order: unknown): string => /film\d+(?:scene\d+)?/.exec(JSON.stringify(order))?.[0] ?? 'unmarked';

const repeated = (marks: readonly string[]): readonly string[] => [...new Set(marks.filter((mark, n) => marks.indexOf(mark) !== n))];
