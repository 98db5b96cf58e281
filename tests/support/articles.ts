import fs from 'node:fs/promises'
import path from 'node:path'

/** One article as a file holds it, and the sentence of it that the tests make a claim of. */
export type ArticleFile = { fileName: string; text: string; sentence: string }

/** The two claims that are followed from a file to a published page, by what their sentences say. */
const marks = { voteShare: '40.27%', partners: '20 دولة أخرى' }
export type ArticleName = keyof typeof marks

/** The folder of real articles (ARTICLES_DIR), or `null`: then the stand-ins below take their place. */
export function articlesFolder(): string | null {
	return process.env['ARTICLES_DIR'] || null
}

/**
 * The articles for the tests: real ones where they are at hand, else the stand-ins.
 * @throws Error when ARTICLES_DIR has no article with the sentence looked for
 */
export async function readArticles(): Promise<Record<ArticleName, ArticleFile>> {
	const folder = articlesFolder()
	if (!folder) return standIns

	const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
	const files = await Promise.all(
		names.map(async (fileName) => ({
			fileName,
			text: await fs.readFile(path.join(folder, fileName), 'utf8'),
		})),
	)
	const find = (name: ArticleName): ArticleFile => {
		const file = files.find(({ text }) => text.includes(marks[name]))
		if (!file) throw new Error(`No article in ${folder} says “${marks[name]}”.`)
		return { ...file, sentence: sentenceAround(file.text, marks[name]) }
	}
	return { voteShare: find('voteShare'), partners: find('partners') }
}

/**
 * The sentence of `text` that has `words` first, from its first letter to its full stop, line breaks
 * and all. A point between digits ends no sentence; an empty line does.
 * @throws Error when the text does not have these words
 */
export function sentenceAround(text: string, words: string): string {
	const at = text.indexOf(words)
	if (at < 0) throw new Error(`The text does not say “${words}”.`)
	const ends = [...text.matchAll(/\.(?!\d)|\n\n/g)].map((end) => end.index)
	const start = Math.max(...ends.filter((end) => end < at), -1) + 1
	const end = ends.find((place) => place >= at + words.length) ?? text.length
	return text.slice(start, text[end] === '.' ? end + 1 : end).trim()
}

/** Broken into short lines by a mail program, with what stood around it on its page. */
const voteShare = `سان أوريليو تختار عمدتها من الجولة الأولى

أعلنت اللجنة الانتخابية في هندوراس مساء الأحد نتائج الاقتراع على رئاسة
بلدية سان أوريليو، المدينة الساحلية التي يسكنها نحو ثلاثمئة ألف نسمة، بعد
يوم طويل امتدت فيه الطوابير أمام المدارس حتى حلول الظلام.

وفاز المهندس إستيبان مولينا، مرشح قائمة «الميناء للجميع»، بعدما نال
40.27% من أصوات المقترعين، متقدمًا على المحامية روسا كانياس التي توقفت
عند 37.8%، فيما تقاسم ثلاثة مرشحين مستقلين ما تبقى من البطاقات الصحيحة.
وبلغت نسبة المشاركة 61% من المسجلين في القوائم، وهي الأعلى منذ أن صار
منصب العمدة يُشغل بالاقتراع المباشر قبل اثني عشر عامًا.

وقال مولينا أمام أنصاره إن أول ما سيفعله هو نشر عقود توسعة الميناء كاملة،
وإن مجلسه سيخصص ثُلث موازنة العام الأول لشبكة المياه في الأحياء الشرقية.
وأضاف: «لن نعد الناس بما لا نملك، وسنقول لهم كل ثلاثة أشهر ما أنجزناه
وما تعثّر».

في المقابل، هنّأت كانياس خصمها في مكالمة قصيرة، لكنها طلبت إعادة فرز
صناديق حيّين قالت إن مراقبيها لم يُسمح لهم بدخولهما إلا بعد الظهر. وردّت
اللجنة بأن محاضر الحيّين موقّعة من مندوبي القوائم جميعًا، وأن باب الطعون
مفتوح خمسة أيام.

ويتسلم العمدة الجديد مهامه في الأول من مارس، ويرث دينًا يقدّره ديوان
المحاسبة بنحو 48 مليون لمبيرة، ونزاعًا قديمًا مع شركة تشغيل الأرصفة حول
رسوم لم تُسدَّد. ويرى أستاذ الإدارة المحلية خوليو باراداس أن هامش الفوز
الضيق سيدفع الرجل إلى البحث عن شركاء داخل المجلس، إذ لا تملك قائمته
سوى ستة مقاعد من أصل خمسة عشر.

لا ردود بعد:
أضف ردًّا`

/** One line a paragraph, with headings inside and a line for sharing at its end. */
const partners = `انضمت بيرو رسميًا إلى «شبكة الساحل الهادئ» لتبادل بيانات الرصد الزلزالي والإنذار المبكر من أمواج المد، في حفل صغير أقيم بمرصد العاصمة ليما وحضره ممثلون عن المراصد الشريكة.

وبتوقيعها على ميثاق الشبكة تقف بيرو إلى جانب 20 دولة أخرى تتقاسم قراءات أجهزتها لحظة بلحظة، وتلتزم إبلاغ جيرانها في غضون ثلاث دقائق من رصد أي هزة تتجاوز قوتها ست درجات.

ماذا يتغير على الأرض؟

يقول مدير المرصد الوطني، أنسيلمو كيروغا، إن بلاده ستحصل على قراءات 340 محطة لم تكن تصل إليها إلا بعد ساعات، وستقدم في المقابل بيانات 57 محطة منتشرة بين الساحل والمرتفعات. ويشرح أن الدقائق الأولى هي كل شيء: فالموجة التي تولد قبالة الشاطئ تبلغ الميناء الأقرب في ربع ساعة أو أقل، ولا يكفي هذا الوقت لإخلاء حي كامل ما لم تُطلق الصفارات فورًا.

كلفة لا يُستهان بها

رُصد للمشروع مبلغ 12.5 مليون دولار على أربع سنوات، يذهب أكثر من نصفه إلى كوابل بحرية تستبدل بأجهزة الراديو القديمة. وانتقد نواب من المعارضة غياب أي بند لتدريب البلديات، وقالوا إن الإنذار لا ينفع قرية لا تعرف إلى أين تذهب. ووعدت وزارة البيئة بجولة تدريب أولى في مايو تشمل ثلاثين بلدة ساحلية، من دون أن توضح مصدر تمويلها.

تجارب الجيران

سبقت تشيلي إلى الشبكة بعقد كامل، وتقول هيئة الطوارئ فيها إن متوسط زمن الإنذار انخفض من إحدى عشرة دقيقة إلى أربع. أما الإكوادور فعلّقت مشاركتها عامين بسبب خلاف على ملكية البيانات، ثم عادت بعد تعديل الميثاق. ويأمل كيروغا أن تتجنب بلاده خلافًا مماثلًا، لأن القانون المحلي يجعل القراءات الزلزالية ملكًا عامًا يحق لأي باحث تنزيله.

أرسل الخبر إلى صديق`

const standIns: Record<ArticleName, ArticleFile> = {
	voteShare: {
		fileName: 'vote-share.txt',
		text: voteShare,
		sentence: sentenceAround(voteShare, marks.voteShare),
	},
	partners: { fileName: 'partners.txt', text: partners, sentence: sentenceAround(partners, marks.partners) },
}
