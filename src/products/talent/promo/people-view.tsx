/** The people of a promo: those who agreed, to be chosen; the others, to be asked. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Badge, Button, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { DateInput, Field } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, useField } from '#kernel/page/forms.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { type Face, isShowable } from './faces.ts';
import { m, STANDINGS } from './messages.ts';
import { MOST_FACES } from './script.ts';

const photoOf = ({ photoFile }: Face): string | null => (photoFile === null ? null : `/static/uploads/${photoFile}?w=96`);

/** Boxes with faces; `chosen` null preselects as many as a film holds. */
export function FaceChoice({
  faces,
  chosen,
  hint,
}: {
  faces: readonly Face[];
  chosen: readonly string[] | null;
  hint: string;
}): ReactElement {
  const t = useT();
  const facts = useField({ name: 'people', hint: m.whoHint });
  const open = faces.filter(isShowable);
  const ticked = chosen ?? open.slice(0, MOST_FACES).map(({ talentId }) => String(talentId));
  return (
    <Field name="people" label={m.who} hint={hint} facts={facts} group>
      {open.length === 0 ? (
        <p className="text-muted">{t(m.nobodyYet)}</p>
      ) : (
        <div className="promo-faces">
          {open.map((face) => (
            <label key={face.talentId} className="promo-face">
              <input type="checkbox" name="people" value={face.talentId} defaultChecked={ticked.includes(String(face.talentId))} />
              <Avatar name={face.name} photo={photoOf(face)} size="lg" />
              <span>
                <strong dir="auto">{face.name}</strong>
                {face.role && <small dir="auto">{face.role}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

interface OtherFacesProps {
  readonly faces: readonly Face[];
  readonly action: string;
  readonly until: string;
  readonly errors?: FieldErrors;
}

/** As many as one likes in one press; whoever has no photo can be asked all the same. */
export function OtherFaces({ faces, action, until, errors = {} }: OtherFacesProps): ReactElement | null {
  const t = useT();
  const others = faces.filter((face) => !isShowable(face));
  const open = others.filter(mayBeAsked);
  if (others.length === 0) return null;
  return (
    <Card title={m.others} lead={m.othersLead} id="others">
      <Form action={action} id="ask" values={{ until }} errors={errors}>
        <ErrorSummary labels={{ talent: m.others, until: m.askUntil }} />
        <AskedFaces faces={others} />
        {open.length > 0 && (
          <div className="promo-ask">
            <DateInput name="until" label={m.askUntil} />
            <Button kind="secondary" icon="mail">
              {t(m.ask)}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  );
}

function AskedFaces({ faces }: { faces: readonly Face[] }): ReactElement {
  const facts = useField({ name: 'talent' });
  return (
    <Field name="talent" label={m.askWho} facts={facts} group>
      <ul className="promo-others">
        {faces.map((face) => (
          <OtherFace key={face.talentId} face={face} />
        ))}
      </ul>
    </Field>
  );
}

const mayBeAsked = ({ standing }: Face): boolean => standing === 'none' || standing === 'refused';

function OtherFace({ face }: { face: Face }): ReactElement {
  const t = useT();
  const { label, tone, icon } = STANDINGS[face.standing];
  const words = (
    <>
      <Avatar name={face.name} photo={photoOf(face)} />
      <span className="min-w-0 grow" dir="auto">
        {face.name}
        {face.photoFile === null && <small>{t(m.noPhoto)}</small>}
      </span>
      <Badge tone={tone} icon={icon}>
        {t(label)}
      </Badge>
    </>
  );
  if (!mayBeAsked(face)) return <li className="promo-other">{words}</li>;
  return (
    <li>
      <label className="promo-other">
        <input type="checkbox" name="talent" value={face.talentId} />
        {words}
      </label>
    </li>
  );
}
