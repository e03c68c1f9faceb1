/**
 * How the process is doing, in the text format Prometheus reads (version 0.0.4).
 *
 * A request costs one look-up and a few additions: its numbers live with its route. Everything else is read when
 * somebody asks. Rooms add theirs with `gauge`; one that cannot answer is counted and left out, the others are shown.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Door } from './http/door.ts';

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Metrics {
  /** Counts the requests of a door under its name. */
  watch(door: Door, name: string): void;
  /** Adds a figure that is read at every `render`. */
  gauge(name: string, help: string, read: () => readonly Sample[] | Promise<readonly Sample[]>): void;
  render(): Promise<string>;
  /** Stops watching the event loop. */
  close(): void;
}

/** Seconds: from a page out of memory to a report over a hundred thousand rows. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  readonly labels: string;
  readonly statuses: Map<number, number>;
  /** How many took at most the bucket's time and longer than the one before; the last is the rest. */
  readonly buckets: number[];
  seconds: number;
}
interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly read: () => readonly Sample[] | Promise<readonly Sample[]>;
  failures: number;
}

export function createMetrics(): Metrics {
  const series: Series[] = [];
  const gauges: Gauge[] = [];
  const loop = monitorEventLoopDelay({ resolution: LOOP_TICK_MS });
  loop.enable();
  return {
    watch: (door, name) => watchDoor(door, name, series),
    gauge: (name, help, read) => {
      gauges.push({ name, help, read, failures: 0 });
    },
    render: async () => {
      const rooms = await Promise.all(gauges.map(renderGauge));
      const failures = gauges
        .filter((gauge) => gauge.failures > 0)
        .map(({ name, failures: value }) => ({ labels: { gauge: name }, value }));
      const failing = block('metrics_gauge_failures_total', 'counter', 'Figures that could not be read', failures);
      return [...renderProcess(loop), ...renderRequests(series), ...rooms, failing]
        .filter((text) => text !== '')
        .join('\n')
        .concat('\n');
    },
    close: () => loop.disable(),
  };
}

/** Requests are told apart by the configuration object of their route, one for each route and method. */
function watchDoor(door: Door, name: string, all: Series[]): void {
  const known = new WeakMap<object, Series>();
  const unmatched = new Map<string, Series>();
  const create = (route: string, method: string): Series => {
    const labels = labelsOf({ door: name, route, method });
    const made = { labels, statuses: new Map<number, number>(), buckets: Array.from({ length: BUCKETS.length + 1 }, () => 0), seconds: 0 };
    all.push(made);
    return made;
  };
  door.addHook('onResponse', (request, reply, done) => {
    const { config } = request.routeOptions;
    const route = config.url;
    let found = route === undefined ? unmatched.get(request.method) : known.get(config);
    if (!found) {
      found = create(route ?? '(none)', request.method);
      if (route === undefined) unmatched.set(request.method, found);
      else known.set(config, found);
    }
    count(found, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

function count(into: Series, status: number, seconds: number): void {
  into.statuses.set(status, (into.statuses.get(status) ?? 0) + 1);
  into.seconds += seconds;
  let bucket = 0;
  while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] ?? 0)) bucket++;
  into.buckets[bucket] = (into.buckets[bucket] ?? 0) + 1;
}

function renderRequests(series: readonly Series[]): string[] {
  if (series.length === 0) return [];
  const totals = series.flatMap(({ labels, statuses }) =>
    [...statuses].map(([status, value]) => `http_requests_total{${labels},status="${status}"} ${value}`),
  );
  const durations = series.flatMap(({ labels, buckets, seconds }) => {
    let upTo = 0;
    const lines = buckets.map((value, i) => {
      upTo += value;
      return `http_request_duration_seconds_bucket{${labels},le="${BUCKETS[i] ?? '+Inf'}"} ${upTo}`;
    });
    return [...lines, `http_request_duration_seconds_sum{${labels}} ${seconds}`, `http_request_duration_seconds_count{${labels}} ${upTo}`];
  });
  return [
    [...heading('http_requests_total', 'counter', 'Requests answered'), ...totals].join('\n'),
    [...heading('http_request_duration_seconds', 'histogram', 'Time from the request line to the last byte'), ...durations].join('\n'),
  ];
}

const LOOP_TICK_MS = 20;
/** The monitor reports how long its ticks took, the tick itself included. */
const latenessOf = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - LOOP_TICK_MS) / 1000;

type LoopDelay = ReturnType<typeof monitorEventLoopDelay>;

function renderProcess(loop: LoopDelay): string[] {
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const one = (name: string, type: 'gauge' | 'counter', help: string, value: number): string => block(name, type, help, [{ value }]);
  // Since the last time somebody looked: a peak of last week says nothing about now.
  const delay = { p99: latenessOf(loop.percentile(99)), max: latenessOf(loop.max) };
  loop.reset();
  return [
    one('process_start_time_seconds', 'gauge', 'When the process started, since 1970', Math.round(performance.timeOrigin) / 1000),
    one('process_uptime_seconds', 'gauge', 'How long the process has been up', process.uptime()),
    one('process_cpu_seconds_total', 'counter', 'Processor time used', (cpu.user + cpu.system) / 1e6),
    one('process_resident_memory_bytes', 'gauge', 'Memory held', memory.rss),
    one('nodejs_heap_size_used_bytes', 'gauge', 'JavaScript memory in use', memory.heapUsed),
    one('nodejs_heap_size_total_bytes', 'gauge', 'JavaScript memory held', memory.heapTotal),
    one('nodejs_external_memory_bytes', 'gauge', 'Memory of buffers and native objects', memory.external),
    one('nodejs_eventloop_delay_p99_seconds', 'gauge', 'How late the event loop was, 99 times of 100, since the last look', delay.p99),
    one('nodejs_eventloop_delay_max_seconds', 'gauge', 'How late the event loop was at worst since the last look', delay.max),
  ];
}

async function renderGauge(gauge: Gauge): Promise<string> {
  try {
    return block(gauge.name, 'gauge', gauge.help, await gauge.read());
  } catch {
    gauge.failures++; // shown as metrics_gauge_failures_total
    return '';
  }
}

const heading = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
  `# TYPE ${name} ${type}`,
];

function block(name: string, type: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(({ labels = {}, value }) => {
    const written = labelsOf(labels);
    return `${name}${written === '' ? '' : `{${written}}`} ${numberOf(value)}`;
  });
  return [...heading(name, type, help), ...lines].join('\n');
}

const numberOf = (value: number): string => (Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : value < 0 ? '-Inf' : 'NaN');

const labelsOf = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`)
    .join(',');
