/*
 * Pairs of claims that are hard to tell apart, invented for these tests. `neither` are two claims of which both may be
 * right and that are not the same.
 */

export type MatchPair = { about: string; first: string; second: string }

export const repeatingPairs: MatchPair[] = [
	{
		about: 'hamza, ta marbuta and alif maqsura left out',
		first: 'أعلنت إدارة المتحف الوطني أن عدد الزوار بلغ 12,450 زائرًا في عام 2024',
		second: 'اعلنت ادارة المتحف الوطنى ان عدد الزوار بلغ ١٢٬٤٥٠ زائرا فى عام ٢٠٢٤',
	},
	{
		about: 'a name in its two spellings',
		first: 'وقّع ترامب قرارًا برفع الرسوم على الصلب إلى 50%',
		second: 'وقع ترمب قراراً برفع الرسوم على الصلب إلى ٥٠ بالمئة',
	},
	{
		about: 'number words and digits',
		first: 'شارك ثلاثمئة وخمسون متطوعًا في تنظيف شاطئ طبرق',
		second: 'شارك 350 متطوعا في تنظيف شاطئ طبرق',
	},
	{
		about: 'thousands in words',
		first: 'زرعت البلدية ألفين ومئتي شجرة في حي الزيتون',
		second: 'زرعت البلدية 2200 شجرة في حي الزيتون',
	},
	{
		about: 'diacritics and tatweel',
		first: 'تَضُمُّ الحَديقةُ أكبرَ بُحيرةٍ صناعيّةٍ في الإمــارات',
		second: 'تضم الحديقة أكبر بحيرة صناعية في الإمارات',
	},
	{
		about: 'quotation marks and dashes',
		first: 'قال مدير «مؤسسة الأنهار» إن السد سيكتمل في 2027',
		second: 'قال مدير "مؤسسة الأنهار" إن السد سيكتمل في 2027.',
	},
	{
		about: 'months of two families',
		first: 'افتتح الجسر في 14 كانون الثاني 2023 بحضور السكان',
		second: 'افتُتح الجسر في 14 يناير 2023 بحضور السكان',
	},
	{
		about: 'synonyms of news',
		first: 'لقي سبعة عمال مصرعهم في انهيار منجم للفحم قرب زونغولداك',
		second: 'مقتل 7 عمال في انهيار منجم للفحم قرب زونغولداك',
	},
	{
		about: 'another order of words',
		first: 'ارتفعت صادرات تونس من زيت الزيتون بنسبة 18% خلال الموسم الماضي',
		second: 'صادرات زيت الزيتون من تونس ارتفعت 18% في الموسم الماضي',
	},
	{
		about: 'a rounded figure',
		first: 'حصل المرشح على 40.27% من أصوات الناخبين في الدائرة الثالثة',
		second: 'حصل المرشح على 40.3% من أصوات الناخبين في الدائرة الثالثة',
	},
	{
		about: 'a figure said to be about',
		first: 'يعيش في المخيم نحو 8 آلاف نازح',
		second: 'يعيش في المخيم 8120 نازحًا',
	},
	{
		about: 'who says it',
		first: 'أكدت وزارة الزراعة أن محصول القمح غطى 62% من حاجة البلاد',
		second: 'قالت وزارة الزراعة إن محصول القمح غطى 62% من حاجة البلاد',
	},
	{
		about: 'a verb and its noun',
		first: 'انخفض عدد السياح في الأقصر 11% بعد الفيضان',
		second: 'انخفاض عدد السياح في الأقصر بنسبة 11% بعد الفيضان',
	},
	{
		about: 'a country and its adjective',
		first: 'أغلقت السلطات الكينية ثلاثة معابر حدودية في مايو 2022',
		second: 'السلطات في كينيا أغلقت ثلاثة معابر حدودية في أيار 2022',
	},
	{
		about: 'a scale word and all its zeros',
		first: 'كلف بناء الميناء 3.4 ملايين دولار',
		second: 'بلغت كلفة بناء الميناء 3,400,000 دولار',
	},
	{
		about: 'English digits and words',
		first: 'The dam displaced twenty thousand people in 2019',
		second: 'The dam displaced 20,000 people in 2019.',
	},
	{
		about: 'English word order and verb',
		first: 'Unemployment in Portugal fell to 6.1 percent in March 2024',
		second: 'In March 2024 unemployment in Portugal fell to 6.1%',
	},
	{
		about: 'an English report verb',
		first: 'The ministry announced that 14 hospitals were closed in Malawi',
		second: 'The ministry said 14 hospitals were closed in Malawi',
	},
	{
		about: 'both deny it in other words',
		first: 'لم توافق النقابة على خفض الأجور في مصانع النسيج',
		second: 'لا توافق النقابة على خفض أجور مصانع النسيج',
	},
	{
		about: 'still is no negation',
		first: 'لا تزال الطريق الساحلية مغلقة بسبب الثلوج',
		second: 'الطريق الساحلية مغلقة بسبب الثلوج',
	},
]

export const contradictingPairs: MatchPair[] = [
	{
		about: 'a hundredth of a percentage',
		first: 'حصل المرشح على 40.27% من أصوات الناخبين في الدائرة الثالثة',
		second: 'نال المرشح 40.26% من أصوات الناخبين في الدائرة الثالثة',
	},
	{
		about: 'a tenth that the hundredth does not round to',
		first: 'بلغت نسبة المشاركة في استفتاء البلدية 55.4%',
		second: 'بلغت نسبة المشاركة في استفتاء البلدية 55.31%',
	},
	{
		about: 'a count of the dead',
		first: 'مقتل 12 شخصًا في حريق مستودع بميناء بنغازي',
		second: 'حريق مستودع في ميناء بنغازي يودي بحياة 19 شخصًا: مقتل 19 شخصا',
	},
	{
		about: 'two in one word',
		first: 'إصابة شخصين في انقلاب حافلة قرب إربد',
		second: 'إصابة خمسة أشخاص في انقلاب حافلة قرب إربد',
	},
	{
		about: 'money',
		first: 'كلف ترميم القلعة 3.4 ملايين دولار',
		second: 'كلف ترميم القلعة 4.3 ملايين دولار',
	},
	{
		about: 'a negation',
		first: 'وقعت كينيا اتفاقية صيد الأسماك مع الاتحاد الأوروبي',
		second: 'لم توقع كينيا اتفاقية صيد الأسماك مع الاتحاد الأوروبي',
	},
	{
		about: 'a denial',
		first: 'وزارة التعليم تلغي امتحانات الصف التاسع هذا العام',
		second: 'نفت وزارة التعليم إلغاء امتحانات الصف التاسع هذا العام',
	},
	{
		about: 'a jussive behind the negation',
		first: 'فازت النرويج ببطولة العالم لكرة اليد للسيدات عام 2021',
		second: 'لم تفز النرويج ببطولة العالم لكرة اليد للسيدات عام 2021',
	},
	{
		about: 'a rise and a fall',
		first: 'ارتفعت أسعار الخبز في الخرطوم خلال مارس',
		second: 'انخفضت أسعار الخبز في الخرطوم خلال مارس',
	},
	{
		about: 'nouns of a rise and a fall',
		first: 'ارتفاع إنتاج الفوسفات في المغرب خلال الربع الأول',
		second: 'تراجع إنتاج الفوسفات في المغرب خلال الربع الأول',
	},
	{
		about: 'to accept and to reject',
		first: 'البرلمان يوافق على قانون الإيجارات الجديد',
		second: 'البرلمان يرفض قانون الإيجارات الجديد',
	},
	{
		about: 'to sever and to restore',
		first: 'غانا قطعت علاقاتها الدبلوماسية مع توغو',
		second: 'غانا أعادت علاقاتها الدبلوماسية مع توغو',
	},
	{
		about: 'the highest and the lowest',
		first: 'سجل نهر دجلة أعلى منسوب له منذ ثلاثين عامًا',
		second: 'سجل نهر دجلة أدنى منسوب له منذ ثلاثين عامًا',
	},
	{
		about: 'two days of one event',
		first: 'وقّع الطرفان اتفاق الهدنة في 3 يناير 2024 في جنيف',
		second: 'وقع الطرفان اتفاق الهدنة في 5 يناير 2024 في جنيف',
	},
	{
		about: 'two years of a birth',
		first: 'ولد الشاعر سليم العبادي في مدينة الكوت عام 1931',
		second: 'ولد الشاعر سليم العبادي في مدينة الكوت عام 1933',
	},
	{
		about: 'a rank',
		first: 'جاءت الجامعة في المرتبة الثالثة في تصنيف الجامعات العربية',
		second: 'جاءت الجامعة في المرتبة السابعة في تصنيف الجامعات العربية',
	},
	{
		about: 'two ages',
		first: 'يبلغ عمر رئيس البلدية فواز القاضي 67 عامًا',
		second: 'يبلغ عمر رئيس البلدية فواز القاضي 61 عامًا',
	},
	{
		about: 'more than, and far less',
		first: 'أكثر من 500 أسرة غادرت قرية وادي الحجر بعد السيول',
		second: '120 أسرة غادرت قرية وادي الحجر بعد السيول',
	},
	{
		about: 'a release and an arrest',
		first: 'الشرطة تعتقل مدير شركة النقل النهري',
		second: 'الشرطة تفرج عن مدير شركة النقل النهري',
	},
	{
		about: 'a success and a failure',
		first: 'نجح الفريق الطبي في فصل التوأمين في مسقط',
		second: 'فشل الفريق الطبي في فصل التوأمين في مسقط',
	},
	{
		about: 'a number of countries',
		first: 'وقعت 20 دولة على ميثاق حماية الأنهار',
		second: 'وقعت 34 دولة على ميثاق حماية الأنهار',
	},
	{
		about: 'an English count',
		first: 'The ferry accident killed 31 passengers near Zanzibar',
		second: 'The ferry accident near Zanzibar killed 13 passengers',
	},
	{
		about: 'an English negation',
		first: 'The central bank raised its interest rate in June 2023',
		second: 'The central bank did not raise its interest rate in June 2023',
	},
	{
		about: 'English opposites',
		first: 'Senators approved the water bill on the coast road',
		second: 'Senators rejected the water bill on the coast road',
	},
	{
		about: 'an English percentage',
		first: 'Women hold 27% of seats in the council of Tartu',
		second: 'Women hold 34% of seats in the council of Tartu',
	},
	{
		about: 'without and with',
		first: 'يدخل مواطنو الأردن جورجيا دون تأشيرة',
		second: 'يدخل مواطنو الأردن جورجيا بتأشيرة',
	},
]

export const unrelatedPairs: MatchPair[] = [
	{
		about: 'another country',
		first: 'بلغ معدل البطالة في تونس 16.2% نهاية عام 2023',
		second: 'بلغ معدل البطالة في الأردن 21.4% نهاية عام 2023',
	},
	{
		about: 'another country with the same figure',
		first: 'خصصت الكويت 20 مليون دولار لإغاثة متضرري الزلزال',
		second: 'خصصت قطر 20 مليون دولار لإغاثة متضرري الزلزال',
	},
	{
		about: 'another country as an adjective',
		first: 'الجيش السوداني يعلن إسقاط ثلاث طائرات مسيرة',
		second: 'الجيش اليمني يعلن إسقاط ثلاث طائرات مسيرة',
	},
	{
		about: 'another city of one country',
		first: 'غارة على مستودع في صيدا تقتل أربعة عمال',
		second: 'غارة على مستودع في زحلة تقتل أربعة عمال',
	},
	{
		about: 'another person',
		first: 'حصل النائب كريم الحداد على 5120 صوتًا في دائرة الساحل',
		second: 'حصل النائب سامي الخوري على 4870 صوتًا في دائرة الساحل',
	},
	{
		about: 'another person with the same figure',
		first: 'سجل اللاعب ماجد العتيبي 14 هدفًا في الدوري هذا الموسم',
		second: 'سجل اللاعب هيثم البقالي 14 هدفًا في الدوري هذا الموسم',
	},
	{
		about: 'another minister',
		first: 'استقالت وزيرة الثقافة نجلاء فهمي من منصبها احتجاجًا على خفض الميزانية',
		second: 'استقالت وزيرة الثقافة رانيا شاكر من منصبها احتجاجًا على خفض الميزانية',
	},
	{
		about: 'another year of a rate',
		first: 'نما اقتصاد رواندا 8.2% في عام 2022',
		second: 'نما اقتصاد رواندا 6.9% في عام 2023',
	},
	{
		about: 'another year, the same figure',
		first: 'زار المعرض 40 ألف شخص في عام 2019',
		second: 'زار المعرض 40 ألف شخص في عام 2021',
	},
	{
		about: 'another year of what happens again',
		first: 'فازت البرازيل بكأس العالم لكرة القدم عام 1994',
		second: 'فازت البرازيل بكأس العالم لكرة القدم عام 2002',
	},
	{
		about: 'another quarter',
		first: 'تراجع الإنتاج الصناعي في تركيا 3% في الربع الأول',
		second: 'تراجع الإنتاج الصناعي في تركيا 5% في الربع الثالث',
	},
	{
		about: 'another month',
		first: 'بلغ التضخم في غانا 23% في فبراير 2024',
		second: 'بلغ التضخم في غانا 25% في أبريل 2024',
	},
	{
		about: 'another whole of a percentage',
		first: 'يعاني 30% من الأطفال في الإقليم سوء التغذية',
		second: 'يعاني 45% من النساء في الإقليم سوء التغذية',
	},
	{
		about: 'another whole, the same percentage',
		first: 'صوت 38% من المسجلين لصالح المشروع',
		second: 'صوت 38% من المقترعين لصالح المشروع',
	},
	{
		about: 'another indicator',
		first: 'بلغ معدل التضخم السنوي في مصر خلال مارس 33%',
		second: 'بلغ معدل البطالة السنوي في مصر خلال مارس 7%',
	},
	{
		about: 'another thing counted',
		first: 'دمر الإعصار 200 منزل في جزيرة مايوت',
		second: 'دمر الإعصار 35 مدرسة في جزيرة مايوت',
	},
	{
		about: 'another good',
		first: 'ارتفع سعر الذهب إلى 2300 دولار للأوقية',
		second: 'انخفض سعر الفضة إلى 27 دولارا للأوقية',
	},
	{
		about: 'another currency',
		first: 'تبرعت الشركة بمبلغ 5 ملايين دولار للمستشفى',
		second: 'تبرعت الشركة بمبلغ 18 مليون درهم للمستشفى',
	},
	{
		about: 'exports and imports',
		first: 'ارتفعت صادرات النفط من أنغولا 4%',
		second: 'ارتفعت واردات النفط إلى أنغولا 9%',
	},
	{
		about: 'no less than is no negation',
		first: 'أصيب ما لا يقل عن 30 متظاهرًا في العاصمة داكار',
		second: 'أصيب 33 متظاهرا في العاصمة داكار',
	},

	{
		about: 'more than, and a little more',
		first: 'أكثر من 500 أسرة غادرت قرية وادي الحجر بعد السيول',
		second: '540 أسرة غادرت قرية وادي الحجر بعد السيول',
	},
	{
		about: 'another subject in the same sentence',
		first: 'أعلنت شركة الطيران إلغاء 40 رحلة بسبب الضباب',
		second: 'أعلنت شركة السكك الحديدية إلغاء 12 رحلة بسبب الضباب',
	},
	{
		about: 'words in common and nothing else',
		first: 'بلغ عدد سكان مدينة مأرب مليوني نسمة',
		second: 'بلغ عدد المدارس في مدينة مأرب 180 مدرسة',
	},
	{
		about: 'a rise said from the other end',
		first: 'ارتفاع صادرات القمح مع انخفاض إنتاج الذرة في أوكرانيا',
		second: 'انخفاض صادرات القمح مع ارتفاع إنتاج الذرة في أوكرانيا',
	},
	{
		about: 'another country in English',
		first: 'Inflation in Ghana reached 23% in 2023',
		second: 'Inflation in Kenya reached 8% in 2023',
	},
	{
		about: 'another person in English',
		first: 'President Laura Medina signed 14 decrees on fishing rights',
		second: 'President Oscar Villar signed 21 decrees on fishing rights',
	},
	{
		about: 'another year in English',
		first: 'The country exported 4 million tonnes of wheat in 2020',
		second: 'The country exported 6 million tonnes of wheat in 2021',
	},
	{
		about: 'another base in English',
		first: 'About 12% of children in the district are vaccinated',
		second: 'About 40% of adults in the district are vaccinated',
	},
	{
		about: 'another topic in English',
		first: 'The river flood destroyed 40 homes in the delta',
		second: 'The port strike delayed 40 ships in the delta',
	},
	{
		about: 'another act of one actor',
		first: 'قرر مجلس المدينة إغلاق السوق القديم يوم الجمعة',
		second: 'قرر مجلس المدينة ترميم الجسر القديم يوم الجمعة',
	},
	{
		about: 'the east and another thing',
		first: 'قصف يستهدف مستشفى في شرق حلب',
		second: 'قصف يستهدف مخبزا في ريف حلب',
	},
]

/** More of the three kinds, written after the rules and before they were looked at again. */
export const plainPairs: Record<
	'repeating' | 'contradicting' | 'unrelated',
	[first: string, second: string][]
> = {
	repeating: [
		[
			'قُتل 14 جنديًا في هجوم على نقطة تفتيش قرب مدينة سرت',
			'مقتل أربعة عشر جندياً بهجوم استهدف نقطة تفتيش بالقرب من سرت',
		],
		[
			'أعلن الرئيس ترمب أن الرسوم الجمركية على كندا سترتفع إلى 35%',
			'ترامب يعلن رفع الرسوم الجمركية على كندا إلى 35 في المئة',
		],
		[
			'بلغ معدل البطالة في تونس 15.8 بالمئة في الربع الثاني من 2023',
			'وصل معدل البطالة بتونس إلى ١٥٫٨٪ خلال الربع الثاني من عام 2023',
		],
		[
			'تولى نصري عصفورة رئاسة هندوراس في 27 يناير 2026',
			'نصري عصفورة تولى الرئاسة في الهندوراس يوم 27 كانون الثاني 2026',
		],
		['أكثر من عشرين دولة شاركت في المناورات البحرية', 'شاركت في المناورات البحرية أكثر من 20 دولة'],
		[
			'تستحوذ الصين على 60% من إنتاج المعادن النادرة في العالم',
			'الصين تستحوذ على ستين بالمئة من الإنتاج العالمي للمعادن النادرة',
		],
		[
			'أقر البرلمان اللبناني قانون السرية المصرفية بأغلبية 87 صوتًا',
			'البرلمان اللبناني يقر قانون السرية المصرفية بأغلبية ٨٧ صوتا',
		],
		['كلّف مشروع المترو خزينة الدولة 2.5 مليار دولار', 'مشروع المترو كلف الدولة مليارين ونصف المليار دولار'],
		['Egypt imported 12 million tonnes of wheat in 2022', 'In 2022, Egypt imported 12 million tons of wheat'],
		[
			'The mayor resigned after the audit found 3 million euros missing',
			'After the audit found three million euros missing, the mayor resigned',
		],
		[
			'نقل الجيش السوداني مقر قيادته من الخرطوم إلى بورتسودان في آب 2023',
			'في أغسطس 2023 نقل الجيش السوداني مقر قيادته إلى بورتسودان من الخرطوم',
		],
		['ثلثا سكان القرية غادروا منازلهم', 'غادر ثلثا سكان القرية منازلهم'],
		[
			'صرح المتحدث باسم البلدية أن تكلفة الحديقة 1.2 مليون يورو',
			'المتحدث باسم البلدية: تكلفة الحديقة 1,2 مليون يورو',
		],
		['تضاعف عدد المدارس الخاصة في عمّان خلال خمس سنوات', 'خلال 5 سنوات تضاعف عدد المدارس الخاصة في عمان'],
		['أصدرت المحكمة حكمًا بسجن الوزير السابق عشر سنوات', 'المحكمة تصدر حكماً بسجن الوزير السابق 10 سنوات'],
		['إنتاج النرويج من النفط انخفض 3 في المئة في 2024', 'انخفض إنتاج النفط النرويجي بنسبة 3% عام 2024'],
		[
			'The bridge opened on 4 May 2021 and cost $12 million',
			'Opened on May 4, 2021, the bridge cost 12 million dollars',
		],
		[
			'Voters in Slovenia rejected the water law by 86%',
			'Slovenian voters rejected the water law by 86 per cent',
		],
	],
	contradicting: [
		['فاز عصفورة بنسبة 40.27% من الأصوات', 'حصل عصفورة على 40.26% من الأصوات'],
		['فاز عصفورة بفارق 28 ألف صوت عن منافسه نصر الله', 'فاز عصفورة بفارق 19 ألف صوت عن منافسه نصرالله'],
		['أعادت هندوراس علاقاتها مع تايوان', 'هندوراس تقطع علاقاتها مع تايوان'],
		['الرئيس المنتخب يبلغ من العمر 67 عامًا', 'الرئيس المنتخب عمره 58 عاما'],
		['أعلن المجلس الانتخابي النتائج في 24 ديسمبر 2025', 'المجلس الانتخابي أعلن النتائج في 30 ديسمبر 2025'],
		[
			'الولايات المتحدة أبلغت الكونغرس بالعملية قبل تنفيذها',
			'الولايات المتحدة لم تبلغ الكونغرس بالعملية قبل تنفيذها',
		],
		['نفت وزارة الدفاع مقتل جنود في الغارة', 'وزارة الدفاع تؤكد مقتل جنود في الغارة'],
		['بلغ عدد ضحايا الزلزال 2,100 قتيل', 'وصل عدد قتلى الزلزال إلى 1,860 قتيلًا'],
		['تراجعت صادرات السلاح الفرنسية بنسبة 12%', 'زادت صادرات السلاح الفرنسية بنسبة 12%'],
		['قبلت المعارضة نتائج الانتخابات', 'رفضت المعارضة نتائج الانتخابات'],
		['المفاوضات بين الجانبين استؤنفت في الدوحة', 'توقفت المفاوضات بين الجانبين في الدوحة'],
		['لا يملك العراق أسلحة كيميائية', 'العراق يملك أسلحة كيميائية'],
		['يقدم البرنامج الدعم لـ 3.2 مليون أسرة', 'يقدم البرنامج الدعم لـ 2.3 مليون أسرة'],
		['The law was passed by 60 votes', 'The law was passed by 54 votes'],
		['Iran has never enriched uranium above 60%', 'Iran has enriched uranium above 60%'],
		['وقّعت 150 دولة على الاتفاقية', 'لم توقع أي دولة على الاتفاقية'],
		['سيُفتتح المطار الجديد أمام الرحلات الدولية', 'سيغلق المطار الجديد أمام الرحلات الدولية'],
		['عدد سكان هندوراس يتجاوز عشرة ملايين نسمة', 'يقل عدد سكان هندوراس عن عشرة ملايين نسمة'],
		['حضر القمة 22 زعيمًا عربيًا', 'حضر القمة 17 زعيمًا عربيًا'],
		['دواء الملاريا الجديد يسبب فقدان السمع', 'دواء الملاريا الجديد لا يسبب فقدان السمع'],
		['ارتفاع منسوب بحيرة طبريا 20 سنتيمترا', 'ارتفاع منسوب بحيرة طبريا 35 سنتيمترا'],
		['تم الإفراج عن الصحفية المعتقلة في نيامي', 'لم يتم الإفراج عن الصحفية المعتقلة في نيامي'],
		['الشركة حققت أرباحًا بقيمة 40 مليون دولار', 'الشركة تكبدت خسائر بقيمة 40 مليون دولار'],
		[
			'البنك الدولي يمنح اليمن قرضا بقيمة 90 مليون دولار',
			'البنك الدولي يمنح اليمن قرضًا بقيمة 120 مليون دولار',
		],
		['توفي المغني عن عمر 72 عاما', 'رحل المغني عن عمر ناهز 81 عاما'],
		['افتتح المتحف عام 1902', 'افتتح المتحف عام 1912'],
		['سمحت الهند بتصدير الأرز الأبيض', 'الهند تحظر تصدير الأرز الأبيض'],
		['انضمت فنلندا إلى الحلف في أبريل 2023', 'انضمت فنلندا إلى الحلف في مارس 2023'],
		['أكدت الصحة العالمية أن اللقاح آمن للحوامل', 'الصحة العالمية: اللقاح غير آمن للحوامل'],
		['The president signed the decree', 'The president refused to sign the decree'],
		['More than 60% of farmers use drones', 'Less than 40% of farmers use drones'],
		['The temperature rose by 1.5 degrees', 'The temperature rose by 2.1 degrees'],
		['Exports of cocoa fell in Ghana last year', 'Exports of cocoa increased in Ghana last year'],
	],
	unrelated: [
		['استقبل ميناء طنجة المتوسط 9 ملايين حاوية في 2023', 'استقبل ميناء طنجة المتوسط 7 ملايين حاوية في 2021'],
		['40% من سكان الريف لا يحصلون على مياه نظيفة', '55% من سكان المدن لا يحصلون على مياه نظيفة'],
		['التقى وزير الخارجية المصري نظيره التركي في أنقرة', 'التقى وزير الخارجية السعودي نظيره التركي في أنقرة'],
		['تعهدت ألمانيا بتقديم 200 مليون يورو للسودان', 'تعهدت ألمانيا بتقديم 350 مليون يورو لليمن'],
		['فرضت واشنطن عقوبات على 12 شركة صينية', 'فرضت واشنطن عقوبات على 30 شركة روسية'],
		['حصل عصفورة على 40.27% من الأصوات', 'حصل نصر الله على 39.53% من الأصوات'],
		['بلغت نسبة المشاركة بين الشباب 35%', 'بلغت نسبة المشاركة بين كبار السن 62%'],
		['هاجر من فنزويلا 7 ملايين شخص', 'هاجر من سوريا 6 ملايين شخص'],
		['ارتفع سعر الذهب 2%', 'ارتفع سعر النفط 5%'],
		['قال الرئيس السيسي إن مصر استقبلت 9 ملايين لاجئ', 'قال الرئيس أردوغان إن تركيا استقبلت 4 ملايين لاجئ'],
		['وُلد نجيب محفوظ عام 1911', 'وُلد طه حسين عام 1889'],
		['تأسست جامعة القاهرة عام 1908', 'تأسست جامعة دمشق عام 1923'],
		['دخل القرار حيز التنفيذ في مارس', 'دخل القرار الثاني حيز التنفيذ في يونيو'],
		['قُتل 5 صحفيين في غزة في يناير', 'قتل 9 صحفيين في غزة في مايو'],
		['بلغ الدين العام 90% من الناتج المحلي', 'بلغ الدين الخارجي 40% من الناتج المحلي'],
		['انخفضت البطالة إلى 7% بينما ارتفع التضخم إلى 12%', 'ارتفع التضخم إلى 12% وانخفضت البطالة إلى 7%'],
		['رفع البنك المركزي التركي الفائدة إلى 50%', 'رفع البنك المركزي المصري الفائدة إلى 27%'],
		['Spain has 50 nuclear inspectors', 'France has 120 nuclear inspectors'],
		['Senator Maria Gomez voted against the bill', 'Senator Peter Olsen voted for the bill'],
		['Life expectancy for women reached 81 years', 'Life expectancy for men reached 76 years'],
		['The company sold 2 million cars in Europe', 'The company sold 5 million cars in Asia'],
		['أعلنت كينيا إرسال 400 شرطي إلى هايتي', 'وصل 200 شرطي كيني إلى هايتي'],
		['نسبة الأمية بين النساء في المغرب 42%', 'نسبة الأمية بين الرجال في المغرب 22%'],
		['خسر الحزب 12 مقعدًا في انتخابات 2019', 'خسر الحزب 30 مقعدًا في انتخابات 2023'],
		['قال المدير محمد الزعبي إن المصنع سيغلق', 'قال المدير خالد الزعبي إن المصنع سيغلق'],
		['بلغ عدد سكان القاهرة 10 ملايين نسمة', 'بلغ عدد سكان الإسكندرية 6 ملايين نسمة'],
		['تسببت العاصفة في انقطاع الكهرباء عن 200 ألف منزل', 'تسببت العاصفة في إغلاق 200 مدرسة'],
		['زار البابا العراق في مارس 2021', 'زار البابا البحرين في نوفمبر 2022'],
		['اعتقلت الشرطة الإسبانية 8 مشتبهين', 'اعتقلت الشرطة الإيطالية 11 مشتبهًا'],
		['يعيش 3 ملايين لاجئ سوري في تركيا', 'يعيش مليون لاجئ سوري في ألمانيا'],
		['حقق المنتخب المغربي 4 ميداليات ذهبية', 'حقق المنتخب المغربي 6 ميداليات فضية'],
		['ارتفعت أسعار القمح 10% وانخفضت أسعار الذرة 5%', 'ارتفعت أسعار القمح 10%'],
		['طالبت النقابة برفع الأجور 15%', 'وافقت الحكومة على رفع الأجور 10%'],
		['بدأت الهدنة في غزة الأحد', 'انتهت الهدنة في السودان الأحد'],
		['لم يعلن الوزير موعد الامتحانات', 'أعلن الوزير نتائج الامتحانات'],
		['The minister visited Tunis on Monday', 'The minister visited Rabat on Friday'],
		['Inflation rose to 5% in the euro area', 'Unemployment rose to 7% in the euro area'],
		['The vaccine is 95% effective against infection', 'The vaccine is 70% effective against transmission'],
		['John Carter scored 30 goals for the club', 'Luis Herrera scored 22 goals for the club'],
		['Twelve people were killed in the Manila fire', 'Three people were injured in the Manila fire'],
		['صادرات السيارات إلى أوروبا 40 ألف سيارة', 'صادرات السيارات إلى آسيا 25 ألف سيارة'],
		['خصصت الوزارة 5 ملايين دينار لدعم المسرح', 'خصصت الوزارة 9 ملايين دينار لدعم السينما'],
		['وصلت نسبة إشغال الفنادق في دبي إلى 78% في 2022', 'وصلت نسبة إشغال الفنادق في أبوظبي إلى 71% في 2022'],
	],
}
