import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

/*
 * What Google reads of a ClaimReview, required and recommended
 * (developers.google.com/search/docs/appearance/structured-data/factcheck), with the rules it gives in
 * words: a scale whose best is above its worst and worst at least 1, `appearance` or `firstAppearance`, an author
 * with a name. `additionalProperties` is false, so that a slip in a name is found.
 */

const text = { type: 'string', minLength: 1 }
const url = { type: 'string', format: 'uri', pattern: '^https?://' }
const day = { type: 'string', format: 'date' }
const moment = { type: 'string', format: 'date-time' }

const organization = {
	type: 'object',
	required: ['@type', 'name'],
	properties: { '@type': { const: 'Organization' }, name: text, url, sameAs: url },
	additionalProperties: false,
}

const work = (type: string, naming: string[]) => ({
	type: 'object',
	required: ['@type'],
	anyOf: naming.map((name) => ({ required: [name] })),
	properties: {
		'@type': { const: type },
		name: text,
		headline: text,
		url,
		publisher: organization,
		datePublished: day,
		inLanguage: text,
	},
	additionalProperties: false,
})
const article = work('NewsArticle', ['url', 'headline', 'publisher'])

const schema = {
	type: 'object',
	required: [
		'@context',
		'@type',
		'@id',
		'url',
		'claimReviewed',
		'reviewRating',
		'author',
		'itemReviewed',
		'datePublished',
		'dateModified',
		'inLanguage',
		'citation',
	],
	properties: {
		'@context': { const: 'https://schema.org' },
		'@type': { const: 'ClaimReview' },
		'@id': url,
		url,
		inLanguage: { enum: ['ar', 'en'] },
		claimReviewed: text,
		datePublished: moment,
		dateModified: moment,
		author: {
			...organization,
			required: ['@type', 'name', 'url', 'correctionsPolicy', 'verificationFactCheckingPolicy'],
			properties: {
				...organization.properties,
				correctionsPolicy: url,
				verificationFactCheckingPolicy: url,
			},
		},
		itemReviewed: {
			type: 'object',
			required: ['@type', '@id'],
			properties: {
				'@type': { const: 'Claim' },
				'@id': url,
				author: {
					type: 'object',
					required: ['@type', 'name'],
					properties: { '@type': { enum: ['Person', 'Organization'] }, name: text, sameAs: url },
					additionalProperties: false,
				},
				datePublished: day,
				appearance: { type: 'array', minItems: 1, items: article },
				firstAppearance: article,
			},
			additionalProperties: false,
		},
		reviewRating: {
			type: 'object',
			required: ['@type', 'alternateName', 'ratingExplanation'],
			properties: {
				'@type': { const: 'Rating' },
				alternateName: text,
				ratingValue: { type: 'integer', minimum: 1, maximum: 5 },
				bestRating: { const: 5 },
				worstRating: { const: 1 },
				ratingExplanation: text,
			},
			dependencies: {
				ratingValue: ['bestRating', 'worstRating'],
				bestRating: ['ratingValue'],
				worstRating: ['ratingValue'],
			},
			additionalProperties: false,
		},
		citation: { type: 'array', minItems: 1, items: work('CreativeWork', ['name']) },
		correction: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				required: ['@type', 'datePublished', 'text'],
				properties: { '@type': { const: 'CorrectionComment' }, datePublished: day, text },
				additionalProperties: false,
			},
		},
	},
	additionalProperties: false,
}

const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false })
formats.default(ajv)
const validate: ValidateFunction = ajv.compile(schema)

/** What is wrong with a ClaimReview, one line a problem; none when it is sound. */
export function faultsOf(review: unknown): string[] {
	validate(review)
	return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? error.keyword}`)
}
