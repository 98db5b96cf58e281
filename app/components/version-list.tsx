import { Form, Link } from '@remix-run/react'
import type { Intake } from '#app/domain/article.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { FactLine } from './fact-line.tsx'
import { HostNote } from './host-note.tsx'

export type VersionFacts = {
	number: number
	sha256: string
	fileName: string | null
	intake: Intake
	fetchedFrom: string | null
	capturedAt: string
	capturedBy: string
	quotations: { made: number; exact: number; normalised: number; placed: number; lost: number }
}

/** The versions of an article, the newest first: when, by whom and how each came in, and what of the quotations is in it. */
export function VersionList({ articleId, versions }: { articleId: string; versions: VersionFacts[] }) {
	const { words } = useDeskWords()
	const own = words.versions
	return (
		<ol className="version-list" reversed>
			{versions.map((version, index) => (
				<li key={version.number} aria-current={index === 0 ? 'true' : undefined}>
					<h2>
						{own.version(version.number)}
						{index === 0 ? <span className="soft small"> {own.newest}</span> : null}
					</h2>
					<Origin version={version} />
					<FactLine className="version-counts" items={countsOf(version, own.counts)} />
					{version.number > 1 ? (
						<p>
							<Link
								to={`/desk/articles/${articleId}/versions?from=${version.number - 1}&to=${version.number}#changes`}
							>
								{own.changes.see(version.number - 1, version.number)}
							</Link>
						</p>
					) : null}
				</li>
			))}
		</ol>
	)
}

function Origin({ version }: { version: VersionFacts }) {
	const { language, words } = useDeskWords()
	const own = words.versions
	const address = readWebAddress(version.fetchedFrom)
	return (
		<>
			<FactLine
				className="soft small"
				items={[
					<time dateTime={version.capturedAt}>{formatMoment(version.capturedAt, language)}</time>,
					`${own.captured(version.capturedBy)} ${own.intakes[version.intake]}`,
					version.fileName ? <bdi>{version.fileName}</bdi> : null,
					address ? (
						<>
							<a href={address.href} rel="noreferrer noopener">
								<bdi dir="ltr">{address.host}</bdi>
							</a>{' '}
							<HostNote url={version.fetchedFrom} />
						</>
					) : null,
				]}
			/>
			<p className="soft small">
				{own.fingerprint}:{' '}
				<code className="fingerprint" dir="ltr">
					{version.sha256}
				</code>
			</p>
		</>
	)
}

type Counts = ReturnType<typeof useDeskWords>['words']['versions']['counts']

function countsOf({ quotations }: VersionFacts, say: Counts): (string | null)[] {
	const known = (['made', 'exact', 'normalised', 'placed', 'lost'] as const).map((kind) =>
		quotations[kind] > 0 ? say[kind](quotations[kind]) : null,
	)
	return known.some((count) => count !== null) ? known : [say.none]
}

type ChoiceProps = { versions: VersionFacts[]; from: number; to: number }

/** Which two versions are compared, to be chosen anew. */
export function VersionChoice({ versions, from, to }: ChoiceProps) {
	const own = useDeskWords().words.versions
	const numbers = versions.map(({ number }) => number)
	const choice = (name: 'from' | 'to', chosen: number) => (
		<div className="field">
			<label htmlFor={`compare-${name}`}>{own.changes[name]}</label>
			<select id={`compare-${name}`} name={name} defaultValue={chosen}>
				{numbers.map((number) => (
					<option key={number} value={number}>
						{own.version(number)}
					</option>
				))}
			</select>
		</div>
	)
	return (
		<Form method="get" action="#changes" className="version-choice">
			{choice('from', from)}
			{choice('to', to)}
			<button type="submit" className="quiet">
				{own.changes.show}
			</button>
		</Form>
	)
}
