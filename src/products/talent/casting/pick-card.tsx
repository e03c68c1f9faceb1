/** A person to choose or not: the face large, what a casting needs to know below, a box to tick, a mark to give. */
import type { ReactElement, ReactNode } from 'react';
import { Badge } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr, When } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { hueOf, initialsOf } from '#kernel/page/people.tsx';
import { Picture } from '#kernel/page/picture.tsx';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import type { Taken } from './days.ts';
import { bodyOf, nameOf, photoOf, profileOf, typesOf } from './describe.ts';
import { MarkMenu } from './mark-menu.tsx';
import type { Mark } from './marks.ts';
import { m } from './messages.ts';

/** A person of the list with what this viewer knows of them. */
export interface Candidate {
  readonly person: ListedCinemaTalent;
  /** In the reader's language. */
  readonly place: string;
  readonly mark: Mark | null;
  readonly taken: Taken | null;
}

/** The form of the bar; boxes belong to it wherever they stand. */
export const SELECTION = 'selection';

export function PickCard({ pick, marks }: { pick: Candidate; marks: boolean }): ReactElement {
  const { language } = usePage();
  const { person, place, mark, taken } = pick;
  const name = nameOf(person);
  return (
    <article className="pick" data-pick={person.id} data-name={name}>
      <Face name={name} photo={photoOf(person, 320)}>
        {taken && <TakenFlag taken={taken} />}
      </Face>
      <Tick id={person.id} name={name} />
      {marks && (
        <div className="pick-corner">
          <MarkMenu talentId={person.id} name={name} mark={mark} />
        </div>
      )}
      <div className="pick-words">
        <h2 className="pick-name">
          <a href={profileOf(person)} data-pick-link>
            {name}
          </a>
        </h2>
        <p className="pick-facts">{bodyOf(person, language)}</p>
        <p>{typesOf(person, language)}</p>
        <div className="pick-foot">
          {place && (
            <span>
              <Icon name="place" />
              {place}
            </span>
          )}
          <CodeTag code={person.code} />
        </div>
        {person.phone && <Phone number={person.phone} />}
      </div>
    </article>
  );
}

/** Two beside each other on a phone. */
const CARD_SIZES = '(width < 40rem) 46vw, 16rem';

/** The photo, or the initials on the person's own colour. */
export function Face({
  name,
  photo,
  width = 320,
  children,
}: {
  name: string;
  photo: string | null;
  width?: number;
  children?: ReactNode;
}): ReactElement {
  return (
    <div className={`pick-picture hue-${hueOf(name)}`}>
      {photo ? (
        <Picture
          src={photo}
          alt=""
          width={width}
          height={(width * 5) / 4}
          sizes={width > 320 ? '(width < 40rem) 92vw, 24rem' : CARD_SIZES}
        />
      ) : (
        <span aria-hidden="true">{initialsOf(name)}</span>
      )}
      {children && <div className="pick-flag">{children}</div>}
    </div>
  );
}

export function Tick({ id, name, bare }: { id: number; name: string; bare?: boolean }): ReactElement {
  const t = useT();
  return (
    <label className={bare ? 'pick-box' : 'pick-tick'}>
      <input type="checkbox" form={SELECTION} name="ids" value={id} aria-label={t(m.select, { name })} />
    </label>
  );
}

export function Phone({ number }: { number: string }): ReactElement {
  return (
    <a className="pick-contact" href={`tel:${number}`}>
      <Icon name="phone" />
      <Ltr>{number}</Ltr>
    </a>
  );
}

const TAKEN = {
  booked: { text: m.bookedUntil, tone: 'danger' },
  pencil: { text: m.pencilUntil, tone: 'warning' },
  away: { text: m.awayUntil, tone: 'neutral' },
} as const;

export function TakenFlag({ taken }: { taken: Taken }): ReactElement {
  const t = useT();
  const { text, tone } = TAKEN[taken.state];
  const [before = '', after = ''] = t(text, { day: '\u0000' }).split('\u0000');
  return (
    <Badge tone={tone} dot>
      <span title={taken.project ?? undefined}>
        {before}
        <When at={taken.until} />
        {after}
        {taken.project && <span className="sr-only"> · {taken.project}</span>}
      </span>
    </Badge>
  );
}
