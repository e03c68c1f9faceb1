/** Who is asked for pictures, one after the other. Each button sends the whole order it leads to, so it works without a script. */
import type { ReactElement, ReactNode } from 'react';
import type { ImageProviderName, ImageState } from '#capabilities/generation/generation.ts';
import { Badge, Button, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Count } from '#kernel/page/facts.tsx';
import { ErrorSummary, Form } from '#kernel/page/forms.tsx';
import { AI_IMAGES } from './addresses.ts';
import { painters, words } from './labels.ts';
import { AUTOMATIC, exchanged, type Order, orderOf, written } from './order.ts';
import { formProps, type RefusedForm } from './refused-form.ts';

interface OrderView {
  readonly state: ImageState;
  readonly refused: RefusedForm | null;
}

export function OrderCard({ state, refused }: OrderView): ReactElement {
  const t = useT();
  const { inside, outside } = orderOf(state);
  return (
    <Card
      title={words.order}
      lead={words.orderLead}
      icon="list"
      id="order"
      actions={<Badge>{t(state.chain === null ? words.automatic : words.chosen)}</Badge>}
    >
      <Form action={`${AI_IMAGES}/order`} id="order-form" {...formProps(refused, 'order', {})}>
        <ErrorSummary labels={{ order: words.order }} />
        <ol>
          {inside.map((name, index) => (
            <Inside key={name} name={name} index={index} inside={inside} state={state} />
          ))}
          <Line index={inside.length} title={t(painters.embedded)} badge={<Badge tone="info">{t(words.always)}</Badge>} />
        </ol>
        {outside.length > 0 && <LeftOut inside={inside} outside={outside} />}
        {state.chain !== null && (
          <div>
            <Button kind="quiet" icon="undo" name="order" value={AUTOMATIC}>
              {t(words.toAutomatic)}
            </Button>
          </div>
        )}
      </Form>
      <p className="mt-4 text-muted">
        {t(words.safety)} {t(words.illustrations)}
      </p>
    </Card>
  );
}

interface LineView {
  /** Null: not in the order. */
  readonly index: number | null;
  readonly title: string;
  readonly badge?: ReactNode;
  readonly children?: ReactNode;
}

const Line = ({ index, title, badge, children }: LineView): ReactElement => (
  <li className="flex min-h-15 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
    {index !== null && (
      <span className="w-5 text-end text-muted">
        <Count value={index + 1} />
      </span>
    )}
    <span className="font-semibold">{title}</span>
    {badge}
    {children && <span className="cluster ms-auto">{children}</span>}
  </li>
);

function Inside({
  name,
  index,
  inside,
  state,
}: {
  name: ImageProviderName;
  index: number;
  inside: Order;
  state: ImageState;
}): ReactElement {
  const t = useT();
  const provider = t(painters[name]);
  return (
    <Line index={index} title={provider} badge={<Readiness name={name} state={state} />}>
      <Move icon="arrow-up" label={t(words.up, { provider })} to={index > 0 ? exchanged(inside, index - 1) : null} />
      <Move icon="arrow-down" label={t(words.down, { provider })} to={index < inside.length - 1 ? exchanged(inside, index) : null} />
      <Button kind="quiet" label={t(words.leaveOutOf, { provider })} name="order" value={written(inside.filter((other) => other !== name))}>
        {t(words.leaveOut)}
      </Button>
    </Line>
  );
}

/** Without anywhere to go it keeps its place, so that the buttons of all lines stand under each other. */
const Move = ({ icon, label, to }: { icon: 'arrow-up' | 'arrow-down'; label: string; to: Order | null }): ReactElement => (
  <Button kind="quiet" icon={icon} label={label} {...(to ? { name: 'order', value: written(to) } : { disabled: true })} />
);

function Readiness({ name, state }: { name: ImageProviderName; state: ImageState }): ReactElement | null {
  const t = useT();
  const provider = state.providers.find((each) => each.name === name);
  if (!provider) return null;
  if (provider.isConfigured) return <Badge tone="success">{t(words.asked)}</Badge>;
  return <Badge tone={state.chain === null ? 'neutral' : 'warning'}>{t(provider.models.length === 0 ? words.noModel : words.noKey)}</Badge>;
}

function LeftOut({ inside, outside }: { inside: Order; outside: Order }): ReactElement {
  const t = useT();
  return (
    <div>
      <h3 className="card-title-text">{t(words.leftOut)}</h3>
      <ul>
        {outside.map((name) => (
          <Line key={name} index={null} title={t(painters[name])}>
            <Button
              kind="quiet"
              icon="plus"
              label={t(words.takeInOf, { provider: t(painters[name]) })}
              name="order"
              value={written([...inside, name])}
            >
              {t(words.takeIn)}
            </Button>
          </Line>
        ))}
      </ul>
    </div>
  );
}
