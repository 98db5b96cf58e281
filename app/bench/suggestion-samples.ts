/*
 * Invented sentences in the manner of news, labelled as a fact-checker would: whether there is something in them to look up.
 * Names of people and bodies are made up.
 */

export type Sample = { text: string; claim: boolean }

export const arabicSamples: Sample[] = [
	{
		text: 'بلغ معدل البطالة في الأردن 21.4% خلال الربع الثاني من العام الجاري، وفق بيانات دائرة الإحصاءات.',
		claim: true,
	},
	{
		text: 'قتل سبعة أشخاص وأصيب 23 آخرون في حريق اندلع فجر الاثنين بمستودع للأقمشة شمال المدينة.',
		claim: true,
	},
	{
		text: 'وقال وزير الطاقة سامر الكيلاني إن الإنتاج تجاوز 240 ألف برميل يوميا للمرة الأولى منذ عقد.',
		claim: true,
	},
	{ text: 'ولدت الشاعرة في تطوان عام 1951 وانتقلت إلى مدريد لدراسة الفلسفة.', claim: true },
	{ text: 'قضت محكمة الاستئناف بسجن المدير السابق للمصرف خمس سنوات بتهمة الاختلاس.', claim: true },
	{ text: 'تراجع الجنيه إلى أدنى مستوى له أمام الدولار منذ تعويم العملة قبل عامين.', claim: true },
	{ text: 'فاز المنتخب التونسي على نظيره الغاني بهدفين دون رد في تصفيات القارة.', claim: true },
	{ text: 'وتضم الجزيرة أكثر من 60 نوعا من الطيور المهددة بالانقراض.', claim: true },
	{ text: 'نفت الشركة أن تكون قد سربت بيانات عملائها إلى طرف ثالث.', claim: true },
	{ text: 'تعهدت الحكومة ببناء ثلاثين ألف وحدة سكنية قبل نهاية العام المقبل.', claim: true },
	{ text: 'ضرب زلزال بقوة 5.8 درجات السواحل الجنوبية مساء أمس دون وقوع خسائر بشرية.', claim: true },
	{ text: 'وأوضحت الدراسة أن شرب القهوة يقلل خطر الإصابة بمرض السكري بنحو الثلث.', claim: true },
	{ text: 'أطلقت الوكالة قمرا صناعيا جديدا من قاعدة في غويانا الفرنسية.', claim: true },
	{ text: 'اتهم زعيم المعارضة رئيس الوزراء بإخفاء وثائق تتعلق بصفقة المطار.', claim: true },
	{ text: 'وقع البلدان اتفاقية لتبادل الطاقة الكهربائية تدخل حيز التنفيذ في مارس.', claim: true },
	{ text: 'وزعم ناشطون أن الصورة التقطت في ليبيا خلال فيضانات سبتمبر.', claim: true },
	{ text: 'تستورد البلاد معظم حاجتها من القمح من أوكرانيا وروسيا.', claim: true },
	{ text: 'عين مجلس الإدارة ليلى المنصوري رئيسة تنفيذية خلفا لوالدها.', claim: true },
	{ text: 'أغلقت السلطات معبر الوادي أمام الشاحنات يوم الأربعاء بسبب السيول.', claim: true },
	{ text: 'ويعاني نحو ربع أطفال المحافظة من سوء التغذية بحسب منظمة إغاثة محلية.', claim: true },
	{ text: 'يعد هذا اللقاء نقطة تحول في مسيرة العلاقات الأخوية بين الشعبين.', claim: false },
	{ text: 'ويبقى السؤال: هل تنجح الوساطة هذه المرة؟', claim: false },
	{ text: 'ينبغي للعالم أن يتحمل مسؤوليته الأخلاقية تجاه هذه المأساة.', claim: false },
	{ text: 'وأعرب الجانبان عن حرصهما على تعزيز التعاون وتوطيد العلاقات الثنائية.', claim: false },
	{ text: 'لا شك أن الثقافة هي الجسر الأمتن بين الأمم وروح كل نهضة.', claim: false },
	{ text: 'ونأمل أن تحمل الأيام المقبلة ما يسر الجميع إن شاء الله.', claim: false },
	{ text: 'ويهدف هذا التوجه إلى ترسيخ قيم التسامح والانفتاح في المجتمع.', claim: false },
	{ text: 'إنها لوحة بديعة تعكس روح المدينة وذاكرة أهلها.', claim: false },
	{ text: 'ربما يكون الحل أقرب مما يتصور كثيرون في المستقبل.', claim: false },
	{ text: 'تمثل هذه الخطوة رسالة واضحة ودليلا على عمق الشراكة الاستراتيجية.', claim: false },
	{ text: 'شكرا لكل من ساهم في نجاح هذه الأمسية الجميلة.', claim: false },
	{ text: 'وتسعى الوزارة إلى مواكبة أفضل الممارسات في هذا المجال الحيوي.', claim: false },
]

export const englishSamples: Sample[] = [
	{
		text: 'Unemployment in the province fell to 6.2 per cent in March, the lowest level since 2008.',
		claim: true,
	},
	{ text: 'The court sentenced the former mayor to four years in prison for bribery.', claim: true },
	{ text: 'Health Minister Dana Whitlock said that 48 hospitals had run out of the vaccine.', claim: true },
	{ text: 'A bus carrying pilgrims crashed near the border on Sunday, killing eleven people.', claim: true },
	{ text: 'The company denied that it had shared customer data with advertisers.', claim: true },
	{ text: 'Egypt imports more than half of its wheat from Russia and Ukraine.', claim: true },
	{ text: 'The two governments signed a treaty on shared rivers last week.', claim: true },
	{ text: 'She was born in Aleppo in 1962 and studied medicine in Paris.', claim: true },
	{
		text: 'This meeting marks a turning point and reflects the deep friendship between both peoples.',
		claim: false,
	},
	{ text: 'We must all do more to protect the values that unite us.', claim: false },
	{ text: 'Will the ceasefire hold this time?', claim: false },
	{
		text: 'The two sides stressed the importance of strengthening cooperation in areas of mutual interest.',
		claim: false,
	},
	{ text: 'Perhaps the best days of the festival are still to come.', claim: false },
	{ text: 'Thank you for reading and see you in the next issue.', claim: false },
]
