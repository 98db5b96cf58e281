import type { Language } from './language.ts'

/** A quotation in a version of an article, as the desk keeps it. */
export type AnchoredQuotation = {
	id: string
	exact: string
	prefix: string
	suffix: string
	/** Half-open, in UTF-16 code units of the version's text; `null` for an appearance outside. */
	start: number | null
	end: number | null
	/** SHA-256 of the version's text. */
	textSha256: string | null
	url: string | null
	language: Language | null
}

/**
 * Quotations as W3C Web Annotations (www.w3.org/TR/annotation-model), each an identified place in a text. The position
 * selector counts in UTF-16 code units of the text as it was captured, as all our anchors do.
 * @param verdict the address of the verdict that quotes them
 */
export function webAnnotations(quotations: readonly AnchoredQuotation[], verdict: string) {
	return {
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		type: 'AnnotationCollection',
		id: `${verdict}#annotations`,
		total: quotations.length,
		first: {
			type: 'AnnotationPage',
			startIndex: 0,
			items: quotations.map((quotation) => ({
				type: 'Annotation',
				id: `${verdict}#quotation-${quotation.id}`,
				motivation: 'assessing',
				body: { id: verdict, type: 'Text', purpose: 'assessing' },
				target: {
					source: quotation.url ?? `urn:sha256:${quotation.textSha256 ?? ''}`,
					...(quotation.language && { language: quotation.language }),
					selector: [
						{
							type: 'TextQuoteSelector',
							exact: quotation.exact,
							prefix: quotation.prefix,
							suffix: quotation.suffix,
						},
						...(quotation.start === null || quotation.end === null
							? []
							: [{ type: 'TextPositionSelector', start: quotation.start, end: quotation.end }]),
					],
				},
			})),
		},
	}
}
