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
