import { messages } from '#kernel/message.ts';

export const m = messages({
  notFound: {
    fr: 'Cette chronologie n’existe pas, ou n’est pas la vôtre.',
    en: 'This timeline does not exist, or is not yours.',
    ar: 'هذا الخط الزمني غير موجود أو ليس لك.',
  },
  noProject: {
    fr: 'Ce projet n’existe pas, ou n’est pas le vôtre.',
    en: 'This project does not exist, or is not yours.',
    ar: 'هذا المشروع غير موجود أو ليس لك.',
  },
  noBrand: {
    fr: 'Le logo est une de vos images, terminée.',
    en: 'The logo is one of your images, completed.',
    ar: 'الشعار إحدى صورك المكتملة.',
  },
  required: { fr: 'Ce champ est requis.', en: 'This field is required.', ar: 'هذا الحقل مطلوب.' },
  object: { fr: 'Un objet JSON est attendu.', en: 'A JSON object is expected.', ar: 'المطلوب كائن JSON.' },
  list: { fr: 'Une liste est attendue.', en: 'A list is expected.', ar: 'المطلوب قائمة.' },
  text: { fr: 'Un texte est attendu.', en: 'A text is expected.', ar: 'المطلوب نص.' },
  flag: { fr: 'true ou false.', en: 'true or false.', ar: 'true أو false.' },
  number: {
    fr: 'Un nombre de {least} à {most} est attendu.',
    en: 'A number from {least} to {most} is expected.',
    ar: 'المطلوب عدد من {least} إلى {most}.',
  },
  choice: { fr: 'Choisissez parmi : {values}.', en: 'Choose one of: {values}.', ar: 'اختر من بين: {values}.' },
  resolution: {
    fr: 'Écrivez largeur × hauteur en pixels, comme 1920x1080 : deux nombres pairs de 64 à 3840.',
    en: 'Write width × height in pixels, such as 1920x1080: two even numbers from 64 to 3840.',
    ar: 'اكتب العرض × الارتفاع بالبكسل، مثل 1920x1080: عددان زوجيان من 64 إلى 3840.',
  },
  fps: {
    fr: 'De 12 à 60 images par seconde.',
    en: 'From 12 to 60 frames per second.',
    ar: 'من 12 إلى 60 إطارًا في الثانية.',
  },
  colour: { fr: 'Une couleur comme #000000.', en: 'A colour such as #000000.', ar: 'لون مثل ‎#000000.' },
  captions: {
    fr: 'false, ou un objet avec look, size et place.',
    en: 'false, or an object with look, size and place.',
    ar: 'false أو كائن فيه look وsize وplace.',
  },
  motion: {
    fr: '"auto", null, ou un objet from, to, chacun avec left, top, width, height entre 0 et 1, à l’intérieur de l’image.',
    en: '"auto", null, or an object from, to, each with left, top, width, height from 0 to 1, inside the picture.',
    ar: '‎"auto" أو null أو كائن from وto مع left وtop وwidth وheight بين 0 و1 داخل الصورة.',
  },
  words: {
    fr: 'Une liste d’objets text, from, until (en secondes du film), au plus {most}.',
    en: 'A list of objects text, from, until (in seconds of the film), at most {most}.',
    ar: 'قائمة كائنات text وfrom وuntil بثواني الفيلم، {most} على الأكثر.',
  },
  noShot: {
    fr: 'Un film montre au moins une image ou un clip : ajoutez une piste video avec un clip.',
    en: 'A film shows at least one picture or clip: add a video track with a clip.',
    ar: 'يعرض الفيلم صورة أو مقطعًا واحدًا على الأقل: أضف مسار video فيه مقطع.',
  },
  oneVideo: {
    fr: 'Une seule piste video par film : réunissez les clips sur la première.',
    en: 'One video track for a film: bring the clips together on the first one.',
    ar: 'مسار video واحد لكل فيلم: اجمع المقاطع على المسار الأول.',
  },
  tooManyClips: { fr: 'Au plus {most} clips par film.', en: 'At most {most} clips in a film.', ar: '{most} مقطع على الأكثر في الفيلم.' },
  tooManyTracks: {
    fr: 'Au plus {most} pistes par film.',
    en: 'At most {most} tracks in a film.',
    ar: '{most} مسارًا على الأكثر في الفيلم.',
  },
  tooLong: { fr: 'Un film dure au plus quatre heures.', en: 'A film lasts four hours at most.', ar: 'مدة الفيلم أربع ساعات على الأكثر.' },
  noAsset: {
    fr: 'Cet élément n’existe pas, ou n’est pas le vôtre.',
    en: 'This asset does not exist, or is not yours.',
    ar: 'هذا العنصر غير موجود أو ليس لك.',
  },
  notReady: {
    fr: 'Cet élément n’est pas prêt ({status}). Attendez qu’il soit terminé, ou prenez-en un autre.',
    en: 'This asset is not ready ({status}). Wait until it is completed, or take another one.',
    ar: 'هذا العنصر غير جاهز ({status}). انتظر حتى يكتمل أو خذ غيره.',
  },
  wrongType: {
    fr: 'Un élément « {type} » ne va pas sur une piste {track} : {allowed}.',
    en: 'A “{type}” asset does not go on a {track} track: {allowed}.',
    ar: 'العنصر «{type}» لا يوضع على مسار {track}: {allowed}.',
  },
  overlap: {
    fr: 'Ce clip commence à {start} s, avant la fin du précédent ({end} s). Déplacez-le ou raccourcissez l’autre.',
    en: 'This clip begins at {start} s, before the end of the one before ({end} s). Move it, or shorten the other.',
    ar: 'يبدأ هذا المقطع عند {start} ث قبل نهاية السابق ({end} ث). انقله أو قصّر الآخر.',
  },
  beyond: {
    fr: 'Le fichier ne dure que {seconds} s.',
    en: 'The file lasts {seconds} s only.',
    ar: 'مدة الملف {seconds} ث فقط.',
  },
  lateStart: {
    fr: 'Le film commencerait par {seconds} s sans image (au plus {most} s). Faites commencer le premier clip plus tôt.',
    en: 'The film would begin with {seconds} s without a picture (at most {most} s). Let the first clip begin earlier.',
    ar: 'سيبدأ الفيلم بـ {seconds} ث دون صورة ({most} ث على الأكثر). قدّم بداية المقطع الأول.',
  },
  longTransition: {
    fr: 'La transition est plus longue que son clip ({seconds} s).',
    en: 'The transition is longer than its clip ({seconds} s).',
    ar: 'الانتقال أطول من مقطعه ({seconds} ث).',
  },
  gap: {
    fr: 'Pas d’image de {start} s à {end} s : le fond sera visible.',
    en: 'No picture from {start} s to {end} s: the background will show.',
    ar: 'لا صورة من {start} ث إلى {end} ث: ستظهر الخلفية.',
  },
  held: {
    fr: 'Le clip dure {seconds} s : sa dernière image reste visible jusqu’à la fin.',
    en: 'The clip lasts {seconds} s: its last picture stays until the end.',
    ar: 'مدة المقطع {seconds} ث: تبقى صورته الأخيرة حتى النهاية.',
  },
  quiet: {
    fr: 'Le son s’arrête après {seconds} s, avant la fin du clip.',
    en: 'The sound ends after {seconds} s, before its clip does.',
    ar: 'ينتهي الصوت بعد {seconds} ث قبل نهاية المقطع.',
  },
  version: {
    fr: 'Cette chronologie a changé entre-temps (version {version}). Rechargez-la, puis refaites votre changement.',
    en: 'This timeline was changed meanwhile (version {version}). Load it again, then make your change again.',
    ar: 'تغيّر هذا الخط الزمني في الأثناء (النسخة {version}). أعد تحميله ثم كرر التغيير.',
  },
});
