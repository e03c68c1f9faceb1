/** What became of posts that were sent at once, in a sentence each. */
import { PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { type Language, messages, say } from '#kernel/message.ts';
import type { Flash } from '#kernel/page/flash.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { causeOf, type Truth, truthOf } from './truth.ts';

const m = messages({
  posted: { fr: '{platform} : le post est en ligne.', en: '{platform}: the post is live.', ar: '{platform}: المنشور ظاهر الآن.' },
  sending: {
    fr: '{platform} : l’envoi continue, la page du post dira la suite.',
    en: '{platform}: still being sent; the page of the post will tell.',
    ar: '{platform}: ما زال الإرسال جاريًا، وستخبرك صفحة المنشور بالنتيجة.',
  },
  failed: { fr: '{platform} : pas publié. {cause}', en: '{platform}: not posted. {cause}', ar: '{platform}: لم يُنشر. {cause}' },
  unknown: {
    fr: '{platform} : sans réponse, à vérifier.',
    en: '{platform}: no answer, to be checked.',
    ar: '{platform}: لا جواب، يحتاج إلى تحقق.',
  },
  cancelled: { fr: '{platform} : annulé.', en: '{platform}: cancelled.', ar: '{platform}: أُلغي.' },
});

const KINDS: Readonly<Record<Truth, Flash['kind']>> = {
  posted: 'success',
  planned: 'info',
  sending: 'info',
  failed: 'danger',
  unknown: 'warning',
  cancelled: 'warning',
};

export const sayEnds = (posts: readonly ScheduledPost[], language: Language): readonly Flash[] =>
  posts.map((post) => {
    const truth = truthOf(post);
    const found = causeOf(post);
    const params = { platform: PLATFORM_TITLES[post.platform], cause: found ? say(found.words, language) : '' };
    return { kind: KINDS[truth], text: say(m[truth === 'planned' ? 'sending' : truth], language, params) };
  });
