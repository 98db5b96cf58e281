import { Form, Link } from '@remix-run/react'
import { archiveAddress } from '#app/domain/archive-address.ts'
import type { DeskEvidence } from '#app/domain/workbench.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { useWorkbench } from './workbench-context.ts'

/** How it stands with the stored copy of a piece of evidence, and what can be done about it. */
export function EvidenceCopy({ item }: { item: DeskEvidence }) {
	const claimId = useWorkbench().path.split('/').at(-1)
	const { language, words } = useDeskWords()
	const own = words.evidence.copy
	const { copy, latestCopy, url, sourceId } = item
	const path = `/desk/sources/${sourceId}`
	const archived = copy ? archiveAddress(url, copy.keptAt) : null
	return (
		<div className="evidence-copy">
			<p data-standing={copy ? 'kept' : (latestCopy?.status ?? 'missing')}>
				{copy ? (
					<>
						{own.kept(formatDay(copy.keptAt.slice(0, 10), language))}
						{' · '}
						<Link to={`${path}/copies/${copy.sha256}/view`}>{own.view}</Link>
						{archived ? (
							<>
								{' · '}
								<a href={archived} rel="noreferrer noopener nofollow" target="_blank">
									{own.archive}
								</a>
							</>
						) : null}
					</>
				) : null}
				{!copy && url ? sayStanding() : null}
			</p>
			{copy?.passage ? <p data-passage={copy.passage}>{own.passage[copy.passage]}</p> : null}
			{!copy && url && latestCopy?.status !== 'fetching' ? (
				<Form method="post" action={path} className="evidence-copy-again">
					<input type="hidden" name="intent" value="again" />
					<input type="hidden" name="claim" value={claimId} />
					<button type="submit" className="plain">
						{latestCopy ? own.again : own.fetchNow}
					</button>
				</Form>
			) : null}
			{copy ? null : <Link to={`${path}/upload`}>{own.upload}</Link>}
		</div>
	)

	function sayStanding(): string {
		if (!latestCopy) return own.missing
		const reason = latestCopy.reason ? own.failures[latestCopy.reason] : null
		if (latestCopy.status === 'failed') return own.failed(reason ?? own.failures.other)
		return reason ? own.retrying(reason) : own.fetching
	}
}
