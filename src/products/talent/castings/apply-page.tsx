/** `/castings/:slug/apply`: what is sent, by whom; what became of it; or what is missing to apply. */
import type { ReactElement, ReactNode } from 'react';
import type { Failure } from '#kernel/failure.ts';
import { RadioCards } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { choiceOf } from '../options/options.ts';
import { FieldStack } from '../profile-form/profile-form.tsx';
import type { Application } from './applications.ts';
import { apply as words } from './apply-messages.ts';
import { type Call, pathOfCall, type Standing, spoken } from './call.ts';
import { dayText } from './call-words.ts';
import { m } from './messages.ts';
import type { Face } from './people.ts';

export interface ApplyView {
  readonly call: Call;
  readonly standing: Standing;
  readonly face: Face;
  readonly own: Application | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly refusal: Failure | undefined;
  /** Where the form that takes it back is sent. */
  readonly withdrawTo: string;
}

export function ApplyPage(view: ApplyView): ReactElement {
  const { own, standing } = view;
  if (own && own.withdrawnAt === null) return <Sent {...view} own={own} />;
  if (standing !== 'open') return <Over call={view.call} />;
  return <ApplyForm {...view} />;
}

/** The title of the call over everything that is said about applying to it. */
function Sheet({ call, title, children }: { call: Call; title: string; children: ReactNode }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const name = spoken(call.titles, language);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5">
      <PageHeader
        title={title}
        lead={name.text}
        crumbs={[
          { label: m.castings, href: '/castings' },
          { label: name.text, href: pathOfCall(call) },
        ]}
      />
      {children}
      <p>
        <a href={pathOfCall(call)} className="inline-flex min-h-11 items-center">
          {t(words.back)}
        </a>
      </p>
    </div>
  );
}

function Profile({ face }: { face: Face }): ReactElement {
  const t = useT();
  const kinds = face.kinds.map((kind) => t(choiceOf('talent_type', kind).label));
  return (
    <PersonLine
      name={face.name}
      photo={face.photo}
      code={face.code}
      detail={[...kinds, ...face.skills.map((skill) => t(skill))].slice(0, 4).join(' · ')}
    />
  );
}

function ApplyForm({ call, face, own, typed, refusal }: ApplyView): ReactElement {
  const t = useT();
  const isMember = face.kinds.length === 0;
  return (
    <Sheet call={call} title={t(words.title)}>
      {own && <Alert tone="info" title={words.withdrawnOn} />}
      {refusal && Object.keys(refusal.fields).length === 0 && <Alert tone="danger" title={refusal.text} />}
      <Card title={words.with} icon="id">
        <div className="stack">
          <Profile face={face} />
          {isMember && (
            <Alert
              tone="info"
              actions={
                <LinkButton href="/cinema/register" kind="secondary" size="sm">
                  {t(m.register)}
                </LinkButton>
              }
            >
              {t(words.memberHint)}
            </Alert>
          )}
        </div>
      </Card>
      <Card>
        <Form action={`${pathOfCall(call)}/apply`} values={typed} errors={refusal?.fields}>
          <ErrorSummary labels={{ part: words.part, message: words.message }} />
          <FieldStack>
            {call.parts.length > 1 && (
              <RadioCards
                name="part"
                label={words.part}
                value={typed['part'] ?? ''}
                options={[
                  { value: '', label: words.anyPart },
                  ...call.parts.map((part) => ({
                    value: part.id,
                    label: part.name,
                    text: choiceOf('talent_type', part.talentType).label,
                  })),
                ]}
              />
            )}
            {call.parts.length === 1 && <input type="hidden" name="part" value={call.parts[0]?.id} />}
            <TextArea name="message" label={words.message} hint={words.messageHint} rows={4} max={1000} />
            <Button size="lg" icon="send">
              {t(words.send)}
            </Button>
          </FieldStack>
        </Form>
      </Card>
    </Sheet>
  );
}

function Sent({ call, face, own, withdrawTo }: ApplyView & { own: Application }): ReactElement {
  const t = useT();
  const { language } = usePage();
  // The casting team decides when it is said: only a letter tells.
  const isRefused = own.state === 'refused' && own.isWritten;
  return (
    <Sheet call={call} title={t(words.mine)}>
      <Alert
        tone={isRefused ? 'info' : 'success'}
        title={isRefused ? words.refusedTitle : t(words.appliedOn, { day: dayText(own.appliedAt, language) })}
      >
        {t(isRefused ? words.refusedText : words.appliedText)}
      </Alert>
      <Card>
        <div className="stack">
          <Profile face={face} />
          {own.partName && (
            <p>
              <bdi>{own.partName}</bdi>
            </p>
          )}
          {own.message && (
            <p className="whitespace-pre-line text-muted" dir="auto">
              {own.message}
            </p>
          )}
          {!isRefused && (
            <Form action={withdrawTo}>
              <Button kind="secondary" icon="undo">
                {t(words.withdraw)}
              </Button>
            </Form>
          )}
        </div>
      </Card>
    </Sheet>
  );
}

function Over({ call }: { call: Call }): ReactElement {
  const t = useT();
  return (
    <Sheet call={call} title={t(m.closed)}>
      <Alert
        tone="info"
        actions={
          <LinkButton href="/castings" kind="secondary" size="sm">
            {t(m.all)}
          </LinkButton>
        }
      >
        {t(m.closedText)}
      </Alert>
    </Sheet>
  );
}

export function StrangerPage({ call }: { call: Call }): ReactElement {
  const t = useT();
  const next = encodeURIComponent(`${pathOfCall(call)}/apply`);
  return (
    <Sheet call={call} title={t(words.strangerTitle)}>
      <Card>
        <div className="stack">
          <p>{t(words.strangerText)}</p>
          <div className="cluster">
            <LinkButton href="/cinema/register" size="lg" iconEnd="arrow-end">
              {t(words.register)}
            </LinkButton>
            <LinkButton href={`/auth/login?next=${next}`} size="lg" kind="secondary">
              {t(words.signIn)}
            </LinkButton>
          </div>
        </div>
      </Card>
      <Alert tone="info">{t(m.applyFree)}</Alert>
    </Sheet>
  );
}

export function NoProfilePage({ call }: { call: Call }): ReactElement {
  const t = useT();
  return (
    <Sheet call={call} title={t(words.staffTitle)}>
      <Card>
        <div className="stack">
          <p>{t(words.staffText)}</p>
          <LinkButton href={`/cinema/castings/${call.id}`} kind="secondary">
            {t(words.toInbox)}
          </LinkButton>
        </div>
      </Card>
    </Sheet>
  );
}
