/** Availability, place and time of work, years in words: by the value of the profile field. Standard platform. */
export const AVAILABILITY: Readonly<Record<string, string>> = {
  disponible_maintenant:
    'disponible immédiatement, disponible de suite, disponible tout de suite, disponible maintenant, disponibilité immédiate, immédiatement disponible, dès maintenant, prise de poste immédiate, poste à pourvoir immédiatement, à pourvoir immédiatement, démarrage immédiat, asap, as soon as possible, immediately available, available immediately, available now, immediate start, start immediately, immediate availability, متاح فورا, متاحة فورا, متوفر فورا, متاح الآن, مستعد للعمل فورا, التحاق فوري, على الفور, disponible daba',
  disponible_prochainement: 'disponible prochainement, disponible bientôt, available soon, متاح قريبا',
};
export const WORK_MODE: Readonly<Record<string, string>> = {
  a_distance:
    'télétravail, à distance, travail à distance, full remote, fully remote, remote, remotely, remote work, work from home, home office, wfh, 100% télétravail, عن بعد, العمل عن بعد, عمل عن بعد',
  sur_site:
    'présentiel, en présentiel, sur site, sur place, au bureau, dans nos locaux, on site, onsite, in office, in person, حضوري, حضوريا, في المكتب, بمقر الشركة',
  hybride: 'hybride, hybrid, mode hybride, télétravail partiel, هجين, عمل هجين',
};
export const WORK_TIME: Readonly<Record<string, string>> = {
  'Temps plein': 'temps plein, à plein temps, plein temps, temps complet, full time, دوام كامل, بدوام كامل',
  'Temps partiel': 'temps partiel, mi temps, à mi temps, part time, دوام جزئي, بدوام جزئي',
  Flexible: 'horaires flexibles, temps flexible, flexible hours, flexible schedule, دوام مرن, ساعات مرنة',
};
/** Seniority in words, with the least years. */
export const SENIORITY: readonly (readonly [words: string, years: number])[] = [
  ['junior, profil junior, مبتدئ بخبرة', 0],
  ['confirmé, confirmée, expérimenté, expérimentée, experienced, mid level, intermediate level, solide expérience, ذو خبرة, صاحب خبرة', 3],
  ['senior, sénior, très expérimenté, lead developer, خبرة طويلة', 5],
];
