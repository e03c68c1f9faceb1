/** One card a provider of pictures: its key (only how it ends), what tries it, the model in use; and the embedded painter. */
import type { ReactElement } from 'react';
import type { ImageProviderName } from '#capabilities/generation/generation.ts';
import { Badge, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions, Ltr } from '#kernel/page/facts.tsx';
import { ErrorSummary, Form } from '#kernel/page/forms.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { AI_IMAGES } from './addresses.ts';
import type { ImageProvider } from './image-words.ts';
import { KeyForms, keyDefinition } from './key-parts.tsx';
import { keys, painters, words } from './labels.ts';
import { m } from './messages.ts';
import { ModelInput, SaveModels } from './provider-cards.tsx';
import { formProps, type RefusedForm } from './refused-form.ts';

const ICONS: Readonly<Record<ImageProviderName, IconName>> = {
  blackbox: 'grid',
  openai: 'database',
  stability: 'globe',
  replicate: 'copy',
};
/** Names of the documents that lead to the model of today. */
const ALIASES: Readonly<Record<ImageProviderName, string>> = {
  blackbox: 'blackbox-ai',
  openai: 'dalle3',
  stability: 'stable-diffusion',
  replicate: 'flux',
};
export const SHARED_IMAGE_KEYS = { openai: keys.alsoForTexts } as const;

interface ImageCardView {
  readonly provider: ImageProvider;
  /** The model that is set here; null for our own choice. */
  readonly ownModel: string | null;
  readonly isFirst: boolean;
  /** A server of this machine that wants no key. */
  readonly isKeyless: boolean;
  readonly refused: RefusedForm | null;
}

export function ImageCard({ provider, ownModel, isFirst, isKeyless, refused }: ImageCardView): ReactElement {
  const t = useT();
  const { name, key: keyState, address, models } = provider;
  const key = { keyState, isKeyless };
  const asked = models.length > 0 ? <Ltr>{models.join(' → ')}</Ltr> : t(words.noModelYet);
  return (
    <Card
      title={painters[name]}
      icon={ICONS[name]}
      id={`provider-${name}`}
      actions={isFirst && <Badge tone="success">{t(words.first)}</Badge>}
    >
      <div className="stack">
        <Definitions
          items={[
            keyDefinition({ ...key, shared: name === 'openai' ? SHARED_IMAGE_KEYS.openai : undefined }),
            { term: m.address, value: <span className="break-all">{address}</span>, icon: 'link', ltr: true, wide: true },
            { term: words.askedModel, value: <span className="break-all">{asked}</span>, icon: 'image', wide: true },
          ]}
        />
        <KeyForms {...key} address={AI_IMAGES} provider={name} refused={refused} />
        <hr className="border-line" />
        <h3 className="card-title-text">{t(words.model)}</h3>
        <Form action={`${AI_IMAGES}/${name}/model`} id={`${name}-model`} {...formProps(refused, `${name}-model`, { model: ownModel })}>
          <ErrorSummary labels={{ model: words.ownModel }} />
          <ModelInput name="model" label={t(words.ownModel)} hint={t(words.ownModelHint, { alias: `\u2066${ALIASES[name]}\u2069` })} />
          <SaveModels />
        </Form>
      </div>
    </Card>
  );
}

export function PainterCard({ isFirst }: { isFirst: boolean }): ReactElement {
  const t = useT();
  return (
    <Card
      title={painters.embedded}
      icon="palette"
      id="provider-embedded"
      className="lg:col-span-2"
      actions={<Badge tone={isFirst ? 'success' : 'info'}>{t(isFirst ? words.draws : words.always)}</Badge>}
    >
      <p>{t(words.embeddedText)}</p>
    </Card>
  );
}
