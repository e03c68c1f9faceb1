/** How people order a film: the words that are instructions and not its subject. */
import type { ScriptLanguage } from '../script.ts';

/** Sources of regular expressions, without case. */
export interface Wording {
  readonly polite: string;
  /** « Crée-moi », before what is to be made. */
  readonly make: string;
  /** « une vidéo explicative ». */
  readonly medium: string;
  /** « Parle-moi de », which needs no medium. */
  readonly tell: string;
  /** Between the medium and the subject; where `lends` matches, an article was swallowed and is given back. */
  readonly about: string;
  /** « débutants ». */
  readonly audience: string;
  /** Before the audience: « pour les ». */
  readonly audienceBefore: string;
  /** From here to the end of the sentence, it is about manner: « avec un ton … ». */
  readonly manner: string;
  /** Of a part of the manner that is heard in the words, not seen. */
  readonly tone: string;
  /** Of a part of the manner that is neither seen nor said. */
  readonly unseen: string;
  readonly duration: string;
  readonly platform: string;
  readonly language: string;
  /** « Ne mets pas de texte », « Durée : 30 s »: a sentence that is wholly an instruction. */
  readonly rule: string;
  readonly slogan: string;
}

const FR_ADJECTIVES =
  "(?:explicati(?:f|ve)|courte?s?|petite?s?|belle|beau|éducati(?:f|ve)|pédagogique|publicitaire|promotionnel(?:le)?|pub|promo|professionnel(?:le)?|dynamique|moderne|marketing|verticale?|virale?|animée?|complète?|simple|sympa|drôle|documentaire|corporate|informati(?:f|ve)|inspirante?|émouvante?|cinématographique|institutionnel(?:le)?|de présentation|de formation|de promotion|de sensibilisation|d[’']entreprise|d[’']annonce|tuto(?:riel)?|youtube|tiktok|instagram)";
const EN_ADJECTIVES =
  '(?:explainer|explanatory|short|long|nice|beautiful|great|educational|promotional|promo|professional|dynamic|modern|marketing|vertical|viral|animated|complete|simple|funny|fun|documentary|corporate|informative|inspiring|cinematic|emotional|training|teaser|youtube|tiktok|instagram|\\w+-(?:second|minute))';

export const WORDINGS: Readonly<Record<ScriptLanguage, Wording>> = {
  fr: {
    polite:
      "(?:bonjour|salut|salam|bghit|bghina|3afak|hello|stp|svp|merci|s[’'](?:il|i) (?:te|vous) pla[iî]t|je (?:veux|voudrais|souhaite(?:rais)?|cherche à|désire)|j[’']aimerais|(?:peux|pourrais|veux)[- ]tu|(?:pouvez|pourriez|voulez)[- ]vous|il (?:me|nous) faut(?: faire)?|on veut|nous voulons|nous voudrions|j[’']ai besoin (?:de |d[’'])|merci de|que tu|que vous)[,! ]*",
    make: '(?:(?:me|nous|lui)\\s+)?(?:cr[ée]+e?[rsz]?|fai(?:s|re|tes)|fasse[sz]?|g[ée]n[èe]re[rsz]?|r[ée]alise[rsz]?|produi(?:s|re|sez)|pr[ée]pare[rsz]?|monte[rz]?|tourne[rz]?|compose[rz]?|imagine[rz]?|[ée]cri(?:s|re|vez)|con[cç]oi[st]|concevoir|fabrique[rz]?|dir|sawb|ndir)(?:[- ](?:moi|liya|lia|nous|lui))?\\s+',
    medium: `(?:(?:une|un|la|le|ma|mon|notre|des|d[’'])\\s*)?(?:${FR_ADJECTIVES}\\s+)*(?:courts?[- ]m[ée]trages?|vid[ée]os?|films?|clips?|spots?|teasers?|reels?|shorts?|bandes?[- ]annonces?|animations?|documentaires?|reportages?|publicit[ée]s?|pubs?|tuto(?:riel)?s?|scripts?|diaporamas?)(?:\\s+(?:et\\s+)?${FR_ADJECTIVES})*`,
    tell: '(?:parle[rz]?(?:[- ](?:moi|nous))?|explique[rz]?(?:[- ](?:moi|nous))?|pr[ée]sente[rz]?(?:[- ](?:moi|nous))?|raconte[rz]?(?:[- ](?:moi|nous))?|montre[rz]?(?:[- ](?:moi|nous))?|d[ée]cri(?:s|re|vez)|d[ée]couvr(?:ez|ir|ons)|explor(?:ez|er|ons)|visit(?:ez|er|ons))(?=\\s)',
    about:
      '(?:sur|3la|3an|à propos|au sujet|autour|qui (?:parle(?:ra)?|traite|explique(?:ra)?|présente(?:ra)?|raconte(?:ra)?|montre(?:ra)?|décrit|annonce)|(?:pour|afin de|visant à) (?:promouvoir|présenter|expliquer|annoncer|montrer|raconter|décrire|vendre|faire connaître|faire la promotion|parler)|expliquant|présentant|racontant|montrant|parlant|consacrée?|dédiée?|portant sur|ayant pour (?:sujet|thème)|sujet|thème|pour|:)',
    audience:
      '(?:(?:grands? )?(?:débutants?|enfants?|jeunes?|ados?|adolescents?|étudiants?|élèves?|parents?|familles?|touristes?|visiteurs?|voyageurs?|clients?|professionnels?|entreprises?|entrepreneurs?|femmes?|hommes?|seniors?|enseignants?|professeurs?|particuliers?|investisseurs?|comédiens?|acteurs?|artistes?|collègues?|employés?|salariés?|novices?|curieux|amateurs?|passionnés?|commerçants?|agriculteurs?|développeurs?|patients?|grand public|tout public|tous|tout le monde))',
    audienceBefore: "(?:pour|à destination|à l[’']attention|destinée?|qui s[’']adresse|adressée?|aux(?=\\s))\\s+(?:un public )?",
    manner:
      ",?\\s*(?:(?:avec|dans|sous|sur(?=\\s+(?:un|le)\\s+(?:ton|rythme|registre)))\\s*(?:un|une|des|du|le|la|l[’'])?\\s*(?:\\p{L}+\\s+){0,2}?(?:ton|style|ambiance|registre|rythme|animations?|transitions?|effets?|couleurs?|musique|voix|sous-titres?|images?|lumières?|tonalité|esthétique|rendu|look|visuels?|plans?|slow motion)(?=[\\s,.;]|$)|(?:de manière|de façon|style|ton|façon)\\s)[^.;!?\\n]*",
    tone: 'ton|registre|tonalité|manière|façon|rythme',
    unseen: 'musique|voix|sous-titres?|transitions?',
    duration:
      "(?:,?\\s*(?:d[’']une (?:durée )?|d[’']environ |de |d[’']|en |pendant |durée\\s*:?\\s*(?:de )?|(?=\\d)))(?:environ |près de )?(\\d+|une|deux|trois|quatre|cinq|dix|quinze|vingt|trente|soixante|quatre-vingt-dix)\\s*[- ]?(secondes?|secs?|minutes?|mins?|mn|s|m)(?![\\p{L}])(?:\\s*(?:maximum|max|environ))?",
    platform:
      ',?\\s*(?:pour|sur|au format|en format|format|en)\\s+(?:(?:les )?réseaux sociaux|instagram|insta|tiktok|youtube|facebook|linkedin|whatsapp|reels?|stor(?:y|ies)|shorts?|vertical|horizontal|carré|paysage|\\d+:\\d+|hd|4k|full hd)(?:\\s+(?:et|ou)\\s+(?:instagram|tiktok|youtube|facebook|linkedin|reels?))*',
    language: ',?\\s*(?:en|langue\\s*:?|en langue)\\s+(français|francais|anglais|arabe|darija)(?![\\p{L}])',
    rule: "(?:(?:durée|format|style|ton|langue|musique|voix|public|cible|ratio|résolution)\\s*(?::|=|,)|(?:le |la )?(?:ton|style|musique|voix|durée|format) (?:doit|devra|sera|est)|(?:ajoute[rz]?|mets|mettez|mettre|utilise[rz]?|inclu[st]|incluez|termine[rz]?|commence[rz]?|évite[rz]?|n[’']oublie[zr]?|ne (?:mets|mettez|fais|faites|pas)|sans|avec|pas de)(?=[\\s,!.]|$)|(?:merci|svp|stp)[\\s!.]*$)",
    slogan: ',?\\s*(?:avec|et)?\\s*(?:le |la |comme )?(?:slogan|phrase|accroche|message|devise|texte|titre)\\s*:?\\s*$',
  },
  en: {
    polite:
      "(?:hi|hello|hey|please|thanks|thank you|(?:can|could|would|will) you|i (?:want|need|would like|wish|am looking for)(?: you)?(?: to)?|i[’']d like(?: you)?(?: to)?|we (?:want|need)(?: to)?|kindly|just)[,! ]*",
    make: '(?:create|make|generate|produce|write|prepare|build|design|compose|do|give|shoot|edit|get)(?:\\s+(?:me|us))?\\s+',
    medium: `(?:(?:an?|the|my|our|some)\\s+)?(?:${EN_ADJECTIVES}[,\\s]+(?:and )?)*(?:videos?|films?|movies?|clips?|spots?|teasers?|reels?|shorts?|trailers?|animations?|documentar(?:y|ies)|adverts?|ads?|commercials?|tutorials?|scripts?|slideshows?|explainers?)`,
    tell: '(?:(?:tell|teach)(?: (?:me|us))?|explain|present|show(?: (?:me|us))?|describe|introduce|talk|discover|explore|visit|experience)(?=\\s)',
    about:
      '(?:about|on|regarding|concerning|that (?:explains?|presents?|shows?|tells?|describes?|talks about|introduces?|promotes?)|which (?:explains?|presents?|shows?)|(?:to|in order to) (?:promote|present|explain|announce|show|sell|introduce|advertise|talk about)|explaining|presenting|showing|introducing|promoting|announcing|advertising|telling|describing|of|for|called|titled|topic|subject|:)',
    audience:
      '(?:(?:young |complete |absolute |busy |small )?(?:beginners?|children|kids|teens?|teenagers?|young people|youth|students?|pupils?|parents?|families|tourists?|visitors?|travell?ers?|customers?|clients?|professionals?|companies|businesses|entrepreneurs?|women|men|seniors?|elders|teachers?|investors?|actors?|artists?|colleagues?|employees?|newcomers?|amateurs?|farmers?|developers?|patients?|everyone|everybody|adults?|the general public|non-experts?))',
    audienceBefore: '(?:for|aimed at|intended for|targeting|targeted at|addressed to)\\s+(?:an audience of )?',
    manner:
      ',?\\s*(?:(?:with|in|using)\\s+(?:an?|the|some)?\\s*(?:[\\p{L}-]+\\s+(?:and\\s+)?){0,3}?(?:tone|style|mood|vibe|atmosphere|feel|look|pace|animations?|transitions?|effects?|colou?rs?|music|voice(?:over)?|subtitles?|captions?|images?|visuals?|lighting|shots?|slow motion)(?=[\\s,.;]|$)|(?:style|tone|mood)\\s*:)[^.;!?\\n]*',
    tone: 'tone|pace|feel|vibe',
    unseen: 'music|voice(?:over)?|subtitles?|captions?|transitions?',
    duration:
      '(?:,?\\s*(?:lasting |of |in |for |about |around |duration\\s*:?\\s*|(?=\\d)))?(?:about |around )?(\\d+|one|two|three|five|ten|fifteen|twenty|thirty|forty-five|sixty|ninety)[- ]?(seconds?|secs?|minutes?|mins?|s|m)(?![\\p{L}])(?:[- ]long)?',
    platform:
      ',?\\s*(?:for|on|in|as)\\s+(?:an? )?(?:social media|instagram|tiktok|youtube|facebook|linkedin|whatsapp|reels?|stor(?:y|ies)|shorts?|vertical(?: format)?|horizontal(?: format)?|square(?: format)?|landscape(?: format)?|\\d+:\\d+|hd|4k|full hd)(?:\\s+(?:and|or)\\s+(?:instagram|tiktok|youtube|facebook|linkedin|reels?))*',
    language: ',?\\s*in\\s+(french|english|arabic|darija)(?![\\p{L}])',
    rule: "(?:(?:duration|length|format|style|tone|language|music|voice|audience|target|ratio|resolution)\\s*(?::|=)|(?:the )?(?:tone|style|music|voice|length|format) (?:should|must|will|is)|(?:add|use|include|end|start|finish|avoid|keep|make sure|do not|don[’']t|no|without|with)(?=[\\s,!.]|$)|(?:thanks|thank you|please)[\\s!.]*$)",
    slogan: ',?\\s*(?:with|and)?\\s*(?:the |as )?(?:slogan|tagline|phrase|line|message|motto|text|title)\\s*:?\\s*$',
  },
  ar: {
    polite:
      '(?:مرحبا|السلام عليكم|من فضلك|لو سمحت|رجاء|شكرا|أريد(?: منك)?(?: أن)?|اريد(?: منك)?(?: ان)?|نريد(?: أن)?|أرغب في|أود(?: أن)?|أحتاج(?: إلى)?|هل يمكنك|ممكن|بغيت)[،,! ]*',
    make: '(?:أنشئ|انشئ|أنشىء|اصنع|تصنع|اعمل|قم ب|جهز|أنتج|انتج|اكتب|صمم|حضر|ولد|إنشاء|انشاء|صناعة|إنتاج|عمل|كتابة|تصميم|إعداد)\\s*(?:لي|لنا)?\\s*',
    medium:
      '(?:فيديو|فيديوهات|فيلم|فيلما|فيلمًا|مقطع(?:ا|ًا)?(?: فيديو)?|إعلان(?:ا|ًا)? (?:مصور(?:ا|ًا)?|فيديو)|كليب|ريلز|وثائقي|سكريبت|عرض مرئي)(?:\\s+(?:ا|ال)?(?:قصير|تعليمي|توضيحي|شرح|تشويقي|احترافي|ترويجي|إعلاني|دعائي|وثائقي|تعريفي|جميل|مدته)(?:ة|ا|ًا)?)*',
    tell: '(?:اشرح|تحدث|حدثني|حدثنا|قدم|احك|عرف|أخبرني|صف|اكتشفوا|اكتشف|استكشف|زوروا)(?:\\s+(?:لي|لنا))?(?=\\s)',
    about: '(?:عن|حول|بخصوص|بعنوان|موضوعه|يشرح|يتحدث عن|يقدم|يعرف ب|يعرض|يحكي عن|للتعريف ب|لتقديم|لشرح|للترويج ل|للإعلان عن|من أجل|:)',
    audience:
      '(?:مبتدئين|أطفال|اطفال|شباب|طلاب|طلبة|تلاميذ|آباء|أمهات|عائلات|أسر|سياح|زوار|زبائن|عملاء|مهنيين|شركات|نساء|رجال|كبار السن|مسافرين|ممثلين|فنانين|معلمين|أساتذة|جميع|عموم الناس|مستثمرين|موظفين)',
    audienceBefore: '(?:موجه(?:ة|ا|ًا)?\\s+)?(?:إلى\\s+(?:ال)?|لل|ل)',
    manner:
      '[،,]?\\s*(?:(?:ب|بـ|مع|في|و)\\s?(?:ال)?(?:أسلوب|اسلوب|نبرة|جو|طابع|طريقة|رسوم|ألوان|الوان|موسيقى|صوت|تأثيرات|صور|إضاءة|مشاهد|حركات|لهجة|إيقاع)(?=[\\s،,.؛]|$))[^.؛!?؟\\n]*',
    tone: 'أسلوب|اسلوب|نبرة|طريقة|لهجة|إيقاع',
    unseen: 'موسيقى|صوت',
    duration:
      '(?:[،,]?\\s*(?:مدته|مدتها|لمدة|في|من|بمدة)?\\s*)(\\d+|نصف|دقيقتين|دقيقتان|دقيقة واحدة|دقيقة|ثلاثين|ستين)\\s*(ثانية|ثوان|ثواني|دقيقة|دقائق)?(?![\\p{L}])',
    platform: '[،,]?\\s*(?:على|لـ?|ل)\\s?(?:مواقع التواصل(?: الاجتماعي)?|انستغرام|إنستغرام|تيك توك|يوتيوب|فيسبوك|لينكد إن)',
    language: '[،,]?\\s*(?:باللغة|بال)\\s*(?:ال)?(فرنسية|إنجليزية|انجليزية|عربية|دارجة)',
    rule: '(?:(?:المدة|الأسلوب|النبرة|اللغة|الموسيقى|الصوت|الجمهور|الصيغة)\\s*:|(?:أضف|استعمل|استخدم|تجنب|لا تضع|بدون|مع)(?=[\\s،!.]|$)|(?:من فضلك|شكرا)[\\s!.]*$)',
    slogan: '[،,]?\\s*(?:مع|و)?\\s*(?:شعار|عبارة|جملة|عنوان|نص|رسالة)\\s*:?\\s*$',
  },
};
