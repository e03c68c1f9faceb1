/** The same evening in four manners: what a style does, before one has a picture of one's own. */
import type { ReactElement } from 'react';
import type { ImageStyle } from '#capabilities/generation/generation.ts';

export function StylePreview({ style }: { style: ImageStyle }): ReactElement {
  const Scene = SCENES[style];
  return (
    <svg className="style-preview" viewBox="0 0 96 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <Scene />
    </svg>
  );
}

const Realistic = (): ReactElement => (
  <>
    <defs>
      <linearGradient id="style-sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#4b6a94" />
        <stop offset=".55" stopColor="#e0a583" />
        <stop offset="1" stopColor="#f7d9a8" />
      </linearGradient>
      <radialGradient id="style-sun">
        <stop offset="0" stopColor="#fff8e2" />
        <stop offset=".3" stopColor="#ffe9b5" />
        <stop offset="1" stopColor="#ffd28a" stopOpacity="0" />
      </radialGradient>
      <linearGradient id="style-lake" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#e6b48d" />
        <stop offset="1" stopColor="#33475f" />
      </linearGradient>
    </defs>
    <rect width="96" height="60" fill="url(#style-sky)" />
    <circle cx="60" cy="29" r="19" fill="url(#style-sun)" />
    <path d="M0 36 14 26l9 6 13-12 12 11 10-6 16 11 10-7 12 9v12H0Z" fill="#8c7f92" opacity=".75" />
    <path d="M0 40c14-5 22-7 36-2s34-4 60-1v8H0Z" fill="#4f5468" />
    <rect y="43" width="96" height="17" fill="url(#style-lake)" />
    <path d="M52 45h17M55 48h12M57 51.5h7" stroke="#fff0cd" strokeWidth="1" opacity=".75" />
    <path d="M0 60c8-9 18-10 30-8 10 2 14 5 20 8Z" fill="#222a33" />
  </>
);

const Artistic = (): ReactElement => (
  <>
    <rect width="96" height="60" fill="#f0dfc0" />
    <g fill="none" strokeLinecap="round">
      <path d="M-4 5q26-5 48 1t58-3M-4 13q20 4 44-1t60 3" stroke="#3f74a5" strokeWidth="8" />
      <path d="M-4 21q28-6 50 0t56-3" stroke="#79a7c4" strokeWidth="7" />
      <path d="M-4 28q24 5 48-1t58 2" stroke="#f0a860" strokeWidth="7" />
      <path d="M-4 35q26-4 52 0t54-2" stroke="#e67f47" strokeWidth="6" />
      <path d="M60 20q9-2 8 7t-10 5-4-9 9-2" stroke="#ffe08a" strokeWidth="6" />
      <path d="M-4 43q18-10 38-3t66-5" stroke="#7b4b74" strokeWidth="8" />
      <path d="M-4 50q26-7 52 0t54-3" stroke="#35684f" strokeWidth="8" />
      <path d="M-4 58q22-6 46-1t60-3" stroke="#97b058" strokeWidth="7" />
      <path d="M10 4q8-2 14 1M70 12q8 3 14 0M16 47q8-3 14 1M62 55q9-4 16-1" stroke="#fff3d6" strokeWidth="1.5" opacity=".8" />
    </g>
  </>
);

const Anime = (): ReactElement => (
  <>
    <rect width="96" height="60" fill="#5cb8f2" />
    <rect y="26" width="96" height="22" fill="#b5e4fb" />
    <circle cx="66" cy="18" r="9" fill="#fff3b0" stroke="#274066" strokeWidth="1.2" />
    <path
      d="M2 38c0-5 4-8 8-7 1-7 8-10 13-7 3-6 12-6 15 0 5-2 10 1 10 7 5-1 8 3 8 7Z"
      fill="#fff"
      stroke="#274066"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
    <path d="M14 37c0-4 4-6 7-5M30 37c0-5 5-7 9-5" fill="none" stroke="#a9d4ef" strokeWidth="1.5" strokeLinecap="round" />
    <path d="M-2 46c18-10 34-9 48-3s34 2 54-4v24H-2Z" fill="#63c46a" stroke="#274066" strokeWidth="1.2" />
    <path d="M-2 55c22-6 40-5 60-2s28 0 42-3v12H-2Z" fill="#3fa552" />
    <path d="M78 44V30" stroke="#274066" strokeWidth="3" strokeLinecap="round" />
    <circle cx="78" cy="27" r="9" fill="#ff9bb8" stroke="#274066" strokeWidth="1.2" />
    <path d="M72 26c1-4 5-6 8-5" fill="none" stroke="#ffd3df" strokeWidth="1.8" strokeLinecap="round" />
  </>
);

const DigitalArt = (): ReactElement => (
  <>
    <rect width="96" height="60" fill="#150b36" />
    <path d="M0 0h96v20H0Z" fill="#1f0f52" />
    <circle cx="56" cy="29" r="17" fill="#ff5fa2" />
    <path d="M36 29h40v3H36ZM36 35h40v3H36ZM36 41h40v4H36Z" fill="#150b36" />
    <path d="M40 24a17 17 0 0 1 32 0Z" fill="#ffb35c" />
    <path d="M0 45 16 24l12 21Z" fill="#5b2bd1" />
    <path d="m16 24 12 21H17Z" fill="#3b1a96" />
    <path d="m20 45 16-15 14 15Z" fill="#7c46ef" />
    <path d="m36 30 14 15H37Z" fill="#4d24b8" />
    <path d="m70 45 14-19 16 19Z" fill="#5b2bd1" />
    <path d="m84 26 16 19H85Z" fill="#3b1a96" />
    <rect y="45" width="96" height="15" fill="#0c0623" />
    <path
      d="M0 45h96M0 49h96M0 54.5h96M48 45v15M36 45 22 60M60 45l14 15M22 45-6 60M74 45l28 15"
      stroke="#27e0ff"
      strokeWidth=".8"
      opacity=".9"
    />
    <path d="M10 8h.01M26 14h.01M78 10h.01M88 18h.01M40 6h.01" stroke="#d9f7ff" strokeWidth="1.6" strokeLinecap="round" />
  </>
);

const SCENES: Readonly<Record<ImageStyle, () => ReactElement>> = {
  realistic: Realistic,
  artistic: Artistic,
  anime: Anime,
  digital_art: DigitalArt,
};
