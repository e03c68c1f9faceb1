/** One scene: its words in a form, its picture, voice and clip beside it; what is changed or asked for again is made again, alone. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { localeOf } from '#kernel/message.ts';
import { Alert, Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { classes, type Text, usePage, useT } from '#kernel/page/context.tsx';
import { Field, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues, useField } from '#kernel/page/forms.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import type { Asset } from '../assets/assets.ts';
import type { Project, Scene } from '../projects/projects.ts';
import { board } from './board-messages.ts';
import { ratioClass, type SceneAssets } from './board-parts.tsx';
import { Listen, Listening } from './listen.tsx';
import { makerName } from './quote-view.tsx';
import { media, sceneAddress } from './requests.ts';
import { scene as m } from './scene-messages.ts';
import { script } from './script-messages.ts';

export interface SceneView {
  readonly project: Project;
  readonly scene: Scene;
  readonly values: FormValues;
  readonly version: number;
  readonly errors: FieldErrors;
  readonly refusal: Text | null;
  readonly made: SceneAssets;
  readonly isBusy: boolean;
  /** Nobody speaks its language here. */
  readonly isSilent: boolean;
  readonly once: string;
}

export function ScenePage(view: SceneView): ReactElement {
  const t = useT();
  const { project, scene, isBusy } = view;
  const scenes = project.script?.scenes ?? [];
  const at = scenes.findIndex(({ id }) => id === scene.id);
  const [before, after] = [scenes[at - 1], scenes[at + 1]];
  return (
    <div className="film-scene-page">
      <nav className="film-scene-nav" aria-label={t(script.scenes)}>
        {before && <LinkButton kind="secondary" icon="chevron-start" label={m.previous} href={sceneAddress(project.id, before.id)} />}
        <h2>{t(m.title, { number: at + 1, total: scenes.length })}</h2>
        {after && <LinkButton kind="secondary" icon="chevron-end" label={m.next} href={sceneAddress(project.id, after.id)} />}
      </nav>
      {isBusy && <Alert tone="info" title={m.busy} />}
      <div className="film-scene-split">
        <Words {...view} />
        <div className="stack">
          <Picture {...view} number={at + 1} />
          <Voice {...view} number={at + 1} />
          <Clip {...view} />
        </div>
      </div>
    </div>
  );
}

const LABELS = { narration: script.narration, image_prompt: script.image, on_screen: script.screen };

function Words({ project, scene, values, version, errors, refusal, isBusy, once }: SceneView): ReactElement {
  const t = useT();
  return (
    <Card title={m.words} lead={m.wordsText}>
      <Form action={sceneAddress(project.id, scene.id)} id="scene" values={values} errors={errors}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="once" value={once} />
        {refusal && <Alert tone="danger" title={refusal} />}
        <ErrorSummary labels={LABELS} />
        <TextArea name="narration" label={script.narration} rows={4} required />
        <TextArea name="image_prompt" label={script.image} rows={4} />
        <TextInput name="on_screen" label={script.screen} maxLength={120} />
        {!isBusy && (
          <FormActions>
            <Button icon="save" name="act" value="save">
              {t(m.save)}
            </Button>
            <Button kind="secondary" icon="refresh" name="act" value="make">
              {t(m.saveMake)}
            </Button>
          </FormActions>
        )}
      </Form>
    </Card>
  );
}

interface PartProps {
  readonly icon: IconName;
  readonly title: Text;
  readonly asset: Asset | null;
  readonly children: ReactElement | null | readonly (ReactElement | null | false)[];
}

function Part({ icon, title, asset, children }: PartProps): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <Card title={title} icon={icon} className="film-part">
      <div className="stack">
        {asset?.fault && <Alert tone="danger" title={asset.fault.message} />}
        {children}
        {asset?.provider && <p className="film-note">{t(m.by, { maker: makerName(asset.provider, language) })}</p>}
      </div>
    </Card>
  );
}

/** A press asks for another take of one part, with the words as they are stored. */
function Redo({ view, kind, label }: { view: SceneView; kind: 'image' | 'voice' | 'clip'; label: Text }): ReactElement | null {
  const t = useT();
  const { project, scene, version, isBusy, once } = view;
  if (isBusy) return null;
  return (
    <Form action={`${sceneAddress(project.id, scene.id)}/redo`} id={`redo-${kind}`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="once" value={once} />
      <Button kind="secondary" size="sm" icon="refresh" name="kind" value={kind}>
        {t(label)}
      </Button>
    </Form>
  );
}

const stateText = (asset: Asset | null): Text => (asset?.status === 'pending' || asset?.status === 'processing' ? m.making : m.notYet);

function Picture(view: SceneView & { number: number }): ReactElement {
  const t = useT();
  const { project, scene, made, number } = view;
  const shown = scene.own.image ?? (made.image?.status === 'completed' ? made.image.id : null);
  return (
    <Part icon="image" title={m.picture} asset={scene.own.image ? null : made.image}>
      <div className={classes('film-part-picture', ratioClass(project.config.ratio))}>
        {shown ? (
          <img src={media.asset(shown)} alt={t(m.pictureOf, { number, prompt: scene.imagePrompt })} decoding="async" />
        ) : (
          <p>
            <Icon name="image" />
            {t(stateText(made.image))}
          </p>
        )}
      </div>
      <div className="cluster">{made.image && !scene.own.image && <Redo view={view} kind="image" label={m.redoImage} />}</div>
      <OwnPicture {...view} />
    </Part>
  );
}

function OwnPicture({ project, scene, isBusy, version, errors }: SceneView): ReactElement | null {
  const t = useT();
  if (isBusy) return null;
  const action = `${sceneAddress(project.id, scene.id)}/picture`;
  if (scene.own.image)
    return (
      <Form action={action} id="own-back">
        <input type="hidden" name="version" value={version} />
        <Button kind="quiet" size="sm" icon="undo" name="act" value="back">
          {t(m.ownBack)}
        </Button>
      </Form>
    );
  return (
    <details className="film-own" open={errors['picture'] !== undefined}>
      <summary>
        <Icon name="upload" />
        {t(m.own)}
      </summary>
      <form action={action} method="post" encType="multipart/form-data" className="form">
        <Csrf />
        <input type="hidden" name="version" value={version} />
        <PictureInput error={errors['picture']} />
        <Button kind="secondary" size="sm" icon="check" name="act" value="use">
          {t(m.ownSend)}
        </Button>
      </form>
    </details>
  );
}

function PictureInput({ error }: { error: FieldErrors[string] | undefined }): ReactElement {
  const props = { name: 'picture', label: m.own, hint: m.ownText, error };
  const facts = useField(props, null);
  return (
    <Field {...props} facts={facts}>
      <input {...facts.control} className="film-file" type="file" accept="image/jpeg,image/png,image/webp" />
    </Field>
  );
}

const Csrf = (): ReactElement => <input type="hidden" name="_csrf" value={usePage().csrf} />;

function Voice(view: SceneView & { number: number }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  const { project, made, number } = view;
  if (project.config.voiceId === null) return null;
  const { voice } = made;
  const seconds =
    voice?.seconds == null ? null : new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(voice.seconds);
  return (
    <Part icon="mic" title={m.voice} asset={voice}>
      {voice?.status === 'completed' ? (
        <Listening>
          <Listen sound={media.asset(voice.id)} label={t(m.voiceOf, { number })} />
        </Listening>
      ) : (
        <p className="film-note">{t(view.isSilent ? board.silent : stateText(voice))}</p>
      )}
      {seconds ? <p className="film-note">{t(m.seconds, { seconds })}</p> : null}
      <div className="cluster">{voice && <Redo view={view} kind="voice" label={m.redoVoice} />}</div>
    </Part>
  );
}

function Clip(view: SceneView): ReactElement | null {
  const t = useT();
  const { clip } = view.made;
  if (!clip) return null;
  return (
    <Part icon="video" title={m.clip} asset={clip}>
      {clip.status === 'completed' ? (
        clip.motion ? (
          <p className="film-note">{t(m.motion)}</p>
        ) : (
          <ClipVideo clip={clip} />
        )
      ) : (
        <p className="film-note">{t(stateText(clip))}</p>
      )}
      <div className="cluster">
        <Redo view={view} kind="clip" label={m.redoClip} />
      </div>
    </Part>
  );
}

const ClipVideo = ({ clip }: { clip: Asset }): ReactElement => (
  <video
    className="film-part-clip"
    controls
    muted
    playsInline
    preload="none"
    poster={media.thumbnail(clip.id)}
    src={media.asset(clip.id)}
  />
);
