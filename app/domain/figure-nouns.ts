/*
 * What numbers count, in folded letters (see `foldText`): people, countries and years. Nouns as they stand behind a number.
 */

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean))

export const countryNouns = words('دوله دول بلدا بلد بلدان بلاد country countries')
export const countryPairs = words('دولتان دولتين بلدين')

/** Persons, with the singular, the accusative and the plural that follow a number. */
export const peopleNouns = words(`
	شخص شخصا اشخاص نسمه فرد فردا افراد انسان انسانا مواطن مواطنا مواطنين مواطنون ساكن ساكنا مقيم مقيما
	رجل رجلا رجال امراه نسا سيده سيدات طفل طفلا اطفال طفله شاب شابا شباب فتاه فتيات رضيع رضيعا
	جندي جنديا جنود ضابط ضابطا ضباط عسكري عسكريا عسكريين مقاتل مقاتلا مقاتلين مقاتلون مسلح مسلحا مسلحين مسلحون عنصر
	عنصرا عناصر شرطي شرطيا
	مدني مدنيا مدنيين مدنيون قتيل قتيلا قتلي جريح جريحا جرحي مصاب مصابا مصابين مصابون ضحيه ضحايا شهيد شهيدا شهدا
	اسير اسيرا اسري رهينه رهاين معتقل معتقلا معتقلين معتقلون سجين سجينا سجنا محتجز محتجزا محتجزين مفقود مفقودا مفقودين
	لاجي لاجيا لاجيين لاجيون نازح نازحا نازحين نازحون مهاجر مهاجرا مهاجرين مهاجرون
	ناخب ناخبا ناخبين ناخبون ناخبه مرشح مرشحا مرشحين مرشحون نايب نايبا نواب عضو عضوا اعضا وزير وزيرا وزرا
	طالب طالبا طلاب طالبه تلميذ تلميذا تلاميذ معلم معلما معلمين مدرس مدرسا موظف موظفا موظفين موظفون عامل عاملا عمال
	مريض مريضا مرضي طبيب طبيبا اطبا صحفي صحفيا صحفيين صحفيون صحافي صحافيا صحافيين متظاهر متظاهرا متظاهرين
	متظاهرون سايح سايحا سياح حاج حاجا حجاج زاير زايرا مستفيد مستفيدا مسافر مسافرا مسافرين راكب راكبا ركاب
	people persons person men women children civilians soldiers troops fighters militants officers personnel police
	policemen voters residents inhabitants citizens refugees migrants workers employees teachers students pupils patients
	doctors journalists protesters demonstrators tourists passengers prisoners detainees hostages victims deaths
	casualties candidates members deputies lawmakers mps`)
export const peoplePairs = words(
	'شخصان شخصين جنديان جنديين مدنيان مدنيين طفلان طفلين قتيلان قتيلين صحفيان صحفيين',
)

export const yearNouns = words('عاما عام اعوام سنه سنوات سنين year years')
export const yearPairs = words('عامان عامين سنتان سنتين')

/** What may stand between a number and its noun: "other", "more". */
export const betweenNouns = words('other additional more further foreign major')

/** Nouns with an article or in a construct that wholes are called by: «نصف سكان البلاد». */
export const wholeNouns = words(
	'سكان عدد اعداد اعضا مقاعد اصوات اجمالي مجموع حجم قيمه انتاج صادرات واردات ميزانيه موازنه مساحه ايرادات عايدات نواب ناخبي دخل طاقه احتياجات اراضي كميه مبلغ سعر عمال موظفي طلاب اطفال',
)
/** Whose half is no share: the half of the globe, the half of the day, the semi-final. */
export const noWholes = words(
	'النهايي نهايي النهاييات الكره الليل النهار الطريق الساعه القرن الشهر العام السنه الاول الثاني الثالث الرابع الاخير الموسم الملعب الميدان المباراه العلوي السفلي الشمالي الجنوبي',
)

/** Names a number and does not count with it: «القرار 1701», "Resolution 1701". */
export const namingNouns = words(`
	رقم الرقم الماده ماده القرار قرار البند الفقره الفصل القانون المرسوم القناه الرحله رحله الطريق الصفحه صفحه البوابه الغرفه
	الموديل الطراز العدد المجموعه
	no number resolution article section chapter flight route channel page room gate highway act paragraph clause
	psalm verse version`)
