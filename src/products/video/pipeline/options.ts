/** What a start says beside the project: steps left out, providers wished for, a bound, and where to stop. */
import { type Body, type Reader, readBudget, readerOf } from '../projects/projects.ts';
import { m } from './messages.ts';
import { PROVIDER_KINDS, PROVIDERS, type ProviderKind } from './providers.ts';
import { STEP_NAMES, STEPS, type StepName } from './steps.ts';

export interface RunOptions {
  readonly skip: readonly StepName[];
  /** Null takes what is configured. */
  readonly providers: Readonly<Record<ProviderKind, string | null>>;
  /** Of this run, beside the project's own. */
  readonly budgetUsd: number | null;
  readonly until: 'script' | null;
  /** Also when there is a script. */
  readonly rewrites: boolean;
  readonly quality: 'draft' | 'standard' | 'high' | 'archive';
  /** The width of the film is divided by this. */
  readonly scale: 1 | 2 | 4;
}

const QUALITIES = ['draft', 'standard', 'high', 'archive'] as const;
const SCALES = ['1', '2', '4'] as const;
const SKIPPED = STEP_NAMES.filter((name) => STEPS[name].canBeSkipped);

export function readOptions(body: Body): RunOptions {
  const reader = readerOf(body);
  const config = reader.within('pipeline_config');
  const options: RunOptions = {
    skip: readSkipped(config),
    providers: readProviders(config.within('providers')),
    budgetUsd: readBudget(config, 'budget_usd', null),
    until: reader.has('until') ? reader.choice('until', ['script'], 'script') : null,
    rewrites: readFlag(config, 'rewrite_script'),
    ...readRender(config.within('render')),
  };
  readFlag(reader, 'dry_run');
  reader.close();
  return options;
}

export const isDryRun = ({ dry_run: asked }: Body): boolean => asked === true || asked === 'true';

/** `config.render` of a start: drafts are small and quick. */
function readRender(part: Reader): Pick<RunOptions, 'quality' | 'scale'> {
  const raw = part.raw('scale');
  const scale = SCALES.find((value) => value === String(raw ?? 1));
  if (!scale) part.choice('scale', SCALES, '1');
  return { quality: part.choice('quality', QUALITIES, 'standard'), scale: Number(scale ?? 1) as RunOptions['scale'] };
}

function readSkipped(config: Reader): readonly StepName[] {
  const raw = config.raw('skip_steps') ?? [];
  const names: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const known = SKIPPED.filter((name) => names.includes(name));
  if (names.some((name) => !SKIPPED.includes(name as StepName)))
    config.fault('skip_steps', m.steps, 'choice', { values: SKIPPED.join(', ') });
  return known;
}

const readProviders = (part: Reader): RunOptions['providers'] =>
  Object.fromEntries(
    PROVIDER_KINDS.map((kind) => [kind, part.has(kind) ? part.choice(kind, PROVIDERS[kind], 'embedded') : null]),
  ) as RunOptions['providers'];

function readFlag(reader: Reader, name: string): boolean {
  const raw = reader.raw(name);
  const isSet = raw === true || raw === 'true';
  if (raw !== undefined && raw !== null && !isSet && raw !== false && raw !== 'false') reader.fault(name, m.flag, 'type');
  return isSet;
}
