/** `/castings/:slug/report`: a reader says what is wrong with a call. It reaches the administrators; the company learns nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { RadioCards } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import { FieldStack } from '../profile-form/profile-form.tsx';
import { REQUIRED, type Read, readChoice, readText } from '../readers.ts';
import { type Call, pathOfCall, spoken } from './call.ts';
import { type ReportInput, reportCall } from './changes.ts';
import { m, report as words } from './messages.ts';
import { type BySlug, callOf, openPage } from './public-routes.tsx';
import type { CastingsPageTools } from './tools.ts';

const REASONS = ['money', 'papers', 'fake', 'unfit', 'other'] as const;
const REPORTING: Rule = { name: 'castings.report', limit: 5, windowSeconds: 3600 };
const FIELDS = ['reason', 'words', 'contact'] as const;

export function registerReporting(door: Door, tools: CastingsPageTools): void {
  door.get<BySlug>('/castings/:slug/report', openPage, async (request, reply) => {
    const { call } = await callOf(tools, request);
    return show(tools, request, reply, call);
  });
  door.post<BySlug>('/castings/:slug/report', openPage, async (request, reply) => {
    const { call } = await callOf(tools, request);
    await tools.limits.admit(REPORTING, request.ip);
    try {
      await reportCall(tools, request, call.id, readReport(request));
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
      return show(tools, request, reply, call, error);
    }
    return done(request, reply, pathOfCall(call), words.sent);
  });
}

function readReport(request: FastifyRequest): ReportInput {
  const errors: Record<string, FieldErrors[string]> = {};
  const take = <T,>(name: string, read: Read<T | null>): T | null => {
    if (read.ok) return read.value;
    errors[name] = read.error;
    return null;
  };
  const reason = take('reason', readChoice(fieldOf(request, 'reason'), REASONS));
  const told = take('words', readText(fieldOf(request, 'words'), 4000));
  const contact = take('contact', readText(fieldOf(request, 'contact'), 200));
  if (reason === null && !errors['reason']) errors['reason'] = REQUIRED.error;
  if (reason === null || Object.keys(errors).length > 0) throw failure.invalid(errors);
  return { reason, words: told, contact };
}

function show({ pages }: CastingsPageTools, request: FastifyRequest, reply: FastifyReply, call: Call, refusal?: Failure): FastifyReply {
  const typed = refusal ? Object.fromEntries(FIELDS.map((name) => [name, fieldOf(request, name)])) : {};
  const body = <ReportPage call={call} typed={typed} errors={refusal?.fields} />;
  const title = say(words.title, request.language);
  return pages.send(request, reply, { title, body, frame: 'focus', status: refusal ? statusOf(refusal) : 200 });
}

interface ReportView {
  readonly call: Call;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors | undefined;
}
function ReportPage({ call, typed, errors }: ReportView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { text } = spoken(call.titles, language);
  const path = pathOfCall(call);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: m.castings, href: '/castings' },
          { label: text, href: path },
        ]}
      />
      <Card title={text} icon="flag">
        <Form action={`${path}/report`} values={typed} errors={errors}>
          <ErrorSummary labels={{ reason: words.reason, words: words.words, contact: words.contact }} />
          <FieldStack>
            <RadioCards name="reason" label={words.reason} required options={REASONS.map((value) => ({ value, label: words[value] }))} />
            <TextArea name="words" label={words.words} hint={words.wordsHint} rows={5} max={4000} />
            <TextInput name="contact" label={words.contact} hint={words.contactHint} maxLength={200} autoComplete="email" />
          </FieldStack>
          <FormActions>
            <Button icon="send">{t(words.send)}</Button>
            <LinkButton href={path} kind="quiet">
              {t(words.cancel)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}
