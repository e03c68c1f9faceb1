/** The picture in the frame of each platform: another picture, the slider, or a drag of the picture itself. */

interface Frame {
  readonly minRatio: number;
  /** Null: as wide as one likes. */
  readonly maxRatio: number | null;
  readonly minWidth: number;
  readonly maxHeight: number;
}

export function watchCrops(form: HTMLFormElement): void {
  const previews = [...form.querySelectorAll<HTMLElement>('[data-preview]')];
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'image') return;
    for (const preview of previews) showPicture(preview, target);
  });
  for (const preview of previews) {
    const slider = preview.querySelector<HTMLInputElement>('input[type="range"]');
    const picture = preview.querySelector<SVGSVGElement>('.preview-picture');
    if (!slider || !picture) continue;
    slider.addEventListener('input', () => draw(picture, slider));
    followDrag(picture, slider);
    draw(picture, slider);
  }
}

function showPicture(preview: HTMLElement, { dataset: { src = '', width = '1', height = '1' } }: HTMLInputElement): void {
  const svg = preview.querySelector<SVGSVGElement>('.preview-picture');
  const image = svg?.querySelector('image');
  const slider = preview.querySelector<HTMLInputElement>('input[type="range"]');
  if (!svg || !image || !slider) return;
  for (const [name, value] of Object.entries({ href: src, width, height })) image.setAttribute(name, value);
  Object.assign(svg.dataset, { width, height });
  slider.value = '50';
  draw(svg, slider);
}

interface Cut {
  readonly width: number;
  readonly height: number;
  /** Pixels that are left over, across and down. */
  readonly across: number;
  readonly down: number;
}

/** As the server cuts. */
function cutOf({ dataset }: SVGSVGElement): Cut {
  const frame = JSON.parse(dataset['frame'] ?? '{}') as Frame;
  const [width, height] = [Number(dataset['width']), Number(dataset['height'])];
  const lowest = Math.max(frame.minRatio, frame.minWidth / frame.maxHeight);
  const highest = frame.maxRatio ?? Number.POSITIVE_INFINITY;
  const ratio = width / height;
  const kept = {
    width: ratio > highest ? Math.max(1, Math.floor(height * highest)) : width,
    height: ratio < lowest ? Math.max(1, Math.floor(width / lowest)) : height,
  };
  return { ...kept, across: width - kept.width, down: height - kept.height };
}

function draw(svg: SVGSVGElement, slider: HTMLInputElement): void {
  const { width, height, across, down } = cutOf(svg);
  const part = Number(slider.value) / 100;
  svg.setAttribute('viewBox', `${Math.round(across * part)} ${Math.round(down * part)} ${width} ${height}`);
  const isCut = across > 0 || down > 0;
  const box = svg.closest('[data-preview]')?.querySelector<HTMLElement>('[data-crop]');
  if (box) box.hidden = !isCut;
  svg.classList.toggle('preview-movable', isCut);
}

function followDrag(svg: SVGSVGElement, slider: HTMLInputElement): void {
  let from: { readonly at: number; readonly value: number } | null = null;
  const place = ({ clientX, clientY }: PointerEvent, { across }: Cut): number => (across > 0 ? clientX : clientY);
  svg.addEventListener('pointerdown', (event) => {
    const cut = cutOf(svg);
    if (cut.across + cut.down === 0) return;
    from = { at: place(event, cut), value: Number(slider.value) };
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener('pointermove', (event) => {
    if (!from) return;
    const cut = cutOf(svg);
    const perPixel = cut.width / svg.getBoundingClientRect().width;
    const moved = ((from.at - place(event, cut)) * perPixel) / (cut.across || cut.down);
    slider.value = String(from.value + moved * 100);
    draw(svg, slider);
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    svg.addEventListener(name, () => {
      if (from) slider.dispatchEvent(new Event('input', { bubbles: true }));
      from = null;
    });
  }
}
