/** Looks at a fetched film before anybody else does: every packet is read, because the index of a file says what should be there. */
import { execFile } from 'node:child_process';
import { ClipFault } from '../faults.ts';

export interface FilmFacts {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

interface Checking {
  readonly task: string;
  /** Seconds that were bought. */
  readonly least: number;
  readonly signal: AbortSignal;
}

const MOST_MS = 60_000;
/** What may be missing at its end. */
const TOLERANCE_SECONDS = 0.75;
const SMALLEST_SIDE = 64;

/** Throws `unreadable` for what is no whole film. */
export async function checkFilm(file: string, { task, least, signal }: Checking): Promise<FilmFacts> {
  const refuse = (code: string): never => {
    throw new ClipFault('runway', 'unreadable', { code, requestId: task, mayBeCharged: true });
  };
  const { streams = [], complaints } = await probe(file, signal);
  const [picture] = streams;
  if (!picture || complaints) return refuse(picture ? 'broken_film' : 'no_film');
  const { width = 0, height = 0, nb_read_packets: packets = '0', duration = '0' } = picture;
  if (Math.min(width, height) < SMALLEST_SIDE) return refuse('no_picture');
  const seconds = Number(duration);
  const [up = 0, down = 1] = (picture.avg_frame_rate ?? '0/1').split('/').map(Number);
  const played = up > 0 ? (Number(packets) * down) / up : 0;
  if (!(Math.min(seconds, played) >= least - TOLERANCE_SECONDS)) return refuse('too_short');
  return { seconds, width, height };
}

interface Probe {
  readonly streams?: readonly {
    readonly width?: number;
    readonly height?: number;
    readonly nb_read_packets?: string;
    readonly duration?: string;
    readonly avg_frame_rate?: string;
  }[];
  readonly complaints: boolean;
}

/** Read as what it has to be, and nothing but its own bytes is opened: a list of other addresses in disguise leads nowhere. */
const HOW = ['-v', 'error', '-f', 'mov', '-protocol_whitelist', 'file', '-select_streams', 'v:0', '-count_packets', '-of', 'json'];
const WHAT = ['-show_entries', 'stream=width,height,nb_read_packets,duration,avg_frame_rate'];

function probe(file: string, signal: AbortSignal): Promise<Probe> {
  return new Promise((resolve, reject) => {
    execFile('ffprobe', [...HOW, ...WHAT, file], { timeout: MOST_MS, killSignal: 'SIGKILL', signal }, (error, stdout, stderr) => {
      if (signal.aborted) reject(signal.reason);
      else if (error?.code === 'ENOENT') reject(new ClipFault('runway', 'no_ffmpeg', { mayBeCharged: true }));
      else if (error) resolve({ complaints: true });
      else resolve({ ...(JSON.parse(stdout) as Omit<Probe, 'complaints'>), complaints: stderr.trim() !== '' });
    });
  });
}
