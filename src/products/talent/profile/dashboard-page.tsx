/** A person's own dashboard: how complete the profile is, the code, the CV, who sees it. */
import type { ReactElement } from 'react';
import { MAX_DOCUMENT_MEGABYTES } from '#capabilities/media/media.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { LANGUAGES } from '#kernel/message.ts';
import { Select, Switch } from '#kernel/page/choices.tsx';
import { Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { FileInput } from '#kernel/page/files.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { ScoreRing } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { LANGUAGE_NAMES } from '#kernel/page/messages.ts';
import type { Member } from '../members/members.ts';
import { words } from '../profile-form/profile-form.tsx';
import { missingOf } from './completeness.ts';
import { m } from './messages.ts';

export function DashboardPage({ member }: { member: Member }): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.dashboard} lead={m.dashboardLead}>
        <LinkButton href="/profile/edit" icon="edit">
          {t(m.edit)}
        </LinkButton>
        <LinkButton href={`/profile/view/${member.code}`} kind="secondary" icon="eye">
          {t(m.seePublic)}
        </LinkButton>
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="stack">
          <Completeness member={member} />
          <CvCard member={member} />
        </div>
        <div className="stack">
          <CodeCard member={member} />
          <SettingsCard member={member} />
        </div>
      </div>
    </>
  );
}

function Completeness({ member }: { member: Member }): ReactElement {
  const t = useT();
  const missing = missingOf(member);
  return (
    <Card title={m.completeness} icon="chart">
      <div className="flex flex-wrap items-center gap-6">
        <ScoreRing value={member.score} label={m.completeness} size="lg" />
        {missing.length === 0 ? (
          <p>{t(m.completeAll)}</p>
        ) : (
          <div className="grow">
            <h3 className="field-label">{t(m.missing)}</h3>
            <MissingList parts={missing} />
          </div>
        )}
      </div>
    </Card>
  );
}

/** What would raise the score, with its points. */
export function MissingList({ parts }: { parts: ReturnType<typeof missingOf> }): ReactElement {
  const t = useT();
  return (
    <ul className="grow divide-y divide-line">
      {parts.map(({ label, points, earned, href }) => (
        <li key={href} className="flex min-h-11 items-center justify-between gap-3">
          <a href={href} className="inline-flex items-center gap-2">
            <Icon name="plus" />
            {t(label)}
          </a>
          <Badge tone="accent">{t(m.points, { points: points - earned })}</Badge>
        </li>
      ))}
    </ul>
  );
}

export function CodeCard({ member }: { member: Member }): ReactElement {
  const t = useT();
  return (
    <Card title={m.code} lead={m.codeLead} icon="id">
      <div className="flex flex-wrap items-center gap-5">
        {member.qrFile && (
          <img
            className="rounded-box border border-line bg-white"
            src={`/static/uploads/${member.qrFile}`}
            alt={t(m.qr, { code: member.code })}
            width={132}
            height={132}
          />
        )}
        <div className="stack">
          <CodeTag code={member.code} copy />
          <LinkButton href={`/profile/card/${member.code}.pdf`} kind="secondary" icon="download">
            {t(m.card)}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

/** `errors` of the form that was just refused. */
export function CvCard({ member, errors }: { member: Member; errors?: FieldErrors }): ReactElement {
  const t = useT();
  const send = member.cvFile ? m.cvReplace : m.cvSend;
  return (
    <Card title={m.cvTitle} icon="file" id="cv">
      <CvState member={member} />
      <Form action="/profile/upload-cv" multipart id="cv-form" errors={errors}>
        <FileInput
          name="cv"
          label={send}
          hint={m.cvHint}
          accept=".pdf,.doc,.docx,.txt"
          maxBytes={MAX_DOCUMENT_MEGABYTES * 1024 * 1024}
          icon="file"
        />
        <FormActions>
          <Button icon="upload">{t(send)}</Button>
          {member.cvFile && (
            <Button name="go" value="remove" kind="quiet" icon="trash" formNoValidate>
              {t(m.cvRemove)}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}

function CvState({ member }: { member: Member }): ReactElement {
  const t = useT();
  const score = member.cvAnalysis?.score;
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0 grow basis-48">
        <p className="font-medium">{t(member.cvFile ? m.cvThere : m.cvNone)}</p>
        {member.cvFile && (
          <p className="text-muted">
            <a href="/profile/cv">{typeof score === 'number' ? t(m.cvScore, { score }) : t(m.cvRead)}</a>
          </p>
        )}
      </div>
      {member.cvFile ? (
        <LinkButton href={`/static/uploads/${member.cvFile}`} kind="secondary" size="sm" icon="download">
          {t(m.cvOpen)}
        </LinkButton>
      ) : (
        <Badge tone="warning" icon="warning">
          {t(m.points, { points: 20 })}
        </Badge>
      )}
    </div>
  );
}

function SettingsCard({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { viewer, language } = usePage();
  const values = { is_public: member.isPublic, availability: member.availability, language: viewer?.language ?? language };
  return (
    <Card title={m.settings} icon="eye">
      <Form action="/profile/settings" id="settings" values={values}>
        <Switch name="is_public" label={m.publicLabel} hint={m.publicHint} />
        <Select
          name="availability"
          label={words.labels.availability}
          options={Object.entries(words.availabilities).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="language"
          label={m.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          placeholder={null}
        />
        <FormActions>
          <Button kind="secondary" icon="save">
            {t(m.save)}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

/** For accounts that only work in the studio. */
export function NoProfilePage(): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="user" title={m.noProfile} text={m.noProfileText}>
      <LinkButton href="/talents">{t(m.seeTalents)}</LinkButton>
      <LinkButton href="/account/security" kind="secondary">
        {t(m.security)}
      </LinkButton>
    </EmptyState>
  );
}
