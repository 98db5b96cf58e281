import { type Appearance, type Correction, type FactCheck, type PublishedEvidence } from './fact-check.ts'
import { type Bilingual, type Language, preferText } from './language.ts'
import { readWebAddress } from './web-address.ts'

/** Whose site it is: the origin without a slash at its end, and the name as the language writes it. */
export type ReviewSite = { origin: string; name: string; language: Language }

type Organization = { '@type': 'Organization'; name: string; url?: string; sameAs?: string }
type Work = {
	'@type': 'NewsArticle' | 'CreativeWork'
	name?: string
	headline?: string
	url?: string
	publisher?: Organization
	datePublished?: string
	inLanguage?: string
}

/** What `claimReview` writes: schema.org's ClaimReview, with the properties that Google lists and a few more. */
export type ClaimReview = {
	'@context': 'https://schema.org'
	'@type': 'ClaimReview'
	'@id': string
	url: string
	inLanguage: Language
	claimReviewed: string
	datePublished: string
	dateModified: string
	author: Organization & { correctionsPolicy: string; verificationFactCheckingPolicy: string }
	itemReviewed: {
		'@type': 'Claim'
		'@id': string
		author?: { '@type': 'Person' | 'Organization'; name: string; sameAs?: string }
		datePublished?: string
		appearance?: Work[]
		firstAppearance?: Work
	}
	reviewRating: {
		'@type': 'Rating'
		alternateName: string
		ratingValue?: number
		bestRating?: number
		worstRating?: number
		ratingExplanation?: string
	}
	citation: Work[]
	correction?: { '@type': 'CorrectionComment'; datePublished: string; text: string }[]
}

/** The ends of the documented scale; steps without a value stand outside it. */
const scale = { best: 5, worst: 1 }

/**
 * The ClaimReview of a verdict page, equal to what the page shows in the language: a text that exists only in the
 * other language is used as the page uses it. `null` for a retracted verdict, which claims nothing any more.
 *
 * Properties: developers.google.com/search/docs/appearance/structured-data/factcheck and schema.org/ClaimReview.
 */
export function claimReview(
	page: { factCheck: FactCheck; corrections: Correction[] },
	site: ReviewSite,
): ClaimReview | null {
	const { factCheck } = page
	if (factCheck.retracted) return null
	const say = (text: Bilingual) => preferText(text, site.language)?.text
	const address = (language: Language) =>
		`${site.origin}/${language}/verdicts/${encodeURIComponent(factCheck.slug)}`
	const home = `${site.origin}/${site.language}`
	const corrections = page.corrections.filter((correction) => !correction.beforePublication)

	return {
		'@context': 'https://schema.org',
		'@type': 'ClaimReview',
		'@id': `${address(site.language)}#review`,
		url: address(site.language),
		inLanguage: preferText(factCheck.summary, site.language)?.language ?? site.language,
		claimReviewed: say(factCheck.statement) ?? '',
		datePublished: factCheck.firstPublishedAt,
		dateModified: factCheck.publishedAt,
		author: {
			'@type': 'Organization',
			name: site.name,
			url: home,
			correctionsPolicy: `${home}/methodology#corrections`,
			verificationFactCheckingPolicy: `${home}/methodology`,
		},
		itemReviewed: {
			'@type': 'Claim',
			// One claim, whichever language its page is read in.
			'@id': `${address(factCheck.language)}#claim`,
			...present({
				author: claimant(factCheck, say),
				datePublished: factCheck.claimedOn,
				appearance: listed(factCheck.appearances.filter(isKnown).map(article)),
				firstAppearance: mapped(findFirstAppearance(factCheck.appearances), article),
			}),
		},
		reviewRating: {
			'@type': 'Rating',
			alternateName: factCheck.rating.label[site.language],
			...(factCheck.rating.value !== null && {
				ratingValue: factCheck.rating.value,
				bestRating: scale.best,
				worstRating: scale.worst,
			}),
			...present({ ratingExplanation: say(factCheck.summary) }),
		},
		citation: factCheck.evidence.map((item) => cite(item, say)),
		...present({
			correction: listed(
				corrections.map((correction) => ({
					'@type': 'CorrectionComment' as const,
					datePublished: correction.on,
					text: [say(correction.what), say(correction.why)].filter(Boolean).join(' '),
				})),
			),
		}),
	}
}

/** Whether anything is known of where the claim appeared that a reader could look for. */
function isKnown({ article }: Appearance): boolean {
	return Boolean(readWebAddress(article.url) ?? article.title ?? article.outlet)
}

/**
 * The earliest appearance we know of. It takes a day for each of them: among undated ones nobody can say
 * which was first, and the answer is `null`. Of two on one day, the first listed.
 */
export function findFirstAppearance(appearances: Appearance[]): Appearance | null {
	const known = appearances.filter(isKnown)
	if (known.some(({ article }) => article.publishedOn === null)) return null
	const [first] = known.toSorted((a, b) => compareDays(a.article.publishedOn, b.article.publishedOn))
	return first ?? null
}

function compareDays(a: string | null, b: string | null): number {
	if (a === b) return 0
	return (a ?? '') < (b ?? '') ? -1 : 1
}

/** Who made the claim; nobody when the source names nobody. */
function claimant({ claimant }: FactCheck, say: (text: Bilingual) => string | undefined) {
	const name = claimant && say(claimant.name)
	if (!claimant || !name || claimant.kind === 'unnamed') return null
	return {
		'@type': claimant.kind === 'person' ? ('Person' as const) : ('Organization' as const),
		name,
		...present({ sameAs: readWebAddress(claimant.url)?.href }),
	}
}

function article({ article }: Appearance): Work {
	return {
		'@type': 'NewsArticle',
		...present({
			url: readWebAddress(article.url)?.href,
			headline: article.title,
			publisher: mapped(article.outlet, organization),
			datePublished: article.publishedOn,
		}),
	}
}

function cite(item: PublishedEvidence, say: (text: Bilingual) => string | undefined): Work {
	return {
		'@type': 'CreativeWork',
		...present({
			name: item.title ?? say(item.label) ?? item.publisher,
			url: readWebAddress(item.url)?.href,
			publisher: mapped(item.publisher, organization),
			datePublished: item.publishedOn,
			inLanguage: item.language,
		}),
	}
}

function organization(name: string): Organization {
	return { '@type': 'Organization', name }
}

/** The properties that have a value; an unknown is left out, never written as empty. */
function present<Properties extends object>(properties: Properties): Present<Properties> {
	const known = Object.entries(properties).filter(
		([, value]) => value !== null && value !== undefined && value !== '',
	)
	return Object.fromEntries(known) as Present<Properties>
}
type Present<Properties> = { [Name in keyof Properties]?: NonNullable<Properties[Name]> }

function listed<Item>(items: Item[]): Item[] | null {
	return items.length > 0 ? items : null
}

function mapped<Value, Result>(value: Value | null, map: (value: Value) => Result): Result | null {
	return value === null ? null : map(value)
}
