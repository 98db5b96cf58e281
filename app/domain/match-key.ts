import { bandsOf } from './match-bands.ts'
import { type ReadClaim, readClaim, stemsOf } from './match-claim.ts'

/** What a wording is found by; see the table of match keys. */
export type ClaimMatchKey = { fingerprint: string; stems: string[]; bands: number[] }

/** The key of one wording. A text without letters and digits has an empty one, which finds nothing. */
export function makeMatchKey(text: string): ClaimMatchKey {
	return keyOfClaim(readClaim(text))
}

/** The key of a claim that has been read. */
export function keyOfClaim(claim: ReadClaim): ClaimMatchKey {
	const stems = stemsOf(claim)
	return { fingerprint: claim.fingerprint, stems, bands: bandsOf(stems) }
}
