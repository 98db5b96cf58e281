import type { TextProblem } from '#app/domain/incoming-text.ts'

/** The kinds of file that are read. */
export const fileKinds = ['text', 'markdown', 'json', 'html', 'pdf', 'docx'] as const
export type FileKind = (typeof fileKinds)[number]

/** Why a file brings no article. */
export type FileProblem =
	| TextProblem
	/** A kind of file that is not read, or none that its name says. */
	| { code: 'kind' }
	/** The name says one kind and the contents are of another. */
	| { code: 'mismatch'; named: FileKind; found: FileKind | 'zip' }
	/** JSON of another shape. */
	| { code: 'json' }
	/** No letters in it: pictures of pages, a page that a script fills. */
	| { code: 'no-text'; kind: FileKind }
	/** It opens with a password only. */
	| { code: 'encrypted' }
	/** Its program could not open it either. */
	| { code: 'damaged'; kind: FileKind }
	/** A document that does not say which letters its shapes stand for. */
	| { code: 'unknown-letters' }
	/** Nested too deeply, too many parts, or takes too long: what no article needs. */
	| { code: 'too-complex'; kind: FileKind }
	| { code: 'too-many-pages'; limit: number }
	| { code: 'too-large'; megabytes: number }
