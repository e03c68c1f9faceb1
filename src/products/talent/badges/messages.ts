import { messages } from '#kernel/message.ts';

export const m = messages({
  titleOne: { fr: 'Badge · {name} · {code}', en: 'Badge · {name} · {code}', ar: 'شارة · {name} · {code}' },
  titleProject: { fr: 'Badges · {name}', en: 'Badges · {name}', ar: 'شارات · {name}' },
  noAssignment: { fr: 'Affectation introuvable', en: 'Assignment not found', ar: 'التعيين غير موجود' },
  noProject: { fr: 'Projet introuvable', en: 'Project not found', ar: 'المشروع غير موجود' },
  nobody: {
    fr: 'Personne n’est affecté à ce projet : il n’y a pas encore de badge à imprimer.',
    en: 'Nobody is assigned to this project: there is no badge to print yet.',
    ar: 'لم يُعيَّن أحد في هذا المشروع: لا توجد شارات للطباعة بعد.',
  },
  replaceTitle: { fr: 'Remplacer le badge', en: 'Replace the badge', ar: 'استبدال الشارة' },
  replaceText: {
    fr: 'L’ancien badge sera refusé par tous les scanners dès leur prochaine connexion. Un nouveau badge est créé aussitôt ; il faudra l’imprimer.',
    en: 'Every scanner will refuse the old badge as soon as it is next online. A new badge is made at once; it then has to be printed.',
    ar: 'سترفض جميع أجهزة المسح الشارة القديمة عند اتصالها القادم. تُنشأ شارة جديدة فورًا ويجب طباعتها.',
  },
  replace: { fr: 'Remplacer le badge', en: 'Replace the badge', ar: 'استبدال الشارة' },
  reason: { fr: 'Raison', en: 'Reason', ar: 'السبب' },
  reasonHint: {
    fr: 'Par exemple : badge perdu le matin du 12. Elle reste dans le journal.',
    en: 'For example: badge lost on the morning of the 12th. It stays in the log.',
    ar: 'مثال: ضاعت الشارة صباح يوم 12. يبقى السبب في السجل.',
  },
  replaced: {
    fr: 'Le badge de {name} est remplacé. Imprimez le nouveau.',
    en: 'The badge of {name} is replaced. Print the new one.',
    ar: 'استُبدلت شارة {name}. اطبع الشارة الجديدة.',
  },
});
