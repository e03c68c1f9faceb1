/** Where seeded people come from: names that go together, languages that are spoken there, and the looks that are common. */

type Weights = readonly (readonly [value: string, weight: number])[];

export interface Region {
  readonly share: number;
  readonly countries: Weights;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  /** Code of the language and the share of people who speak it. */
  readonly languages: Weights;
  readonly ethnicities: Weights;
  /** The middle of the skin tones, as a place in the list of options. */
  readonly skin: number;
  /** Share of light eyes and of brown or fair hair. */
  readonly light: number;
  /** Centimetres of an average man; women are 12 less. */
  readonly height: number;
}

const words = (text: string): readonly string[] => text.split(',').map((word) => word.trim());
const weights = (text: string): Weights =>
  words(text).map((entry) => {
    const [, value = '', weight = '1'] = /^(.*) ([\d.]+)$/.exec(entry) ?? [];
    return [value, Number(weight)] as const;
  });

export const REGIONS: readonly Region[] = [
  {
    share: 34,
    countries: weights(`MA 62, DZ 14, TN 10, EG 9, LY 2, MR 3`),
    women:
      words(`Fatima, Aïcha, Khadija, Salma, Imane, Yasmine, Meryem, Nour, Hind, Zineb, Fatima Zahra, Soukaïna, Hajar, Kenza, Ghita, Lina,
      Amina, Naïma, Rajae, Loubna, Sanae, Asmae, Houda, Chaïma, Dounia, Nadia, Latifa, Samira, Malak, Inès, سلمى, فاطمة, خديجة, مريم`),
    men: words(`Ahmed, Mohammed, Youssef, Omar, Karim, Hamza, Mehdi, Ayoub, Rachid, Soufiane, Abdellah, Anass, Zakaria, Ilyas, Bilal, Amine,
      Nabil, Hicham, Khalid, Said, Mustapha, Driss, Tarik, Reda, Othmane, Marouane, Yassine, Ismaïl, Walid, Adil, أحمد, يوسف, محمد, كريم`),
    families: words(`Benali, El Amrani, Bennani, Alaoui, Tazi, Berrada, Idrissi, Haddad, Mansouri, Ait Taleb, Chraïbi, El Fassi, Benjelloun,
      Lahlou, Ouazzani, Ziani, Belkacem, Boudiaf, Trabelsi, Ben Youssef, Gharbi, Marzouki, Hosni, Farouk, Ould Ahmed, Aït Ouakrim, Naciri,
      Filali, Sebti, Kabbaj, Slaoui, El Idrissi, Amrani, Maroufi, العلوي, بنعلي, الإدريسي, التازي`),
    languages: weights(`ar 96, ary 62, fr 78, en 38, zgh 14, shi 9, rif 5, arq 13, kab 4, aeb 9, arz 9, mey 3, es 11`),
    ethnicities: weights(`Arabe 48, Berbère 36, Méditerranéenne 18, Sahraouie 5, Africaine 8, Maure 3, Métisse 5, Touarègue 1`),
    skin: 3.6,
    light: 0.16,
    height: 174,
  },
  {
    share: 27,
    countries: weights(`SN 34, CI 28, ML 11, BF 8, GN 7, BJ 6, TG 4, NE 2`),
    women:
      words(`Aminata, Mariama, Ndèye Fatou, Awa, Adjoua, Affoué, Rokhaya, Kadiatou, Bintou, Sokhna, Fatou, Coumba, Aïssatou, Marième, Maïmouna,
      Oumou, Salimata, Akissi, Amenan, Djeneba, Ramatoulaye, Yacine, Khady, Assetou, Rasmata, Éléonore, Marie-Laure, Grâce, Akouvi, Sènami`),
    men: words(`Mamadou, Ousmane, Ibrahima, Cheikh, Kouassi, Koffi, Souleymane, Abdoulaye, Moussa, Sékou, Amadou, Modou, Pape, Alioune, Lamine,
      Boubacar, Yao, Konan, Seydou, Drissa, Issouf, Oumar, Idrissa, Samba, Malick, Jean-Marc, Ange, Kossi, Komlan, Salif`),
    families:
      words(`Diop, N'Diaye, Fall, Traoré, Coulibaly, Koné, Kouadio, Ouédraogo, Keïta, Bâ, Sow, Touré, Diallo, Sarr, Mbaye, Guèye, Cissé,
      Camara, Kouamé, Yao, Konaté, Sawadogo, Kaboré, Sanogo, Diarra, Barry, Mbengue, Marone, Marega, Ahouansou, Hounsou, Agbodjan, Maïga`),
    languages: weights(`fr 92, wo 33, bm 14, dyu 18, bci 10, ff 17, mos 8, fon 6, ee 5, snk 4, srr 5, en 27, ar 9`),
    ethnicities: weights(`Afrique de l'Ouest 58, Africaine 34, Peule 15, Métisse 3, Afro-descendante 2`),
    skin: 7.8,
    light: 0.01,
    height: 176,
  },
  {
    share: 14,
    countries: weights(`NG 62, GH 28, GM 4, SL 3, LR 3`),
    women:
      words(`Ngozi, Chiamaka, Ama, Adaeze, Funmilayo, Temitope, Blessing, Akua, Abena, Efua, Amarachi, Zainab, Hauwa, Ifeoma, Yetunde, Folake,
      Adwoa, Esi, Precious, Joy, Halima, Chidinma, Simisola, Marian`),
    men: words(`Chinedu, Emeka, Kwame, Tunde, Olumide, Kofi, Kwabena, Musa, Ibrahim, Obinna, Segun, Femi, Yaw, Kojo, Uche, Babatunde, Sani, Aliyu,
      Ebuka, Chukwudi, Mark, Samuel, Emmanuel, Nnamdi`),
    families:
      words(`Okafor, Adeyemi, Mensah, Okonkwo, Balogun, Owusu, Asante, Bello, Abubakar, Eze, Nwosu, Ogunleye, Adebayo, Osei, Boateng, Appiah,
      Marwa, Martins, Danjuma, Jallow, Kamara, Johnson, Oyelaran, Akinola`),
    languages: weights(`en 96, yo 26, ig 24, ha 27, pcm 48, ak 27, fr 8, ar 4`),
    ethnicities: weights(`Afrique de l'Ouest 64, Africaine 36, Peule 5, Afro-descendante 2`),
    skin: 7.9,
    light: 0.005,
    height: 173,
  },
  {
    share: 10,
    countries: weights(`CM 42, CD 30, GA 11, CG 9, TD 5, CF 3`),
    women:
      words(`Nadège, Grâce, Éléonore, Solange, Clarisse, Merveille, Divine, Chantal, Mireille, Ornella, Ruth, Rachel, Bijou, Carine, Sandrine, Vanessa,
      Marguerite, Arlette, Pélagie, Christelle`),
    men: words(`Jean-Pierre, Serge, Patrick, Junior, Trésor, Hervé, Armand, Brice, Cédric, Landry, Dieudonné, Fabrice, Christian, Guy, Rodrigue,
      Marcel, Martial, Boniface, Mahamat, Éric`),
    families:
      words(`Mbappé, Ilunga, Ngo Bassong, Tchoua, Nkoulou, Mukendi, Kabongo, Moussavou, Obiang, Ekambi, Fotso, Kamga, Atangana, Mbemba, Bongo,
      Tshibangu, Makosso, Marandji, Nguema, Lokua`),
    languages: weights(`fr 97, ln 34, en 22, dua 12, ewo 15, kg 11, lua 9, sg 4, sw 6`),
    ethnicities: weights(`Afrique centrale 60, Africaine 37, Métisse 4`),
    skin: 7.7,
    light: 0.005,
    height: 174,
  },
  {
    share: 7,
    countries: weights(`KE 40, TZ 22, RW 15, UG 17, BI 6`),
    women: words(
      'Wanjiru, Aline, Achieng, Njeri, Neema, Amani, Claudine, Diane, Faith, Mercy, Zawadi, Nakato, Keza, Marygoretti, Akinyi, Rehema',
    ),
    men: words(
      'Kamau, Eric, Otieno, Juma, Baraka, Innocent, Patrice, Brian, Kevin, Hassan, Mugisha, Ssemakula, Jabari, Mwenda, Olivier, Mark',
    ),
    families: words(
      'Mwangi, Uwimana, Odhiambo, Kimani, Habimana, Nkurunziza, Mutua, Kiptoo, Wafula, Mugabo, Okello, Nakamya, Mushi, Marealle, Nyambura',
    ),
    languages: weights(`sw 78, en 81, fr 18, rw 17, rn 6, lg 15, ki 18, luo 13`),
    ethnicities: weights(`Afrique de l'Est 66, Africaine 30, Métisse 3`),
    skin: 7.4,
    light: 0.005,
    height: 172,
  },
  {
    share: 4,
    countries: weights(`ET 48, SD 20, SO 14, DJ 10, ER 8`),
    women: words('Selam, Hiwot, Bethlehem, Tigist, Meron, Hodan, Ayaan, Fadumo, Amal, Rahma, Saba, Winta, Marta, سارة, آمنة'),
    men: words('Dawit, Abel, Yonas, Tewodros, Bereket, Abdi, Mohamed, Mustafa, Osman, Idris, Yared, Robel, Markos, عثمان, إدريس'),
    families: words(
      'Tesfaye, Bekele, Alemu, Haile, Abdullahi, Warsame, Guelleh, Osman, Elamin, Ghebremedhin, Mariam, Desta, Tadesse, عثمان',
    ),
    languages: weights(`am 46, om 18, ti 13, so 22, aa 6, ar 34, apd 18, en 48, fr 9`),
    ethnicities: weights(`Corne de l'Afrique 66, Afrique de l'Est 20, Nubienne 7, Arabe 9`),
    skin: 6.4,
    light: 0.01,
    height: 173,
  },
  {
    share: 3,
    countries: weights(`ZA 55, AO 14, ZW 11, MZ 9, NA 5, BW 6`),
    women: words('Thandiwe, Lerato, Nomsa, Zanele, Ayanda, Boitumelo, Tendai, Rudo, Lwini, Marta, Palesa, Naledi, Chipo, Ana, Celeste'),
    men: words('Sipho, Thabo, Bongani, Sibusiso, Tinashe, Farai, João, Edson, Kagiso, Mandla, Tawanda, Nelson, Marcos, Lwazi, Pieter'),
    families: words(
      'Nkosi, Dlamini, Moyo, dos Santos, Ndlovu, Mokoena, Khumalo, van der Merwe, Machava, Sithole, Marange, Mabena, Shikongo, Molefe',
    ),
    languages: weights(`en 92, zu 34, xh 22, af 28, st 14, tn 11, sn 10, nd 5, pt 23`),
    ethnicities: weights(`Afrique australe 68, Africaine 22, Métisse 12, Européenne 7, Sud-asiatique 4`),
    skin: 7,
    light: 0.05,
    height: 172,
  },
  {
    share: 1,
    countries: weights(`MG 55, MU 18, CV 17, KM 10`),
    women: words('Voahirana, Hanta, Lalaina, Priya, Anaïs, Nadia, Maria, Zalia, Fanja, Vola'),
    men: words('Andry, Hery, Tojo, Vishal, Kevin, Nelson, Mário, Ahmed, Rivo, Faly'),
    families: words('Rakotomalala, Randrianarisoa, Ramgoolam, Tavares, Monteiro, Rasoanaivo, Marques, Saïd, Andriamampianina, Duval'),
    languages: weights(`mg 54, fr 76, mfe 18, kea 17, pt 16, zdj 10, en 28`),
    ethnicities: weights(`Malgache 52, Créole 24, Métisse 12, Sud-asiatique 12, Africaine 10`),
    skin: 5.8,
    light: 0.03,
    height: 168,
  },
];
