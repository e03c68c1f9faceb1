import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Bars, Columns, Donut, Line } from './charts.tsx';
import { renderInPage } from './test-page.tsx';

const headers = { label: 'Genre', value: 'Personnes' };
const rows = [
  { label: 'Femmes', value: 90, href: '/cinema/talents?gender=F' },
  { label: 'Hommes', value: 30 },
];
const figuresOf = (html: string): readonly string[][] =>
  [...html.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, label = '', value = '']) =>
    [label, value].map((cell) => cell.replace(/<svg.*?<\/svg>|<[^>]+>/g, '')),
  );

describe('charts', () => {
  it.each<[string, ReactElement]>([
    ['bars', <Bars key="b" caption="Genre" rows={rows} headers={headers} />],
    ['columns', <Columns key="c" caption="Genre" rows={rows} headers={headers} />],
    ['a line', <Line key="l" caption="Genre" rows={rows} headers={headers} />],
  ])('of %s say every figure in a table, and nothing inline', (_name, chart) => {
    const html = renderInPage(chart);
    expect(figuresOf(html)).toEqual([
      ['Femmes', '90'],
      ['Hommes', '30'],
    ]);
    expect(html).toContain('Genre</caption>');
    expect(html).not.toMatch(/ style=|NaN|Infinity/);
    for (const shape of html.matchAll(/<svg[^>]*>/g)) expect(shape[0]).toContain('aria-hidden="true"');
  });

  it('bars lead to what they count, with their share of the whole; even one of a thousand is seen', () => {
    const html = renderInPage(<Bars caption="Genre" rows={[...rows, { label: 'Autre', value: 1 }]} total={120} headers={headers} />);
    expect(html).toContain('<a href="/cinema/talents?gender=F">Femmes</a>');
    expect(figuresOf(html)[0]?.[1]).toMatch(/^9075.%$/);
    const widths = [...html.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([100, 33.33, 1.11]);
    expect(renderInPage(<Bars caption="x" rows={[{ label: 'Rien', value: 0 }]} total={0} headers={headers} />)).toContain('width="0.00"');
  });

  it('the parts of a ring go round once, each where the last one ended', () => {
    const html = renderInPage(<Donut caption="Genre" rows={rows} headers={headers} />);
    const arcs = [...html.matchAll(/stroke-dasharray="([\d.]+) ([\d.]+)" stroke-dashoffset="([-\d.]+)"/g)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(arcs).toEqual([
      [74.4, 25.6, 25],
      [24.4, 75.6, -50],
    ]);
    expect(renderInPage(<Donut caption="Genre" rows={[{ label: 'Tous', value: 5 }]} headers={headers} />)).toContain(
      'stroke-dasharray="100.00 0.00"',
    );
  });

  it('draws nothing at all without a fault', () => {
    for (const chart of [
      <Columns key="c" caption="x" rows={[]} headers={headers} />,
      <Line key="l" caption="x" rows={[]} headers={headers} />,
    ])
      expect(renderInPage(chart, { language: 'ar' })).not.toContain('NaN');
  });
});
