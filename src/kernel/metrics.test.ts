import { afterEach, describe, expect, it } from 'vitest';
import { openTestDoor } from '#test/door.ts';
import { access } from './http/access.ts';
import type { Door } from './http/door.ts';
import { createMetrics, type Metrics } from './metrics.ts';

const opened: { door: Door; metrics: Metrics }[] = [];
afterEach(async () => {
  for (const { door, metrics } of opened.splice(0)) {
    metrics.close();
    await door.close();
  }
});

function open(): { door: Door; metrics: Metrics } {
  const metrics = createMetrics();
  const door = openTestDoor();
  metrics.watch(door, 'site');
  opened.push({ door, metrics });
  return { door, metrics };
}

const config = { access: access.public };

describe('metrics', () => {
  it('count requests by route, method and status, never by what was asked for', async () => {
    const { door, metrics } = open();
    door.get('/users/:id', { config }, async () => ({}));
    door.post('/users/:id', { config }, async () => ({}));
    for (const url of ['/users/1', '/users/2', '/nowhere/1', '/nowhere/2']) await door.inject(url);
    await door.inject({ method: 'POST', url: '/users/1', payload: {} });
    const text = await metrics.render();
    expect(text).toContain('http_requests_total{door="site",route="/users/:id",method="GET",status="200"} 2\n');
    expect(text).toContain('http_requests_total{door="site",route="/users/:id",method="POST",status="200"} 1\n');
    expect(text).toContain('http_requests_total{door="site",route="(none)",method="GET",status="404"} 2\n');
    expect(text).not.toContain('nowhere');
  });

  it('measure how long requests take, in buckets that add up', async () => {
    const { door, metrics } = open();
    door.get('/fast', { config }, async () => ({}));
    door.get('/slow', { config }, () => new Promise((resolve) => setTimeout(() => resolve({}), 60)));
    await Promise.all(['/fast', '/fast', '/slow'].map((url) => door.inject(url)));
    const text = await metrics.render();
    const bucket = (route: string, le: string): number =>
      Number(new RegExp(`bucket\\{door="site",route="${route}",method="GET",le="${le.replace('+', '\\+')}"\\} (\\d+)`).exec(text)?.[1]);
    expect([bucket('/slow', '0.05'), bucket('/slow', '+Inf')]).toEqual([0, 1]);
    expect(bucket('/fast', '+Inf')).toBe(2);
    expect(Number(/seconds_sum\{door="site",route="\/slow",method="GET"\} (\S+)/.exec(text)?.[1])).toBeGreaterThan(0.05);
    expect(text).toContain('http_request_duration_seconds_count{door="site",route="/fast",method="GET"} 2\n');
  });

  it('tell of the process, and of what other rooms add', async () => {
    const { metrics } = open();
    metrics.gauge('db_pool_connections', 'Connections of the pool', () => [
      { labels: { state: 'idle' }, value: 3 },
      { labels: { state: 'a "quoted"\nlabel \\' }, value: Number.NaN },
    ]);
    metrics.gauge('jobs_waiting', 'Jobs that wait', async () => [{ value: 7 }]);
    const text = await metrics.render();
    expect(text).toContain('# HELP db_pool_connections Connections of the pool\n# TYPE db_pool_connections gauge\n');
    expect(text).toContain('db_pool_connections{state="idle"} 3\n');
    expect(text).toContain('db_pool_connections{state="a \\"quoted\\"\\nlabel \\\\"} NaN\n');
    expect(text).toContain('jobs_waiting 7\n');
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}\n/);
    expect(text).toMatch(/nodejs_eventloop_delay_p99_seconds [\d.e-]+\n/);
  });

  it('leave out a figure that cannot be read, and say so', async () => {
    const { metrics } = open();
    metrics.gauge('broken', 'Never there', () => Promise.reject(new Error('away')));
    metrics.gauge('whole', 'There', () => [{ value: 1 }]);
    const text = await metrics.render();
    expect(text).not.toMatch(/^broken/m);
    expect(text).toContain('whole 1\n');
    expect(text).toContain('metrics_gauge_failures_total{gauge="broken"} 1\n');
  });

  it('are lines that a scraper reads', async () => {
    const { door, metrics } = open();
    door.get('/a', { config }, async () => ({}));
    await door.inject('/a');
    const text = await metrics.render();
    expect(text.endsWith('\n')).toBe(true);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]\w* .+|[a-z_]\w*(\{([a-z_]\w*="(?:[^"\\]|\\.)*",?)+\})? (\+Inf|-Inf|NaN|[\d.e+-]+))$/);
    }
  });
});
