/**
 * The front matter of a Markdown file: lines between two lines of three hyphens at its very beginning, as
 * Jekyll has it. `yaml` is what stands between, `end` where the article begins, in UTF-16 code units. `null`
 * when there is none. It is part of the file's text, which is kept whole.
 */
export function findFrontMatter(text: string): { yaml: string; end: number } | null {
	const match = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text)
	if (!match || match.index !== 0 || !/^[\p{L}_][\p{L}\p{N}_ -]*:/mu.test(match[1] ?? '')) return null
	return { yaml: match[1] ?? '', end: match[0].length }
}
