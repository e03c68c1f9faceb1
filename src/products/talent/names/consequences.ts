/** What a merge does beside the fields that are chosen, in sentences. Pure. */
import type { Message, Params } from '#kernel/message.ts';
import { MAX_GALLERY } from '../cinema/cinema.ts';
import type { Dossier } from './dossier.ts';
import { merge as words } from './merge-messages.ts';

interface Consequence {
  readonly message: Message;
  readonly params: Params;
}

export function consequencesOf(from: Dossier, into: Dossier): readonly Consequence[] {
  const survivor = into.person.code;
  const own = from.person.kind === 'standard' ? memberConsequences(from, survivor) : talentConsequences(from, into);
  return [
    { message: words.codeMoves, params: { code: from.person.code, survivor } },
    ...own,
    { message: words.filesGo, params: {} },
    { message: words.lettersStay, params: {} },
  ];
}

const memberConsequences = ({ email, traces }: Dossier, survivor: string): readonly Consequence[] => [
  { message: words.talentsUnited, params: {} },
  { message: words.accountCloses, params: { email: email ?? '', survivor } },
  ...(traces.linkedCode ? [{ message: words.cinemaFollows, params: { code: traces.linkedCode } }] : []),
];

function talentConsequences({ traces, galleryCount }: Dossier, into: Dossier): readonly Consequence[] {
  const count = (message: Message, figure: number): readonly Consequence[] => (figure > 0 ? [{ message, params: { count: figure } }] : []);
  const lost = galleryCount + into.galleryCount - MAX_GALLERY;
  const loses = traces.linkedCode !== null && into.traces.linkedCode !== null;
  return [
    { message: words.listsUnited, params: {} },
    ...count(words.projectsMove, traces.projects.length),
    ...count(words.staysMove, traces.stays),
    ...count(words.shortlistsMove, traces.shortlists),
    { message: words.consentsStay, params: {} },
    ...(loses ? [{ message: words.accountLoses, params: { code: traces.linkedCode ?? '' } }] : []),
    ...(lost > 0 ? [{ message: words.galleryFull, params: { max: MAX_GALLERY, count: lost } }] : []),
  ];
}
