/** The texts of the legal pages as the studio ships them; they say what the program does, no more. */
import { messages } from '#kernel/message.ts';

export const terms = messages({
  title: { fr: 'Conditions d’utilisation', en: 'Terms of use', ar: 'شروط الاستخدام' },
  lead: {
    fr: 'Ce que le studio vous offre, et ce que nous attendons de chacun.',
    en: 'What the studio offers you, and what we expect of everyone.',
    ar: 'ما يقدمه لكم الاستوديو، وما ننتظره من الجميع.',
  },
  serviceTitle: { fr: 'Le service', en: 'The service', ar: 'الخدمة' },
  service: {
    fr: 'Les talents publient un profil et reçoivent un code unique ; les recruteurs les trouvent et les appellent. L’inscription est gratuite pour les talents, et personne ne doit jamais payer pour passer un casting.',
    en: 'Talents publish a profile and receive a unique code; recruiters find them and call them. Registration is free for talents, and nobody ever has to pay to be cast.',
    ar: 'ينشر الموهوبون ملفًا ويحصلون على رمز فريد، ويجدهم مسؤولو التوظيف ويتصلون بهم. التسجيل مجاني للمواهب، ولا يجوز أن يُطلب المال من أحد مقابل المشاركة في اختيار الممثلين.',
  },
  accountTitle: { fr: 'Votre compte', en: 'Your account', ar: 'حسابكم' },
  account: {
    fr: 'Vous avez 16 ans ou plus, vous dites vrai sur vous-même, et vos photos et documents sont les vôtres. Gardez votre mot de passe pour vous. Un profil faux ou utilisé pour tromper est fermé.',
    en: 'You are 16 or older, what you say about yourself is true, and your photos and documents are your own. Keep your password to yourself. A profile that is false or used to deceive is closed.',
    ar: 'عمركم 16 سنة أو أكثر، وما تقولونه عن أنفسكم صحيح، وصوركم ووثائقكم ملك لكم. احتفظوا بكلمة المرور لأنفسكم. يُغلق كل ملف كاذب أو مستعمل للخداع.',
  },
  recruitersTitle: { fr: 'Les recruteurs', en: 'Recruiters', ar: 'مسؤولو التوظيف' },
  recruiters: {
    fr: 'Les contacts d’un talent servent à lui proposer du travail, à rien d’autre. Chaque consultation de contacts est enregistrée.',
    en: 'A talent’s contacts serve to offer them work, and nothing else. Every reading of contacts is recorded.',
    ar: 'تُستعمل بيانات الاتصال بالموهوب لعرض العمل عليه فقط. يُسجَّل كل اطلاع عليها.',
  },
  endTitle: { fr: 'Partir', en: 'Leaving', ar: 'المغادرة' },
  end: {
    fr: 'Vous supprimez votre compte vous-même, sur la page « Mes données » : après une semaine, le profil, les fichiers et les contacts sont effacés. La page dit ce qui reste et pourquoi.',
    en: 'You delete your account yourself, on the page “My data”: after a week, profile, files and contacts are erased. The page says what stays and why.',
    ar: 'تحذفون حسابكم بأنفسكم من صفحة «بياناتي»: بعد أسبوع يُمحى الملف والملفات المرفقة وبيانات الاتصال. وتوضح الصفحة ما يبقى وسببه.',
  },
});

export const privacy = messages({
  title: { fr: 'Protection de vos données', en: 'Protection of your data', ar: 'حماية بياناتكم' },
  lead: {
    fr: 'Ce que nous gardons, qui le voit, et comment vous restez maître de vos données.',
    en: 'What we keep, who sees it, and how you stay in control of your data.',
    ar: 'ما نحتفظ به، ومن يراه، وكيف تبقون أصحاب القرار في بياناتكم.',
  },
  keptTitle: { fr: 'Ce que nous gardons', en: 'What we keep', ar: 'ما نحتفظ به' },
  kept: {
    fr: 'Votre identité, vos talents, votre photo et votre CV. Téléphone, WhatsApp, adresse et réseaux sociaux sont chiffrés. Le mot de passe n’est jamais enregistré en clair. La position GPS des photos est retirée.',
    en: 'Your identity, your talents, your photo and your CV. Phone, WhatsApp, address and social networks are encrypted. The password is never stored in clear. The GPS position of photos is removed.',
    ar: 'هويتكم ومواهبكم وصورتكم وسيرتكم الذاتية. الهاتف وواتساب والعنوان والشبكات الاجتماعية مشفّرة. لا تُحفظ كلمة المرور أبدًا بنص واضح، ويُحذف موقع GPS من الصور.',
  },
  seenTitle: { fr: 'Qui voit quoi', en: 'Who sees what', ar: 'من يرى ماذا' },
  seen: {
    fr: 'Si vous l’avez accepté, les membres voient votre nom, votre photo, vos talents et votre ville, jamais vos contacts. Les recruteurs autorisés et les administrateurs voient vos contacts et votre CV ; chaque consultation par un recruteur laisse une trace.',
    en: 'If you agreed, members see your name, photo, talents and city, never your contacts. Authorised recruiters and administrators see your contacts and your CV; each reading by a recruiter leaves a trace.',
    ar: 'إذا وافقتم، يرى الأعضاء اسمكم وصورتكم ومواهبكم ومدينتكم، ولا يرون أبدًا بيانات الاتصال. يراها مسؤولو التوظيف المعتمدون والمسؤولون مع سيرتكم، ويترك كل اطلاع من مسؤول توظيف أثرًا.',
  },
  outsideTitle: { fr: 'Hors du studio', en: 'Outside the studio', ar: 'خارج الاستوديو' },
  outside: {
    fr: 'Vos données ne sont ni vendues ni envoyées à une intelligence artificielle extérieure sans que l’administrateur ait configuré ce service, et jamais avec votre nom ou vos contacts.',
    en: 'Your data is not sold, nor sent to an outside artificial intelligence unless the administrator has set one up, and never with your name or contacts.',
    ar: 'لا تُباع بياناتكم، ولا تُرسل إلى ذكاء اصطناعي خارجي إلا إذا أعدّه المسؤول، وأبدًا مع اسمكم أو بيانات الاتصال بكم.',
  },
  rightsTitle: { fr: 'Vos droits', en: 'Your rights', ar: 'حقوقكم' },
  rights: {
    fr: 'Vous consultez et corrigez votre profil à tout moment, vous le rendez invisible d’un geste, et vous pouvez demander sa suppression. Les seuls cookies servent à vous garder connecté et à retenir la langue et le thème.',
    en: 'You read and correct your profile at any time, hide it with one switch, and may ask for its deletion. The only cookies keep you signed in and remember language and theme.',
    ar: 'تطّلعون على ملفكم وتصححونه في أي وقت، وتخفونه بنقرة واحدة، ولكم أن تطلبوا حذفه. ملفات تعريف الارتباط الوحيدة تبقيكم متصلين وتحفظ اللغة والمظهر.',
  },
});

export const cookies = messages({
  title: { fr: 'Cookies', en: 'Cookies', ar: 'ملفات تعريف الارتباط' },
  lead: {
    fr: 'Ce que votre navigateur garde pour ce site, et pourquoi.',
    en: 'What your browser keeps for this site, and why.',
    ar: 'ما يحتفظ به متصفحكم لهذا الموقع، ولماذا.',
  },
  neededTitle: { fr: 'Ceux qui sont nécessaires', en: 'Those that are needed', ar: 'الضرورية منها' },
  needed: {
    fr: 'Un cookie vous garde connecté, un autre protège les formulaires que vous envoyez, un troisième porte pendant dix minutes au plus le message qui confirme ce que vous venez de faire.',
    en: 'One cookie keeps you signed in, another protects the forms you send, a third carries, for ten minutes at most, the message that confirms what you have just done.',
    ar: 'يبقيكم أحدها متصلين، ويحمي آخر النماذج التي ترسلونها، ويحمل ثالث لعشر دقائق على الأكثر الرسالة التي تؤكد ما فعلتموه للتو.',
  },
  choicesTitle: { fr: 'Vos choix', en: 'Your choices', ar: 'اختياراتكم' },
  choices: {
    fr: 'La langue et le thème que vous avez choisis sont retenus pour votre prochaine visite.',
    en: 'The language and the theme you chose are remembered for your next visit.',
    ar: 'تُحفظ اللغة والمظهر اللذان اخترتموهما لزيارتكم القادمة.',
  },
  noneTitle: { fr: 'Ce qu’il n’y a pas', en: 'What there is none of', ar: 'ما لا يوجد' },
  none: {
    fr: 'Ni publicité, ni mesure d’audience par des tiers, ni suivi d’un site à l’autre.',
    en: 'No advertising, no measuring by others, no following from site to site.',
    ar: 'لا إعلانات، ولا قياس للزيارات من طرف آخرين، ولا تتبّع من موقع إلى آخر.',
  },
});

export const names = messages({
  about: { fr: 'À propos', en: 'About', ar: 'حول المنصة' },
  mentions: { fr: 'Mentions légales', en: 'Legal notice', ar: 'إشعار قانوني' },
  closed: {
    fr: 'Cette page n’est pas publiée.',
    en: 'This page is not published.',
    ar: 'هذه الصفحة غير منشورة.',
  },
});
