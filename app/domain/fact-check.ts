import type { ClaimantKind, ClaimType, SourceKind, Stance } from './claim.ts'
import type { PublishedContact } from './contact.ts'
import type { FigurePair } from './figure-comparison.ts'
import type { Figure } from './figure.ts'
import type { GateResult } from './gate.ts'
import type { Bilingual, Language } from './language.ts'
import type { PassageOutcome } from './source.ts'
import type { Surroundings } from './surroundings.ts'
import type { CorrectionKind, Severity } from './workflow.ts'

/**
 * Everything a published verdict says, frozen at publication and stored with its version: the public
 * page, the markup and the interfaces are written from this and from nothing else, so what was
 * published cannot change when a source or a claimant's record is edited later.
 */
export type FactCheck = {
	slug: string
	version: number
	/** Withdrawn by a retraction: the page stays and says so, the markup goes. */
	retracted: boolean
	language: Language
	statement: Bilingual
	type: ClaimType
	countries: string[]
	claimant: { slug: string; kind: ClaimantKind; name: Bilingual; role: Bilingual; url: string | null } | null
	/** `YYYY-MM-DD`, when the claim was made; `null` when it is not known. */
	claimedOn: string | null
	appearances: Appearance[]
	figures: Figure[]
	rating: {
		key: string
		value: number | null
		label: { ar: string; en: string }
		meaning: { ar: string; en: string }
	}
	/** How the claim stands today, where that differs from the day it was made; `since` is `YYYY-MM-DD`. */
	today?: { rating: FactCheck['rating']; since: string | null }
	/** When the newsroom looks again, `YYYY-MM-DD`. */
	reviewOn?: string
	/** The language whose text was left behind when the other was changed. */
	stale?: Language
	summary: Bilingual
	/** Markdown; `[n]` points at evidence `n`. */
	rationale: Bilingual
	/** `YYYY-MM-DD`, the day up to which evidence was looked for. */
	asOf: string
	evidence: PublishedEvidence[]
	gate: GateResult[]
	/** What passed between the desk and the claimant, the earliest first; none for versions from before it was published. */
	contacts?: PublishedContact[]
	/** ISO 8601 with zone: this version, and the first. */
	publishedAt: string
	firstPublishedAt: string
}

export type Appearance = {
	exact: string
	prefix: string
	suffix: string
	/** The rest of the paragraph the words stand in; `null` for an appearance outside. */
	paragraph: Surroundings | null
	article: {
		title: string | null
		outlet: string | null
		author: string | null
		url: string | null
		publishedOn: string | null
	}
}

export type PublishedEvidence = {
	number: number
	stance: Stance
	kind: SourceKind
	url: string | null
	publisher: string | null
	title: string | null
	label: Bilingual
	publishedOn: string | null
	language: string | null
	/** The words or figures of the source that count, as they stand there. */
	passage: string | null
	/** What it shows for this claim, in our words. */
	shows: Bilingual
	/** The figures that the passage gives, and what they make of the claim's. Older versions have none of these. */
	figures?: Figure[]
	compared?: FigurePair[]
	/** The copy that the desk keeps of the source; `keptAt` is ISO 8601 with zone. */
	copy?: {
		sha256: string
		mediaType: string
		/** In bytes. */
		size: number
		keptAt: string
		/** Whether the passage was found in it; `null` where there was nothing to look for, or nothing to look in. */
		passage: PassageOutcome | null
	}
}

/** A typed, public note of a change. `beforePublication` marks drafting histories that readers never saw as verdicts. */
export type Correction = {
	number: number
	version: number
	on: string
	kind: CorrectionKind
	severity: Severity
	beforePublication: boolean
	ratingBefore: string | null
	ratingAfter: string | null
	what: Bilingual
	why: Bilingual
}
