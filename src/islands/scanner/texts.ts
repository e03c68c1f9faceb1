/** What the screen says, in the reader's language; written by presence/scan-messages.ts on the server. */
import { fill } from '../shared/place.ts';
import type { Action, VerdictKind, Whereabouts } from './wire.ts';

type Refusal = Exclude<VerdictKind, 'ok'>;

export type TextKey =
  | 'arrival'
  | 'departure'
  | 'mode'
  | `${Refusal}Word`
  | `${Refusal}Why`
  | `${Refusal}Next`
  | 'alreadyLeftWord'
  | 'alreadyLeftWhy'
  | 'alreadyLeftNext'
  | 'notABadgeWhy'
  | 'presentSince'
  | 'leftAt'
  | 'tapToGoOn'
  | 'revokedFor'
  | 'revokedRemoved'
  | 'checkThemOut'
  | 'checkThemIn'
  | 'notStored'
  | 'notStoredNext'
  | 'serverAccepted'
  | 'scanAgainWord'
  | 'scanAgainWhy'
  | 'openCamera'
  | 'cameraLead'
  | 'aim'
  | 'cameraDenied'
  | 'cameraNone'
  | 'cameraBusy'
  | 'cameraInsecure'
  | 'torch'
  | 'photo'
  | 'photoNothing'
  | 'reading'
  | 'code'
  | 'codeHint'
  | 'codeSend'
  | 'codeEmpty'
  | 'scanTab'
  | 'listTab'
  | 'absentTab'
  | 'presentTab'
  | 'leftTab'
  | 'search'
  | 'nobody'
  | 'nobodyFound'
  | 'noRoster'
  | 'notPlanned'
  | 'bulkIn'
  | 'bulkOut'
  | 'bulkAgain'
  | 'bulkDone'
  | 'undo'
  | 'undone'
  | 'countPresent'
  | 'countAbsent'
  | 'countWaiting'
  | 'lastSync'
  | 'never'
  | 'recent'
  | 'recentNone'
  | 'someone'
  | 'people'
  | 'stateWaiting'
  | 'stateSent'
  | 'serverSays'
  | 'online'
  | 'offline'
  | 'signedOut'
  | 'signInAgain'
  | 'forbidden'
  | 'refused'
  | 'openYesterday'
  | 'menu'
  | 'back'
  | 'refresh'
  | 'install'
  | 'wipe'
  | 'signOut'
  | 'wiped'
  | 'wipedWaiting'
  | 'start'
  | 'kept'
  | 'notKept'
  | 'unable';

export type Texts = Readonly<Record<TextKey, string>>;

/** Speaks, and tells the time of the place where the film is shot. */
export interface Voice {
  say(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  time(iso: string): string;
}

export function createVoice(texts: Texts, locale: string, timeZone: () => string | undefined): Voice {
  return {
    say: (key, values = {}) => fill(texts[key], values),
    time: (iso) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: timeZone() }).format(new Date(iso)),
  };
}

export const actionKey = (action: Action): TextKey => (action === 'check_in' ? 'arrival' : 'departure');
export const tabKey = (state: Whereabouts): TextKey => `${state}Tab`;
/** The word for what was decided: a second departure is not a second arrival. */
export const wordKey = (kind: VerdictKind, action: Action): TextKey =>
  kind === 'ok' ? actionKey(action) : kind === 'duplicate' && action === 'check_out' ? 'alreadyLeftWord' : `${kind}Word`;
