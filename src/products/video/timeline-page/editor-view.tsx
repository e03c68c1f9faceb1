/** The editor as the island finds it: screen, fields, tools, tracks and dialogs, with their words. Shown where the island runs. */
import type { ReactElement, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { KeysHelp } from '#kernel/page/keys-help.tsx';
import type { Asset } from '../assets/assets.ts';
import { ConflictDialog, Drawer } from './dialogs-view.tsx';
import { keyNames, keys, desk as m } from './editor-messages.ts';
import { Panel } from './panel-view.tsx';

interface EditorView {
  readonly ready: readonly Asset[];
  readonly nameOf: (asset: Asset) => string;
}

export function Editor({ ready, nameOf }: EditorView): ReactElement {
  const t = useT();
  return (
    <section className="tl-editor" data-editor aria-label={t(m.editor)}>
      <div className="tl-top">
        <div className="tl-stage">
          <canvas className="tl-screen" data-screen role="img" aria-label={t(m.preview)} />
          <div className="tl-transport">
            <Tool act="start" label={m.start} icon="arrow-start" kind="quiet" />
            <Tool act="play" label={m.play} kind="primary">
              <Icon name="play" className="tl-play" />
              <Icon name="pause" className="tl-pause" />
            </Tool>
            <output className="tl-clock" data-clock />
          </div>
        </div>
        <Panel />
      </div>
      <Bar />
      <div className="tl-render" data-render-box hidden>
        <p data-render-words role="status" />
        <progress max={100} value={0} aria-label={t(m.progress)} />
        <a href="#watch" className={buttonClass({ kind: 'secondary', size: 'sm' })} hidden>
          <Icon name="play" />
          {t(m.watch)}
        </a>
      </div>
      <div className="tl-board" data-board dir="ltr" />
      <Drawer ready={ready} nameOf={nameOf} />
      <ConflictDialog />
    </section>
  );
}

function Bar(): ReactElement {
  const t = useT();
  return (
    <div className="tl-bar" role="toolbar" aria-label={t(m.tools)}>
      <Tool act="undo" label={m.undo} icon="undo" />
      <Tool act="redo" label={m.redo} icon="redo" />
      <hr />
      <Tool act="split" label={m.splitLong} icon="scissors">
        <span className="tl-wide">{t(m.split)}</span>
      </Tool>
      <Tool act="remove" label={m.remove} icon="trash" />
      <button type="button" className={buttonClass({ kind: 'quiet', children: '' })} data-open-drawer>
        <Icon name="plus" />
        {t(m.add)}
      </button>
      <hr />
      <Tool act="wider" label={m.wider} icon="zoom-out" />
      <Tool act="closer" label={m.closer} icon="zoom" />
      <Tool act="fit" label={m.fit} icon="ruler" />
      <Keys />
      <span className="grow" />
      <p className="tl-state" data-state role="status" />
      <Tool act="save" label={m.save} icon="save" kind="secondary">
        {t(m.save)}
      </Tool>
      <RenderButton kind="secondary" what="preview" label={m.renderPreviewLong} text={m.renderPreview} />
      <RenderButton kind="primary" what="film" label={m.render} text={m.render} />
    </div>
  );
}

interface ToolView {
  readonly act: string;
  readonly label: Text;
  readonly icon?: IconName;
  readonly kind?: NonNullable<ButtonLook['kind']>;
  readonly className?: string;
  readonly children?: ReactNode;
}

function Tool({ act, label, icon, kind = 'quiet', className, children }: ToolView): ReactElement {
  const t = useT();
  const look = icon && children === undefined ? { kind, className } : { kind, className, children: '' };
  return (
    <button type="button" className={buttonClass(look)} data-act={act} aria-label={t(label)} title={t(label)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface RenderButtonView {
  readonly kind: 'primary' | 'secondary';
  readonly what: 'film' | 'preview';
  readonly label: Text;
  readonly text: Text;
}

function RenderButton({ kind, what, label, text }: RenderButtonView): ReactElement {
  const t = useT();
  return (
    <button type="button" className={buttonClass({ kind, children: '' })} data-render={what} title={t(label)}>
      {what === 'film' && <Icon name="film" />}
      {t(text)}
    </button>
  );
}

function Keys(): ReactElement {
  const t = useT();
  const [shift, control] = [t(keyNames.shift), 'Ctrl'];
  return (
    <KeysHelp
      id="keys-help"
      title={keys.title}
      keys={[
        [[t(keyNames.space)], keys.play],
        [['←', '→'], keys.frame],
        [[`${shift} ←`, `${shift} →`], keys.second],
        [['↑', '↓'], keys.jump],
        [['Alt ←', 'Alt →'], keys.nudge],
        [['[', ']'], keys.trim],
        [['S'], keys.split],
        [[t(keyNames.delete)], keys.remove],
        [[`${control} Z`, `${control} Y`], keys.undo],
        [[`${control} S`], keys.save],
        [['+', '−', '0'], keys.zoom],
        [[t(keyNames.escape)], keys.leave],
        [['?'], keys.help],
      ]}
    />
  );
}
