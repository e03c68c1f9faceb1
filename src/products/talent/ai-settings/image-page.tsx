/** `/admin/settings/ai/images`: who draws and what it costs at the top, then the order, and a card a provider. */
import type { ReactElement } from 'react';
import type { CallFigures, ImageProviderName, ImageState } from '#capabilities/generation/generation.ts';
import { Alert, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { AI_SETTINGS } from './addresses.ts';
import { AiHeader } from './ai-tabs.tsx';
import { dollars } from './amounts.ts';
import { ImageCard, PainterCard } from './image-cards.tsx';
import { painters, words } from './labels.ts';
import { m } from './messages.ts';
import { OrderCard } from './order-card.tsx';
import type { RefusedForm } from './refused-form.ts';

interface ImagesView {
  readonly state: ImageState;
  /** By provider, what is set here. */
  readonly models: Readonly<Partial<Record<ImageProviderName, string>>>;
  readonly figures: CallFigures;
  /** USD, of the month, texts and pictures together; null for none. */
  readonly budget: number | null;
  readonly isOpenaiLocal: boolean;
  readonly refused: RefusedForm | null;
}

export function ImagesPage({ state, models, figures, budget, isOpenaiLocal, refused }: ImagesView): ReactElement {
  const [first] = state.asked;
  return (
    <>
      <AiHeader side="images" lead={words.lead} />
      <div className="stack gap-5">
        <Notices state={state} figures={figures} budget={budget} />
        <Figures state={state} figures={figures} budget={budget} />
        <OrderCard state={state} refused={refused} />
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          {state.providers.map((provider) => (
            <ImageCard
              key={provider.name}
              provider={provider}
              ownModel={models[provider.name] ?? null}
              isFirst={provider.name === first}
              isKeyless={provider.name === 'openai' && isOpenaiLocal}
              refused={refused}
            />
          ))}
          <PainterCard isFirst={first === 'embedded'} />
        </div>
        <More />
      </div>
    </>
  );
}

type Money = Pick<ImagesView, 'state' | 'figures' | 'budget'>;

function Notices({ state: { asked, chain }, figures, budget }: Money): ReactElement | null {
  const t = useT();
  if (asked[0] !== 'embedded') {
    return budget !== null && figures.spentUsd >= budget ? <Alert tone="warning">{t(words.budgetReached)}</Alert> : null;
  }
  const isMeant = chain !== null && (chain.length === 0 || chain[0] === 'embedded');
  if (isMeant) return null;
  return (
    <Alert tone={chain === null ? 'info' : 'warning'} title={words.nobodyTitle}>
      {t(chain === null ? words.nobodyAuto : words.nobodyReady)}
    </Alert>
  );
}

function Figures({ state, figures, budget }: Money): ReactElement {
  const t = useT();
  const { language } = usePage();
  const pictures = figures.byPurpose.filter(({ purpose }) => purpose === 'image');
  const sum = (rows: typeof pictures): number => rows.reduce((total, { calls }) => total + calls, 0);
  const notes = [
    budget === null ? t(m.noBudget) : t(m.ofBudget, { budget: dollars(budget, language) }),
    t(words.withTexts),
    figures.unpriced > 0 && t(m.unpriced, { count: figures.unpriced }),
  ].filter(Boolean);
  return (
    <div className="figures">
      <Stat label={words.draws} value={<span className="text-xl">{t(painters[state.asked[0] ?? 'embedded'])}</span>} icon="palette" />
      <Stat label={m.spent} value={<bdi>{dollars(figures.spentUsd, language)}</bdi>} icon="chart" note={notes.join(' · ')} />
      <Stat
        label={words.pictures}
        value={sum(pictures.filter(({ outcome }) => outcome === 'answered'))}
        icon="image"
        note={t(words.attempts, { count: sum(pictures) })}
      />
    </div>
  );
}

function More(): ReactElement {
  const t = useT();
  return (
    <div className="cluster">
      <LinkButton kind="secondary" icon="sliders" href={AI_SETTINGS}>
        {t(words.toBudget)}
      </LinkButton>
      <LinkButton kind="secondary" icon="history" href={`${AI_SETTINGS}#calls`}>
        {t(words.toCalls)}
      </LinkButton>
    </div>
  );
}
