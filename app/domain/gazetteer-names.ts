/*
 * How texts call countries, as data that an editor can extend: `code: other names | adjectives | places that stand for it`,
 * with commas between. The names that CLDR has are known without being written here (see `countries.ts`). Arabic adjectives
 * are given in the masculine singular; the rest is made from it. `--` lists what only looks like a country.
 */

export const arabicCountryNames = `
AD: | أندوري |
AE: الإمارات، دولة الإمارات | إماراتي | أبوظبي، أبو ظبي، دبي، الشارقة
AF: | أفغاني | كابول، كابل، قندهار
AL: | ألباني | تيرانا
AM: | أرميني، أرمني | يريفان
AO: | أنغولي | لواندا
AR: | أرجنتيني | بوينس آيرس، بيونس آيرس، بوينوس آيرس
AT: | نمساوي | فيينا
AU: | أسترالي | كانبرا، سيدني، ملبورن
AZ: أذربيجان | أذربيجاني، أذري | باكو
BA: البوسنة | بوسني | سراييفو
BD: بنجلاديش، بنغلادش | بنغلاديشي، بنغالي | دكا
BE: | بلجيكي |
BF: | بوركيني، بوركينابي | واغادوغو
BG: | بلغاري | صوفيا
BH: مملكة البحرين | بحريني | المنامة
BI: | بوروندي | بوجمبورا
BJ: دولة بنين، جمهورية بنين، في بنين، شمال بنين | بنيني | كوتونو
BN: سلطنة بروناي | بروناوي |
BO: | بوليفي | لاباز
BR: | برازيلي | برازيليا، ريو دي جانيرو، ساو باولو
BW: بتسوانا | بوتسواني |
BY: بيلاروسيا، روسيا البيضاء | بيلاروسي | مينسك
CA: | كندي | أوتاوا، تورونتو، مونتريال
CD: الكونغو الديمقراطية، الكونغو الديموقراطية، جمهورية الكونغو الديمقراطية، الكونغو | كونغولي | كينشاسا
CF: أفريقيا الوسطى، إفريقيا الوسطى | | بانغي
CG: الكونغو برازافيل، جمهورية الكونغو | | برازافيل
CH: | سويسري | برن، زيورخ
CI: كوت ديفوار | إيفواري، عاجي | أبيدجان، ياموسوكرو
CL: شيلي | تشيلي، شيلي | سانتياغو
CM: | كاميروني | ياوندي
CN: جمهورية الصين الشعبية | صيني | بكين، بيجين، شنغهاي، شانغهاي، ووهان
CO: | كولومبي | بوغوتا
CR: | كوستاريكي | سان خوسيه
CU: | كوبي | هافانا
CY: | قبرصي | نيقوسيا
CZ: جمهورية التشيك | تشيكي | براغ
DE: | ألماني | برلين، ميونخ، ميونيخ، فرانكفورت
DJ: | جيبوتي |
DK: الدنمارك، دنمارك | دنماركي، دانماركي | كوبنهاغن
DO: الدومينيكان | دومينيكاني | سانتو دومينغو
DZ: | جزائري | الجزائر العاصمة، وهران
EC: إكوادور، الاكوادور | إكوادوري | كيتو
EE: | إستوني | تالين
EG: جمهورية مصر العربية | مصري | القاهرة، الإسكندرية
EH: | صحراوي |
ER: | إريتري | أسمرة
ES: | إسباني | مدريد، برشلونة
ET: أثيوبيا | إثيوبي، أثيوبي | أديس أبابا
FI: | فنلندي | هلسنكي
FR: | فرنسي | باريس، الإليزيه، مرسيليا
GA: | غابوني | ليبرفيل
GB: بريطانيا، إنجلترا، اسكتلندا، ويلز، إيرلندا الشمالية | بريطاني، إنجليزي، اسكتلندي | لندن، داونينغ ستريت، مانشستر
GE: | جورجي | تبليسي
GH: | غاني | أكرا
GM: جامبيا | غامبي | بانجول
GN: جمهورية غينيا | غيني | كوناكري
GL: جرينلاند | غرينلاندي |
GQ: | | مالابو
GR: | يوناني | أثينا
GT: جواتيمالا | غواتيمالي |
GY: غويانا | غوياني | جورج تاون
HK: هونغ كونغ، هونج كونج | |
HN: الهندوراس | هندوراسي | تيغوسيغالبا، تيجوسيغالبا، تيغوسيغالبه
HR: | كرواتي | زغرب
HT: | هايتي | بورت أو برنس
HU: المجر | هنغاري | بودابست
ID: أندونيسيا | إندونيسي، أندونيسي | جاكرتا
IE: إيرلندا، جمهورية أيرلندا | أيرلندي، إيرلندي | دبلن
IL: دولة إسرائيل | إسرائيلي | تل أبيب، الكنيست
IN: | هندي | نيودلهي، نيو دلهي، مومباي، دلهي
IQ: | عراقي | بغداد، الموصل، البصرة، أربيل، إقليم كردستان
IR: | إيراني | طهران
IS: أيسلندا | آيسلندي، أيسلندي | ريكيافيك
IT: | إيطالي | روما، ميلانو
JM: | جامايكي | كينغستون
JO: المملكة الأردنية الهاشمية، المملكة الأردنية | أردني | العاصمة عمان، الزرقاء، إربد
JP: | ياباني | طوكيو، هيروشيما
KE: | كيني | نيروبي
KG: قرغيزستان، قرغيزيا | قرغيزي، قيرغيزي | بيشكيك
KH: | كمبودي | بنوم بنه
KM: اتحاد جزر القمر | قمري | موروني
KP: | كوري شمالي، الكورية الشمالية، الكوري الشمالي | بيونغ يانغ، بيونغيانغ
KR: | كوري جنوبي، الكورية الجنوبية، الكوري الجنوبي | سيول، سول
KW: دولة الكويت | كويتي |
KZ: كازخستان | كازاخستاني، كازاخي | أستانا
LA: | لاوسي | فيينتيان
LB: | لبناني | بيروت
LK: سيريلانكا | سريلانكي | كولومبو
LR: | ليبيري | مونروفيا
LT: | ليتواني | فيلنيوس
LU: | لوكسمبورغي |
LV: | لاتفي | ريغا
LY: | ليبي | طرابلس الغرب، طرابلس، بنغازي، سرت، مصراتة
MA: المملكة المغربية | مغربي | الرباط، الدار البيضاء، مراكش، طنجة
MD: مولدافيا | مولدوفي، مولدافي | كيشيناو
ME: | | بودغوريتسا
MG: | مدغشقري | أنتاناناريفو
MK: مقدونيا | مقدوني | سكوبيه
ML: دولة مالي، جمهورية مالي، في مالي، إلى مالي، من مالي، شمالي مالي، شمال مالي، وسط مالي | | باماكو
MM: ميانمار، بورما | بورمي، ميانماري | نايبيداو، يانغون
MN: | منغولي | أولان باتور
MO: ماكاو | |
MR: | موريتاني | نواكشوط
MT: | مالطي | فاليتا
MU: | موريشي |
MV: المالديف | مالديفي |
MW: مالاوي | ملاوي |
MX: | مكسيكي | مكسيكو سيتي، مكسيكو، العاصمة المكسيكية
MY: | ماليزي | كوالالمبور
MZ: موزامبيق | موزمبيقي | مابوتو
NA: | ناميبي | ويندهوك
NE: | نيجري | نيامي
NG: | نيجيري | أبوجا، لاغوس
NI: نيكاراجوا | نيكاراغوي | ماناغوا
NL: | هولندي | أمستردام، لاهاي
NO: | نرويجي | أوسلو
NP: | نيبالي | كاتماندو، كاتمندو
NZ: | نيوزيلندي | ويلينغتون
OM: سلطنة عمان | عماني | مسقط
PA: | بنمي |
PE: البيرو | بيروفي، بيروي، بيروفياني | ليما
PG: بابوا غينيا | |
PH: | فلبيني | مانيلا
PK: | باكستاني | إسلام آباد، كراتشي، لاهور
PL: | بولندي | وارسو
PR: | بورتوريكي |
PS: فلسطين، دولة فلسطين، الضفة الغربية، قطاع غزة، السلطة الفلسطينية | فلسطيني | غزة، رام الله، رفح، خان يونس، نابلس، جنين
PT: | برتغالي | لشبونة
PY: | باراغوي | أسونسيون
QA: دولة قطر | قطري | الدوحة
RO: | روماني | بوخارست
RS: | صربي | بلغراد
RU: روسيا الاتحادية | روسي | موسكو، الكرملين
RW: | رواندي | كيغالي
SA: السعودية | سعودي | الرياض، جدة، مكة المكرمة، المدينة المنورة
SD: | سوداني | الخرطوم، دارفور، أم درمان، بورتسودان، الفاشر
SE: | سويدي | ستوكهولم
SG: | سنغافوري |
SI: | سلوفيني | ليوبليانا
SK: | سلوفاكي | براتيسلافا
SL: | سيراليوني | فريتاون
SN: | سنغالي | داكار
SO: | صومالي | مقديشو
SR: | سورينامي |
SS: دولة جنوب السودان | جنوب سوداني | جوبا
SV: | سلفادوري | سان سلفادور
SY: سورية | سوري | دمشق، حلب، إدلب، حمص
TD: | تشادي | نجامينا، إنجمينا
TG: | توغولي | لومي
TH: | تايلاندي، تايلندي | بانكوك
TJ: | طاجيكي، طاجيكستاني | دوشنبه
TL: تيمور الشرقية | |
TM: | تركماني، تركمانستاني | عشق آباد
TN: | تونسي | صفاقس
TR: | تركي | أنقرة، إسطنبول، اسطنبول
TT: ترينيداد | |
TW: | تايواني | تايبيه
TZ: | تنزاني | دودوما، دار السلام
UA: | أوكراني | كييف، خاركيف، أوديسا
UG: | أوغندي | كمبالا
US: أمريكا، الولايات المتحدة الأمريكية | أمريكي | واشنطن، البيت الأبيض، البنتاغون، البنتاجون، الكونغرس، نيويورك، كاليفورنيا، فلوريدا، تكساس، مارالاغو
UY: الأوروغواي، أوروغواي | أوروغوياني، أورغوياني | مونتيفيديو
UZ: | أوزبكي، أوزبكستاني | طشقند
VA: دولة الفاتيكان | |
VE: | فنزويلي | كراكاس، كاراكاس
VN: فييتنام | فيتنامي | هانوي
XK: | كوسوفي | بريشتينا
YE: | يمني | صنعاء، عدن، الحديدة، مأرب، تعز
ZA: جنوب إفريقيا | جنوب أفريقي، جنوب إفريقي | جوهانسبرغ، بريتوريا، كيب تاون
ZM: | زامبي | لوساكا
ZW: | زيمبابوي | هراري
--: أمريكا اللاتينية، أمريكا الوسطى، أمريكا الجنوبية، أمريكا الشمالية، القارة الأمريكية، القارتين الأمريكيتين، الأمريكيتين، الأمريكتين، اليد اليمنى، القدم اليمنى، صلاة المغرب، المغرب العربي، اللغة الإنجليزية، اللغة الفرنسية، اللغة الإسبانية، تركي آل الشيخ، تركي الفيصل، المحيط الهندي، الهنود الحمر، السنة القمرية، عين عدن، جنات عدن، الكرة الأرضية، صحيفة القدس
`

export const englishCountryNames = `
AE: UAE, Emirates | Emirati | Abu Dhabi, Dubai
AF: | Afghan | Kabul
AL: | Albanian | Tirana
AM: | Armenian | Yerevan
AO: | Angolan | Luanda
AR: | Argentine, Argentinian | Buenos Aires
AT: | Austrian | Vienna
AU: | Australian | Canberra, Sydney
AZ: | Azerbaijani, Azeri | Baku
BA: Bosnia, Bosnia and Herzegovina | Bosnian | Sarajevo
BD: | Bangladeshi | Dhaka
BE: | Belgian |
BF: | Burkinabe | Ouagadougou
BG: | Bulgarian | Sofia
BH: | Bahraini | Manama
BI: | Burundian |
BJ: | Beninese | Cotonou
BO: | Bolivian | La Paz
BR: | Brazilian | Brasilia, Rio de Janeiro, Sao Paulo
BY: | Belarusian | Minsk
CA: | Canadian | Ottawa, Toronto
CD: DRC, Democratic Republic of Congo, Democratic Republic of the Congo, DR Congo, Congo | Congolese | Kinshasa
CG: Republic of Congo, Republic of the Congo | | Brazzaville
CH: | Swiss | Bern, Zurich
CI: Ivory Coast, Côte d'Ivoire | Ivorian | Abidjan
CL: | Chilean | Santiago
CM: | Cameroonian | Yaounde
CN: | Chinese | Beijing, Shanghai, Wuhan
CO: | Colombian | Bogota
CR: | Costa Rican |
CU: | Cuban | Havana
CY: | Cypriot | Nicosia
CZ: Czech Republic | Czech | Prague
DE: | German | Berlin, Munich, Frankfurt
DJ: | Djiboutian |
DK: | Danish | Copenhagen
DO: | Dominican |
DZ: | Algerian | Algiers
EC: | Ecuadorian, Ecuadorean | Quito
EE: | Estonian | Tallinn
EG: | Egyptian | Cairo, Alexandria
ER: | Eritrean | Asmara
ES: | Spanish | Madrid, Barcelona
ET: | Ethiopian | Addis Ababa
FI: | Finnish | Helsinki
FR: | French | Paris, Elysee
GB: UK, U.K, Britain, Great Britain, England, Scotland, Wales, Northern Ireland | British, English, Scottish, Welsh | London, Downing Street, Westminster
GE: | Georgian | Tbilisi
GH: | Ghanaian | Accra
GM: The Gambia | Gambian | Banjul
GN: | Guinean | Conakry
GR: | Greek | Athens
GT: | Guatemalan |
GY: | Guyanese | Georgetown
HK: Hong Kong | |
HN: | Honduran | Tegucigalpa
HR: | Croatian | Zagreb
HT: | Haitian | Port-au-Prince
HU: | Hungarian | Budapest
ID: | Indonesian | Jakarta
IE: | Irish | Dublin
IL: | Israeli | Tel Aviv, Knesset
IN: | Indian | New Delhi, Delhi, Mumbai
IQ: | Iraqi | Baghdad, Mosul, Basra, Erbil
IR: | Iranian | Tehran
IS: | Icelandic | Reykjavik
IT: | Italian | Rome, Milan
JM: | Jamaican | Kingston
JO: | Jordanian | Amman
JP: | Japanese | Tokyo
KE: | Kenyan | Nairobi
KG: | Kyrgyz | Bishkek
KH: | Cambodian | Phnom Penh
KP: DPRK | North Korean | Pyongyang
KR: | South Korean | Seoul
KW: | Kuwaiti |
KZ: | Kazakh | Astana
LB: | Lebanese | Beirut
LK: | Sri Lankan | Colombo
LR: | Liberian | Monrovia
LT: | Lithuanian | Vilnius
LV: | Latvian | Riga
LY: | Libyan | Tripoli, Benghazi
MA: | Moroccan | Rabat, Casablanca
MD: | Moldovan | Chisinau
MG: | Malagasy |
MK: | Macedonian | Skopje
ML: | Malian | Bamako
MM: Myanmar, Burma | Burmese | Naypyidaw, Yangon
MN: | Mongolian | Ulaanbaatar
MR: | Mauritanian | Nouakchott
MT: | Maltese | Valletta
MV: | Maldivian |
MW: | Malawian |
MX: | Mexican | Mexico City
MY: | Malaysian | Kuala Lumpur
MZ: | Mozambican | Maputo
NA: | Namibian | Windhoek
NE: | Nigerien | Niamey
NG: | Nigerian | Abuja, Lagos
NI: | Nicaraguan | Managua
NL: The Netherlands, Holland | Dutch | Amsterdam, The Hague
NO: | Norwegian | Oslo
NP: | Nepali, Nepalese | Kathmandu
NZ: | | Wellington
OM: | Omani | Muscat
PA: | Panamanian |
PE: | Peruvian | Lima
PH: The Philippines | Filipino, Philippine | Manila
PK: | Pakistani | Islamabad, Karachi, Lahore
PL: | Polish | Warsaw
PS: Palestine, West Bank, Gaza Strip, Palestinian Authority | Palestinian | Gaza, Ramallah, Rafah, Khan Younis, Nablus, Jenin
PT: | Portuguese | Lisbon
PY: | Paraguayan | Asuncion
QA: | Qatari | Doha
RO: | Romanian | Bucharest
RS: | Serbian | Belgrade
RU: Russian Federation | Russian | Moscow, Kremlin
RW: | Rwandan | Kigali
SA: Kingdom of Saudi Arabia | Saudi | Riyadh, Jeddah, Mecca, Medina
SD: | Sudanese | Khartoum, Darfur, Port Sudan, El Fasher
SE: | Swedish | Stockholm
SG: | Singaporean |
SI: | Slovenian | Ljubljana
SK: | Slovak | Bratislava
SL: | Sierra Leonean | Freetown
SN: | Senegalese | Dakar
SO: | Somali | Mogadishu
SS: | South Sudanese | Juba
SV: | Salvadoran | San Salvador
SY: | Syrian | Damascus, Aleppo, Idlib, Homs
TD: | Chadian | N'Djamena
TG: | Togolese | Lome
TH: | Thai | Bangkok
TJ: | Tajik | Dushanbe
TM: | Turkmen | Ashgabat
TN: | Tunisian | Tunis
TR: Turkey, Turkiye | Turkish | Ankara, Istanbul
TW: | Taiwanese | Taipei
TZ: | Tanzanian | Dodoma, Dar es Salaam
UA: | Ukrainian | Kyiv, Kiev, Kharkiv, Odesa
UG: | Ugandan | Kampala
US: United States of America, USA, U.S, America | American | Washington, White House, Pentagon, Congress, New York, California, Florida, Texas, Mar-a-Lago
UY: | Uruguayan | Montevideo
UZ: | Uzbek | Tashkent
VA: Vatican, Holy See | |
VE: | Venezuelan | Caracas
VN: | Vietnamese | Hanoi
XK: | Kosovar | Pristina
YE: | Yemeni | Sanaa, Aden, Hodeidah, Marib, Taiz
ZA: | South African | Johannesburg, Pretoria, Cape Town
ZM: | Zambian | Lusaka
ZW: | Zimbabwean | Harare
--: Latin America, Central America, South America, North America, Latin American, Central American, South American, North American, Indian Ocean, New Mexico, English language, Native American, Washington Post, New York Times, Gulf of Mexico
`
