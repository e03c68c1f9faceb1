/**
 * Writing a post: what each platform thinks of the words while they are typed, the picture cut as it will be sent, and help without
 * leaving the page. The buttons are those of the form; without this script they bring the page back with what they give.
 */
import { watchCrops } from './composer/crops.ts';
import { watchHelp } from './composer/help.ts';
import { watchWords } from './composer/words.ts';
import { eachPlace } from './shared/place.ts';
import { tellZone } from './shared/zone.ts';

export interface Props {
  readonly zone: string;
  readonly isZoneKnown: boolean;
  /** Path that measures the words. */
  readonly check: string;
  readonly language: string;
  readonly texts: Readonly<Record<'busy' | 'suggesting' | 'failed' | 'use' | 'pictureFirst', string>>;
}

eachPlace<Props>('composer', ({ element, props }) => {
  const form = element.querySelector('form');
  if (!form) return;
  tellZone(props);
  watchWords(form, props.check);
  watchCrops(form);
  watchHelp(form, props);
  watchSending(form, props.texts.busy);
});

/** A second press would be a second post. */
function watchSending(form: HTMLFormElement, busy: string): void {
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement) || !['plan', 'now'].includes(submitter.value)) return;
    if (submitter.ariaBusy === 'true') {
      event.preventDefault();
      return;
    }
    for (const button of form.querySelectorAll('.form-actions button')) button.setAttribute('aria-busy', 'true');
    submitter.lastChild?.replaceWith(busy);
  });
  // Coming back by the back button shows the page as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
