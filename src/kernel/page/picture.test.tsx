import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Avatar, PersonCard } from './people.tsx';
import { Picture } from './picture.tsx';
import { densitiesOf, PICTURE_WIDTHS, widthsOf } from './picture-widths.ts';
import { renderInPage } from './test-page.tsx';

const PHOTO = '/static/uploads/photos/ab.jpg';

describe('pictures', () => {
  it('come in the width that the screen needs, never one the server refuses', () => {
    expect(densitiesOf(`${PHOTO}?w=96`, 40)).toBe(`${PHOTO}?w=64 1x, ${PHOTO}?w=96 2x, ${PHOTO}?w=160 3x`);
    expect(densitiesOf(`${PHOTO}?w=96`, 900)).toBe(`${PHOTO}?w=1280 1x, ${PHOTO}?w=1280 2x, ${PHOTO}?w=1280 3x`);
    expect(widthsOf(`${PHOTO}?w=320`, 640)).toBe(`${PHOTO}?w=160 160w, ${PHOTO}?w=320 320w, ${PHOTO}?w=640 640w`);
    const asked = [...(widthsOf(`${PHOTO}?w=320`, 1280) ?? '').matchAll(/w=(\d+)/g)].map(([, width]) => Number(width));
    for (const width of asked) expect(PICTURE_WIDTHS).toContain(width);
  });

  it('leave alone addresses that name no width', () => {
    for (const src of ['/verify/x/qr.svg', `${PHOTO}?v=ab12`, 'data:image/png;base64,x']) {
      expect(densitiesOf(src, 40)).toBeUndefined();
      expect(widthsOf(src, 640)).toBeUndefined();
    }
  });

  it('say their size, wait their turn, and let the one that matters go first', () => {
    const later = renderToStaticMarkup(<Picture src={`${PHOTO}?w=320`} alt="" width={320} height={400} sizes="50vw" />);
    expect(later).toContain('loading="lazy"');
    expect(later).toContain('width="320" height="400"');
    expect(later).toContain('sizes="50vw"');
    const first = renderToStaticMarkup(<Picture src={`${PHOTO}?w=320`} alt="Awa" width={112} height={112} first />);
    expect(first).toContain('fetchPriority="high"');
    expect(first).not.toContain('lazy');
    expect(first).toContain(`${PHOTO}?w=160 1x, ${PHOTO}?w=320 2x, ${PHOTO}?w=640 3x`);
  });

  it('are faces of people everywhere', () => {
    expect(renderInPage(<Avatar name="Awa Diop" photo={`${PHOTO}?w=96`} size="sm" />)).toContain(`${PHOTO}?w=96 3x`);
    expect(renderInPage(<PersonCard name="Awa Diop" href="/x" photo={`${PHOTO}?w=320`} />)).toContain(`${PHOTO}?w=640 640w`);
  });
});
