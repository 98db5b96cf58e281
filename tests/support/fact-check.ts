import type { Appearance, Correction, FactCheck, PublishedEvidence } from '#app/domain/fact-check.ts'

/*
 * Published verdicts as values, for tests that need no database. Each function fills in what a test does not
 * care about.
 */

/** A verdict on a claim of a mayor's, in Arabic and English, of one version. */
export function factCheckOf(given: Partial<FactCheck> = {}): FactCheck {
	return {
		slug: 'forty-per-cent-of-the-stalls-a1b2c3',
		version: 1,
		retracted: false,
		language: 'ar',
		statement: {
			ar: 'أربعون بالمئة من باعة سوق السمك نساء.',
			en: 'Women keep forty per cent of the stalls in the fish market.',
		},
		type: 'statistic',
		countries: ['HN'],
		claimant: {
			slug: 'ramon-delgado',
			kind: 'person',
			name: { ar: 'رامون ديلغادو', en: 'Ramón Delgado' },
			role: { ar: 'رئيس البلدية', en: 'Mayor' },
			url: 'https://ciudad.example/alcalde',
		},
		claimedOn: '2026-03-01',
		appearances: [appearanceOf()],
		figures: [{ value: '40.27', unit: 'percent', comparator: 'exactly', base: null, asWritten: '40.27%' }],
		rating: {
			key: 'mostly_false',
			value: 2,
			label: { ar: 'خاطئ في معظمه', en: 'Mostly false' },
			meaning: { ar: 'خلاصته لا تصمد أمام الأدلة.', en: 'Its conclusion does not stand up.' },
		},
		summary: {
			ar: 'تذكر دائرة الإحصاء حصة أقل من ذلك بكثير.',
			en: 'The statistics office gives a much smaller share.',
		},
		rationale: { ar: 'تذكر الدائرة 27.4 في المئة [1].', en: 'The office gives 27.4 per cent [1].' },
		asOf: '2026-03-02',
		evidence: [evidenceOf()],
		gate: [{ rule: 'primary_source', outcome: 'passed', reason: null }],
		publishedAt: '2026-03-02T12:00:00.000Z',
		firstPublishedAt: '2026-03-02T12:00:00.000Z',
		...given,
	}
}

export function appearanceOf(given: Partial<Appearance['article']> = {}): Appearance {
	return {
		exact: '40.27% من باعته نساء',
		prefix: 'إن كلفته بلغت 3.4 ملايين دولار، وإن ',
		suffix: '.',
		paragraph: null,
		article: {
			title: 'سوق جديد في الميناء',
			outlet: 'صحيفة الميناء',
			author: null,
			url: 'https://puerto.example/mercado',
			publishedOn: '2026-03-01',
			...given,
		},
	}
}

export function evidenceOf(given: Partial<PublishedEvidence> = {}): PublishedEvidence {
	return {
		number: 1,
		stance: 'refutes',
		kind: 'primary',
		url: 'https://statistics.example/markets',
		publisher: 'دائرة الإحصاء',
		title: null,
		label: { ar: 'مسح الأسواق الساحلية', en: 'Survey of coastal markets' },
		publishedOn: '2026-01-15',
		language: 'es',
		passage: null,
		shows: { ar: 'الحصة أقل مما قيل.', en: 'The share is smaller than was said.' },
		...given,
	}
}

export function correctionOf(given: Partial<Correction> = {}): Correction {
	return {
		number: 1,
		version: 2,
		on: '2026-03-05',
		kind: 'correction',
		severity: 'minor',
		beforePublication: false,
		ratingBefore: 'mostly_false',
		ratingAfter: 'mostly_false',
		what: { ar: 'صُحّحت سنة المسح.', en: 'The year of the survey was corrected.' },
		why: { ar: 'كُتبت خطأ.', en: 'It had been mistyped.' },
		...given,
	}
}
