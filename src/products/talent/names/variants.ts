/**
 * Names whose spellings no rule of sound brings together, or whose sound alone would mix up with another name: one line a name, the
 * usual spelling first. Written by hand: two words of different lines are different names, however alike they sound.
 */
import { fold } from '#kernel/text.ts';

const LINES = `
mohamed mohammed muhammad mohamad mouhamed mouhammad mohammad mouhamad muhamad muhamed muhammed mohamet md med mhd mhmd moh محمد
mahmoud mahmud mahmood mehmoud mahmod محمود
ahmed ahmad ahmet أحمد
hamid hameed حميد
hamed حامد
hamad حمد
mehdi mahdi مهدي
mamadou mamadu
hassan hasan hacen hacene hassane hassen حسن
hussein husain hussain housseine houcine hocine hossein hussayn husein houssein houssine hussine lhoucine حسين
hassani hassany حسني
youssef yusuf youcef yousef yousuf youssouf yussuf yusef yousif youssuf youssoufou issouf joseph يوسف
yassine yacine yasin yassin ياسين
ali aly علي
alia aliya عالية
omar oumar umar oumarou عمر
amr amro عمرو
amine amin أمين
amina aminah aminata أمينة
karim kareem كريم
karima kareema كريمة
salim saleem سليم
salem سالم
salima saleema سليمة
said saeed سعيد
saida saeeda سعيدة
jamal djamel djamal jamel gamal جمال
jamila djamila gamila jameela جميلة
rachid rashid rasheed رشيد
rachida rashida رشيدة
samir sameer سمير
samira sameera سميرة
nadir نادر
nadia nadya نادية
khalid khaled kaled خالد
khalida خالدة
khadija khadidja kadija kadidja khadijah khadeeja kadidia hadija khadidiatou khady khadijatou خديجة
fatima fatma fatimah fatemah fatoumata fatimata fatimatou فاطمة
fatou fatu
aicha aisha aissata aissatou aichatou aishatu ayesha aychah aycha عائشة
moussa musa mousa موسى
issa isa aissa عيسى
ibrahim ibrahima brahim ebrahim ibraheem إبراهيم
ismail ismael smail ismaila esmail إسماعيل
abdallah abdullah abdellah abdoulaye abdulahi عبدالله
othmane othman osman ousmane usman outmane عثمان
mustapha mustafa moustapha mostafa moustafa مصطفى
layla leila leyla laila ليلى
nour noor nur نور
noura nora nura نورة
zineb zeinab zaynab zainab zeynab زينب
hamza hamzah حمزة
hicham hisham هشام
hind hend هند
tarik tariq tarek طارق
diallo jallow jalloh djallo dialo jalo
diop jobe
diouf joof
ndiaye njie ndiaie njai
diarra jarra
diatta jatta
diawara jawara
ceesay sesay cissay cisse cissey sisse
ba bah
toure turay touray
keita keyta
kone conneh
traore trawally tarawally
camara kamara
konte conteh
sow so soh
gueye gaye guye
faye
sidibe sidibeh
kouyate kuyateh
sylla sillah
barry barrie
`;

/** The number of the line a folded word stands in. */
const LINE_OF = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line, number) => line.split(' ').map((word) => [fold(word), number] as const)),
);

/** Null for a word that is in no line. */
export const lineOf = (word: string): number | null => LINE_OF.get(word) ?? null;
