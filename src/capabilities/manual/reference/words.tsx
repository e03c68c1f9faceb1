/** Sentences of a document as people read them: what stands between backticks is code; a tag has a name in the reader's language. */
import type { ReactElement } from 'react';
import { useT } from '#kernel/page/context.tsx';
import { tags } from '../messages.ts';

export function Sentence({ text }: { text: string }): ReactElement {
  const parts = text.split('`').map((words, place) => ({ words, key: `${place}`, isCode: place % 2 === 1 }));
  return <>{parts.map(({ words, key, isCode }) => (isCode ? <code key={key}>{words}</code> : words))}</>;
}

/** A tag nobody translated keeps its own name. */
export function useTagName(): (tag: string) => string {
  const t = useT();
  return (tag) => t(tags[tag as keyof typeof tags] ?? tag);
}
