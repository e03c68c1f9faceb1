/**
 * Faces to choose from: marks by a key or a button without leaving the page, a selection that survives turning pages, j/k and
 * arrows to move, and lines of shortlists that change in place. Everything is a form or a link without it.
 */
import { watchKeys } from './casting/keys.ts';
import { createMarks } from './casting/marks.ts';
import { watchQuietForms } from './casting/quiet.ts';
import { createSelection } from './casting/selection.ts';
import { eachPlace } from './shared/place.ts';
import { createToast } from './shared/toast.ts';

export interface Props {
  /** By mark; the first says that a mark was taken away. */
  readonly marks: readonly string[];
  /** « 2 personnes sélectionnées », by number. */
  readonly selected: readonly string[];
  readonly texts: Readonly<Record<'failed' | 'few' | 'unmarked' | 'marked', string>>;
}

eachPlace<Props>('casting', ({ element, props }) => {
  element.classList.add('picks-live');
  const { say } = createToast();
  const marks = createMarks(props, say);
  const selection = createSelection(element, props, say);
  watchKeys(element, { marks, selection });
  watchQuietForms(element, say, props.texts.failed);
});
