/*
 * Words by which a reported statement is tied to whoever made it, as data. Arabic in folded letters (see `foldText`): ان for إن
 * and أن, ه for ة. Parted by blanks.
 */

const list = (words: string) => new Set(words.trim().split(/\s+/))

/** Verbs of saying whose subject is the claimant: past and present without endings, which `sayingForms` adds. */
export const arabicSaying = `
	قال يقول اعلن يعلن اكد يوكد اوضح يوضح اضاف يضيف ذكر يذكر افاد يفيد صرح يصرح كشف يكشف اشار يشير زعم يزعم ادعي يدعي
	نفي ينفي حذر يحذر اتهم يتهم اعتبر - راي يري لفت يلفت شدد يشدد نوه ينوه اردف يردف استطرد يستطرد غرد يغرد
	اقر يقر اعترف يعترف روي يروي اورد يورد اخبر يخبر توقع يتوقع رجح يرجح اظهر يظهر نقل ينقل
`
/** These are verbs of saying only with the statement right behind the subject: «وتابع الوزير:», «كتب على حسابه: …». */
export const arabicDoubtfulSaying = list('تابع يتابع تابعت تتابع كتب كتبت علق علقت ختم ختمت بين يبين')

/** A noun phrase after the verb ends before these. */
export const arabicSubjectEnds = list(`
	لي لنا لك لكم الحقيقه فيه فيها منه منها به بها عليه عليها اليه اليها عنه عنها حد تعبير الاسبوع الشهر العام السنه ان بان انه انها انهم انهما بانه بانها بانهم اننا اني في خلال عن علي عبر الي مع بعد قبل منذ عقب اثر حول بشان ضد لدي امام اثناء ضمن
	وسط وفق وفقا بحسب حسب اليوم امس غدا مساء صباح مسا الاحد الاثنين الثلاثا الاربعا الخميس الجمعه السبت يوم ايضا مرارا مجددا سابقا
	كذلك بدوره بدورها قوله قولها قد لقد ما لم لن عندما حين بينما حيث كما ثم من الذي التي الذين تعليقا ردا قائلا قائله الماضي الماضيه
	لوكاله لقناه لصحيفه لموقع لبرنامج لرويترز لفرانس لوسايل له لها لهم هذا هذه ذلك تلك عزمه عزمها رغبته دعمه استعداده اسفه قلقه
`)

/** Behind these a verb of saying says nothing: «لم يذكر», «دون أن يورد». */
export const arabicUnsaid = list('لم لن لا ما ان دون الا قبل')

/** Before whoever a statement is taken from: «بحسب البيان», «وفقا للوزارة», «نقلا عن مصدر». */
export const arabicSources = list('بحسب حسب وفق وفقا تعبير')

/** Nouns of office that stand for somebody named before: «الوزير». */
export const arabicRoles = list(`
	الوزير الوزيره الرييس الرييسه المتحدث المتحدثه المسوول المسووله النايب النايبه السفير السفيره المحافظ القايد المدير المديره
	الامين الزعيم الناطق المرشح المرشحه الامير الملك المستشار المستشاره
`)

export const arabicOrganisations = list(`
	وزاره هييه منظمه موسسه حكومه مجلس لجنه وكاله صحيفه حزب شركه جيش شرطه بنك اداره جامعه بيان مركز محكمه نقابه حركه اتحاد
	مكتب قياده برلمان سفاره مفوضيه رياسه قناه دراسه تقرير مديريه امانه جمعيه صندوق البيت الكرملين البنتاغون الكونغرس
`)
export const arabicUnnamed = list(`
	مصدر مصادر مسوول مسوولون مسوولين محللون محللين خبرا مراقبون مراقبين شهود ناشطون ناشطين مواطنون بعض المصدر المصادر محلل خبير
`)

export const englishSaying = list(`
	said says announced announces told tells stated states reported reports confirmed confirms added adds revealed reveals
	claimed claims alleged alleges noted notes explained disclosed acknowledged admitted insisted wrote tweeted posted
	denied denies accused accuses warned warns demanded condemned argued testified pledged promised vowed predicted
	threatened rejected criticised criticized
`)
/** A subject before the verb goes back no further than these. */
export const englishSubjectBegins = list(`
	that and but when after as because while if on in for with although though where since before until however of at by from
`)
export const englishPronouns = list('he she they it who')
/** A subject behind the verb («said the minister») ends before these. */
export const englishSubjectEnds = list(`
	that in on at during after before to by from while when and as for with about monday tuesday wednesday thursday friday
	saturday sunday earlier late early last this it its his her their he she they there
`)
export const englishOrganisations = list(`
	ministry agency organisation organization government council committee party company army police bank administration
	university statement centre center court union office parliament embassy commission department authority report study
	house kremlin pentagon congress group association fund institute board newspaper
`)
export const englishUnnamed = list(
	'source sources official officials analysts experts observers witnesses activists residents',
)
