/** How a picture came to be: what was asked, who made it, what was adapted. */
import type { ReactElement } from 'react';
import { type ImageNote, wordsOfNote } from '#capabilities/generation/generation.ts';
import { localeOf } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { type Definition, Definitions, When } from '#kernel/page/facts.tsx';
import { qualityNames, styleNames } from './labels.ts';
import { providerOf, titleOfProvider } from './maker.ts';
import { board, order } from './messages.ts';
import { picture as m } from './picture-messages.ts';
import { Took } from './shot.tsx';
import { addressOf, GALLERY, type Picture } from './tools.ts';

export function PictureFacts({ picture }: { picture: Picture }): ReactElement {
  const t = useT();
  const { prompt, style, width, height, quality, seed, tags, createdAt, parentId } = picture;
  const asked: readonly Definition[] = [
    { term: m.prompt, value: <span dir="auto">{prompt}</span>, wide: true },
    { term: m.style, value: t(styleNames[style]) },
    { term: m.size, value: `${width}×${height}`, ltr: true },
    { term: m.quality, value: t(qualityNames[quality]) },
    { term: m.seed, value: String(seed), ltr: true },
  ];
  const rest: readonly Definition[] = [
    { term: m.ordered, value: <When at={createdAt} as="moment" /> },
    ...(parentId === null ? [] : [{ term: m.parent, value: <a href={addressOf(parentId)}>{t(board.number, { id: parentId })}</a> }]),
    { term: m.tags, value: tags.length > 0 ? <TagLinks tags={tags} /> : null, wide: true },
  ];
  return (
    <>
      <Definitions items={[...asked, ...useMaking(picture), ...rest]} />
      <Adapted picture={picture} />
    </>
  );
}

/** What is only known of a picture that was made. */
function useMaking(picture: Picture): readonly Definition[] {
  const t = useT();
  const { language } = usePage();
  const provider = providerOf(picture);
  const { model, steps, cost_usd: cost } = picture.metadata;
  if (provider === null || picture.file === null) return [];
  const money = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
  return [
    { term: m.maker, value: provider === 'embedded' ? t(order.embedded) : t(titleOfProvider(provider)), wide: provider === 'embedded' },
    { term: m.model, value: typeof model === 'string' ? model : null, ltr: true },
    ...(typeof steps === 'number' ? [{ term: m.steps, value: String(steps) }] : []),
    { term: m.time, value: <Took seconds={picture.generationTime} /> },
    ...(typeof cost === 'number' ? [{ term: m.cost, value: money.format(cost), ltr: true }] : []),
  ];
}

const TagLinks = ({ tags }: Pick<Picture, 'tags'>): ReactElement => (
  <span className="cluster">
    {tags.map((tag) => (
      <a key={tag} href={`${GALLERY}?tags=${encodeURIComponent(tag)}`} dir="auto">
        #{tag}
      </a>
    ))}
  </span>
);

function Note({ note }: { note: ImageNote }): ReactElement {
  const t = useT();
  const { message, params } = wordsOfNote(note);
  return <li>{t(message, params)}</li>;
}

function Adapted({ picture: { metadata } }: { picture: Picture }): ReactElement | null {
  const t = useT();
  const notes = Array.isArray(metadata['notes']) ? (metadata['notes'] as readonly ImageNote[]) : [];
  const revised = metadata['revised_prompt'];
  if (notes.length === 0 && typeof revised !== 'string') return null;
  return (
    <div className="adapted">
      <h3>{t(m.notes)}</h3>
      <ul>
        {notes.map((note) => (
          <Note key={note.code} note={note} />
        ))}
        {typeof revised === 'string' && (
          <li dir="auto">
            {t(m.revised)} : {revised}
          </li>
        )}
      </ul>
    </div>
  );
}
