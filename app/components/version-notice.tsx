import { Link } from '@remix-run/react'
import { useDeskWords } from './desk-words.ts'
import { FactLine } from './fact-line.tsx'

type Props = {
	articleId: string
	/** The version that is shown, and the newest there is. */
	number: number
	newest: number
	/** How many quotations do not stand in it any more and are not settled, and the sentences of how many changed. */
	lost: number
	changed: number
}

/** Which version of the article this is, with the way to what changed; nothing much for an article of one version. */
export function ArticleVersions({ articleId, number, newest, lost, changed }: Props) {
	const own = useDeskWords().words.versions
	const page = `/desk/articles/${articleId}/versions`
	if (newest === 1) {
		return (
			<p className="version-notice small">
				<Link to={`${page}#add`}>{own.add.title}</Link>
			</p>
		)
	}
	return (
		<FactLine
			className="version-notice notice"
			items={[
				own.ofAll(number, newest),
				number < newest ? own.notice.older : null,
				number < newest ? <Link to={`/desk/articles/${articleId}`}>{own.notice.toNewest}</Link> : null,
				number > 1 ? (
					<Link to={`${page}?from=${number - 1}&to=${number}#changes`}>{own.notice.see}</Link>
				) : (
					<Link to={page}>{own.notice.all}</Link>
				),
				lost > 0 ? <Link to={`${page}#lost`}>{own.notice.lost(lost)}</Link> : null,
				changed > 0 ? own.notice.changed(changed) : null,
			]}
		/>
	)
}

/** Says of quoted words that their sentence was edited after they were quoted, or that they are gone. */
export function EditedMark({ kind }: { kind: 'changed' | 'lost' }) {
	const own = useDeskWords().words.versions.edited
	return (
		<span className="edited-mark" data-kind={kind}>
			{own[kind]}
		</span>
	)
}

/** What `findArticle` gives of an article, counted for the notice. */
export function noticeOf(found: {
	article: { id: string }
	version: { number: number }
	newest: number
	quotations: { sentenceChanged: boolean }[]
	lost: { goneBy: string | null }[]
}): Props {
	return {
		articleId: found.article.id,
		number: found.version.number,
		newest: found.newest,
		lost: found.lost.filter(({ goneBy }) => goneBy === null).length,
		changed: found.quotations.filter(({ sentenceChanged }) => sentenceChanged).length,
	}
}
