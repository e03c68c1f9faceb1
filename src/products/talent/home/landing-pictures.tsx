/** The pictures of the welcome: three moments of the product drawn as the product draws them, and screens taken of it. */
import type { ReactElement } from 'react';
import { classes, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { landing } from './landing-messages.ts';

/** A card, a verdict at the gate, an answer: what happens on a day of work. */
export function Collage(): ReactElement {
  const t = useT();
  return (
    <div className="collage" aria-hidden="true">
      <div className="collage-card">
        <Portrait />
        <div className="collage-words">
          <strong>{t(landing.mockName)}</strong>
          <span>{t(landing.mockKind)}</span>
          <CodeTag code="SNDKR0412F" />
        </div>
      </div>
      <Moment tone="success" icon="check" title={t(landing.mockVerdict)} text={t(landing.mockVerdictText)} place="first" />
      <Moment tone="accent" icon="masks" title={t(landing.mockApplied)} text={t(landing.mockAppliedText)} place="second" />
      <Moment tone="info" icon="send" title={t(landing.mockPost)} text={t(landing.mockPostText)} place="third" />
    </div>
  );
}

function Moment({
  tone,
  icon,
  title,
  text,
  place,
}: {
  tone: 'success' | 'accent' | 'info';
  icon: 'check' | 'masks' | 'send';
  title: string;
  text: string;
  place: 'first' | 'second' | 'third';
}): ReactElement {
  return (
    <div className={`collage-moment collage-${place}`}>
      <span className={classes('collage-sign', `tone-${tone}`)}>
        <Icon name={icon} />
      </span>
      <span>
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
    </div>
  );
}

/** A face nobody has: a head, a wrap, the light of a window. */
function Portrait(): ReactElement {
  return (
    <svg className="collage-portrait" viewBox="0 0 320 320" aria-hidden="true">
      <rect width="320" height="320" fill="#b5643a" />
      <path d="M0 0h190L60 320H0z" fill="#d58a4c" opacity=".55" />
      <path d="M62 320c4-58 44-84 98-84s94 26 98 84z" fill="#1d4d4f" />
      <path d="M128 214h64v34c0 18-14 30-32 30s-32-12-32-30z" fill="#5a3220" />
      <path d="M104 132c0-44 22-72 56-72s56 28 56 72c0 52-24 96-56 96s-56-44-56-96z" fill="#6f3f28" />
      <path d="M92 126c-8-62 24-96 70-96 50 0 82 38 68 98-12-24-34-36-68-36s-58 12-70 34z" fill="#f0b542" />
      <path d="M206 44c26-22 52-12 50 10-2 20-26 30-48 22z" fill="#e39a2d" />
      <path d="M96 112c18-22 40-30 66-30s50 10 66 32" fill="none" stroke="#c97f1f" strokeWidth="6" />
      <path d="M126 146q12-8 24 0M170 146q12-8 24 0" fill="none" stroke="#2b140b" strokeWidth="5" strokeLinecap="round" />
      <path d="M160 152q-6 22 2 30" fill="none" stroke="#4f2a19" strokeWidth="4" strokeLinecap="round" />
      <path d="M140 198q20 14 42-1" fill="none" stroke="#3b1a10" strokeWidth="5" strokeLinecap="round" />
      <circle cx="101" cy="166" r="7" fill="#f3d27a" />
      <circle cx="219" cy="166" r="7" fill="#f3d27a" />
    </svg>
  );
}
