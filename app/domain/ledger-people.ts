import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/**
 * Members of published content that hold a person. Their place in an entry is taken by a digest, so that an entry need
 * never be changed when the law asks that somebody be forgotten: without the salt the digest says nothing.
 */
const personal = new Set([
	'author',
	'approver',
	'contactedBy',
	'grantedBy',
	'mentions',
	'person',
	'people',
	'proposer',
	'reviewer',
	'reviewers',
])

/** A claimant may be an organisation, whose name is no personal data. */
const isPerson = (name: string, value: unknown) =>
	personal.has(name) || (name === 'claimant' && (value as { kind?: unknown } | null)?.kind === 'person')

type Replace = (value: unknown) => unknown

/**
 * Content as it stands in an entry: each person replaced by `{"digest": …}`, the SHA-256 (hexadecimal) over the entry's salt
 * and the canonical JSON of what was there.
 */
export function withoutPeople(content: unknown, salt: Uint8Array): unknown {
	return replacePeople(content, (value) => ({
		digest: createHash('sha256').update(salt).update(canonicalJson(value), 'utf8').digest('hex'),
	}))
}

/** Content with every person, or what stands for one, left out: what can be compared once a salt is gone. */
export function leaveOutPeople(content: unknown): unknown {
	return replacePeople(content, () => 'a person')
}

function replacePeople(value: unknown, replace: Replace): unknown {
	if (Array.isArray(value)) return value.map((item) => replacePeople(item, replace))
	if (value === null || typeof value !== 'object') return value
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => {
			if (member === null || member === undefined) return [name, member]
			if (isPerson(name, member) || isDigest(member)) return [name, replace(member)]
			return [name, replacePeople(member, replace)]
		}),
	)
}

function isDigest(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).join() === 'digest'
}
