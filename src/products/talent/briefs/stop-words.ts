/** Words that say nothing by themselves, folded, in the three languages; elided letters and the tails of inclusive writing too. */
import { fold } from '#kernel/text.ts';

const FRENCH = `a ai aie ait alors an apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien c ca car ce ceci cela celle
celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des deux dois doit doivent donc du durant elle elles en encore entre
es est et etaient etait ete etes etre eu eux faire fait faut font h hors i ici il ils j je l la le les leur leurs lors lui m ma mais me meme memes
mes mon n ne ni non nos notre nous o on ont or ou par parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi pouvoir qu quand que quel
quelle quelles quels qui quoi s sa sans se selon sera serait seront ses si soi soit sommes son sont sous suis sur t ta te tel telle tes toi ton
tous tout toute toutes tres tu u un une vers via voici voila vos votre vous y`;
const ENGLISH = `about above after all also am an and any are as at be because been before being below between both but by can could did do does
doing down each few for from further get had has have having he her here hers him his how i if in into is it its just me more most must my no nor
not of off on once only or other our ours out over own per same she should so some such than that the their them then there these they this those
through to too under until up upon us very was we were what when where which while who whom why will with within would you your yours`;
const ARABIC = `في من الى على عن مع او و ثم هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت يكون تكون هو هي هم نحن انا انت كل بعض اي ما لا لم لن
قد بين عند بعد قبل حتى اذا كما لكن ايضا منذ خلال حول دون غير سوى ولا وان به بها فيه فيها له لها منه منها عليه عليها لديه لديها ذو ذات`;
/** Common darija in Latin letters. */
const DARIJA =
  'f fi dyal dial d l w wla li lli chi shi had hada hadi bach mn men 3la m3a 3nd 3ndo 3ndha khas khass khasso khassha bghina bghit kan khassna khasna bghaw tajriba';
/** And in Arabic letters. */
const DARIJA_ARABIC = `خاصنا خاصني خصنا خاص خصني بغينا بغيت بغيتو كنقلبو نقلبو ديال ديالنا ديالو ديالها ديالهم عندهم عندو عندها عنده عندنا اللي لي باش شي واش ولا كيعرفو كيعرف كتعرف يعرفو يعرف تعرف
يكون يكونو يكونوا تكون كيكون كاين هاد هادو ديك داك بزاف مزيان مزيانة دابا فين حيت غادي`;
/** `acteur·rice`, `développeur(se)`, `comédien/ne`: what follows the sign. */
const TAILS =
  'trice trices euse euses nne nnes enne ennes ienne iennes iere ieres ere eres lle lles ve ves fe fes ice ices e es ne se ses te tes le les';

const listOf = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .flatMap((text) => text.split(/\s+/))
      .flatMap((word) => fold(word).split(' '))
      .filter(Boolean),
  );

const STOP_WORDS = listOf(FRENCH, ENGLISH, ARABIC, DARIJA, DARIJA_ARABIC, TAILS);
const TAIL_WORDS = listOf(TAILS, 'rice rices s');

/** Small words that may stand inside a name or be left out of it. */
const LINKS = listOf('a au aux d de des du en et l la le les un une s of the and in an في من و');

/** Written like a form of a listed name, and another word. */
const HOMOGRAPHS = listOf(`drawings sale droite droites divers boxes canvas marine marines magique rape presenter improve more train salon
مدرسة المدرسة للمدرسة بالمدرسة مدارس تعليمات التعليمات مهرجان المهرجان موسى بناية البناية قانونا`);

export const isHomograph = (word: string): boolean => HOMOGRAPHS.has(word);
export const isLink = (word: string): boolean => LINKS.has(word);
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
export const isTail = (word: string): boolean => TAIL_WORDS.has(word);
