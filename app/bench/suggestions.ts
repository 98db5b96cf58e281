import fs from 'node:fs/promises'
import path from 'node:path'
import { suggestClaims } from '#app/domain/suggestion.ts'
import { type Measurement, measurement } from './measurement.ts'
import { areaUnderCurve, averagePrecision, type Scored } from './ranking.ts'
import { arabicSamples, englishSamples } from './suggestion-samples.ts'

/** Where the public sets of labelled sentences are, if they are: see its README for what may be done with them. */
const dataDirectory = process.env['CLAIM_DETECTION_DIR'] ?? '../shared/data/claim-detection'

/** A text's worth is that of the best span in it. */
function scoreOf(text: string): number {
	return Math.max(0, ...suggestClaims(text).map(({ score }) => score))
}

/** How well claims are suggested, and how fast: on the project's own samples, and on public sets where they are present. */
export async function* benchSuggestions(remark: (sentence: string) => void): AsyncGenerator<Measurement> {
	yield* quality('own-ar', arabicSamples.map(score))
	yield* quality('own-en', englishSamples.map(score))
	for (const part of ['train', 'dev']) {
		const rows = await readRows(path.join(dataDirectory, 'ct24-ar', `${part}.tsv`))
		if (!rows) remark(`${path.join(dataDirectory, 'ct24-ar', `${part}.tsv`)} is not there and not measured`)
		else
			yield* quality(
				`ct24-ar-${part}`,
				rows.map(([, text = '', label]) => score({ text, claim: label === 'Yes' })),
			)
	}
	yield speed()
}

const score = ({ text, claim }: { text: string; claim: boolean }): Scored => ({
	score: scoreOf(text),
	positive: claim,
})

/** Average precision beside what always saying yes reaches, and the area under the curve beside chance. */
function* quality(set: string, scored: Scored[]): Generator<Measurement> {
	const share = scored.filter(({ positive }) => positive).length / scored.length
	yield measurement(`suggestions.${set}.average-precision`, averagePrecision(scored), 'share', share)
	yield measurement(`suggestions.${set}.area-under-curve`, areaUnderCurve(scored), 'share', 0.5)
}

/** The rows of a tab-separated file without its heading; `null` when there is no such file. */
async function readRows(file: string): Promise<string[][] | null> {
	const text = await fs.readFile(file, 'utf8').catch(() => null)
	return (
		text
			?.split(/\r?\n/)
			.slice(1)
			.filter((line) => line !== '')
			.map((line) => line.split('\t')) ?? null
	)
}

const target = 200

/** The median of seven readings of an article of 2,000 words, after two that nobody counts. */
function speed(): Measurement {
	const article = articleOf(2000)
	const times = Array.from({ length: 9 }, () => {
		const start = performance.now()
		suggestClaims(article)
		return performance.now() - start
	})
		.slice(2)
		.sort((a, b) => a - b)
	return measurement('suggestions.article-of-2000-words', times[3] ?? 0, 'ms', target)
}

/** The samples again and again, five to a paragraph. */
function articleOf(words: number): string {
	const sentences: string[] = []
	for (let count = 0, index = 0; count < words; index++) {
		const sentence = arabicSamples[index % arabicSamples.length]?.text ?? ''
		sentences.push(sentence + (index % 5 === 4 ? '\n\n' : ' '))
		count += sentence.split(' ').length
	}
	return sentences.join('')
}
