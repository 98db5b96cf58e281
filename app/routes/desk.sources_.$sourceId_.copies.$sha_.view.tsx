import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { readTable } from '#app/domain/csv-table.ts'
import { answer, refuse } from '#app/http.server.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { kindOfMedia } from '#app/intake/copy-kind.ts'
import { findCopy } from '#app/services/copies.server.ts'
import evidenceStyles from '#app/styles/evidence.css?url'

/** How much of a text is shown, in UTF-16 code units. */
const mostShown = 200_000

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceStyles }]

export async function loader({ request, context, params: { sourceId = '', sha = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources_.$sourceId_.copies.$sha_.view', 'read')
	if (!/^[0-9a-f]{64}$/.test(sha)) throw refuse(404, 'not-found')
	const { copy } = await answer(findCopy(db, sourceId, sha))
	const kind = kindOfMedia(copy.mediaType ?? '')
	const path = `/desk/sources/${sourceId}/copies/${sha}`
	return json({
		sourceId,
		path,
		sha,
		settledAt: copy.settledAt,
		picture: kind === 'png' || kind === 'jpeg' || kind === 'webp',
		table: kind === 'csv' && copy.text !== null ? readTable(copy.text) : null,
		text: kind === 'csv' ? null : (copy.text?.slice(0, mostShown) ?? null),
	})
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ evidence }) => evidence.view.title)

export default function CopyView() {
	const { sourceId, path, sha, settledAt, picture, table, text } = useLoaderData<typeof loader>()
	const { language, words } = useDeskWords()
	const own = words.evidence
	return (
		<div className="source-page">
			<p className="label-soft">
				<Link to={`/desk/sources/${sourceId}`}>{own.view.back}</Link>
			</p>
			<h1>{own.view.title}</h1>
			<p className="soft">
				{settledAt ? own.copy.kept(formatMoment(settledAt, language)) : null}
				{' · '}
				<a href={path} download>
					{own.copy.download}
				</a>
			</p>
			<p className="source-hash soft">
				{own.copy.hash} <bdi dir="ltr">{sha}</bdi>
			</p>
			<p className="hint">{own.view.safe}</p>
			{picture ? <img className="copy-picture" src={`${path}/picture`} alt={own.view.picture} /> : null}
			{table ? (
				<>
					{table.all > table.rows.length ? (
						<p className="soft">{own.view.rows(table.rows.length, table.all)}</p>
					) : null}
					<div className="copy-table">
						<table>
							<tbody>
								{table.rows.map((row, index) => (
									<tr key={index}>
										{row.map((cell, column) => (
											<td key={column} dir="auto">
												{neutraliseBidi(cell)}
											</td>
										))}
									</tr>
								))}
							</tbody>
						</table>
					</div>
				</>
			) : null}
			{text ? (
				<div className="copy-text" dir="auto">
					{neutraliseBidi(text)}
				</div>
			) : null}
			{!picture && !table && !text ? <p className="desk-empty">{own.view.nothing}</p> : null}
		</div>
	)
}
