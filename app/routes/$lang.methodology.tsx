import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { RatingMark } from '#app/components/rating-mark.tsx'
import { db } from '#app/db.server.ts'
import { gateRules, isExcusable } from '#app/domain/gate.ts'
import { type Language, parseLanguage } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listRatings } from '#app/services/dashboard.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	return { language, ratings: await listRatings(db) }
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { methodology } = wordsFor(data.language).reading
	return publicMeta(page, { title: methodology.title, description: methodology.lead })
}

const chapters = ['choosing', 'scale', 'evidence', 'people', 'gate', 'corrections'] as const
type Chapter = (typeof chapters)[number]

export default function Methodology() {
	const { language, ratings } = useLoaderData<typeof loader>()
	const { methodology } = wordsFor(language).reading
	const below: Partial<Record<Chapter, ReactNode>> = {
		scale: <Scale ratings={ratings} language={language} />,
		gate: <GateRules language={language} />,
		corrections: <CorrectionKinds language={language} />,
	}
	return (
		<div className="column methodology">
			<header className="page-head">
				<h1>{methodology.title}</h1>
				<p className="page-lead">{methodology.lead}</p>
				<nav aria-label={methodology.contents}>
					<ol className="contents">
						{chapters.map((chapter) => (
							<li key={chapter}>
								<a href={`#${chapter}`}>{methodology[chapter].title}</a>
							</li>
						))}
					</ol>
				</nav>
			</header>
			{chapters.map((chapter) => (
				<section key={chapter} id={chapter} aria-labelledby={`${chapter}-title`}>
					<h2 id={`${chapter}-title`}>{methodology[chapter].title}</h2>
					{methodology[chapter].paragraphs.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
					{below[chapter]}
				</section>
			))}
		</div>
	)
}

function Scale({ ratings, language }: { ratings: Rating[]; language: Language }) {
	const { scale } = wordsFor(language).reading.methodology
	const retired = ratings.filter((rating) => rating.retired)
	return (
		<>
			<Steps ratings={ratings.filter((rating) => !rating.retired)} language={language} />
			{retired.length > 0 ? (
				<>
					<h3>{scale.retired}</h3>
					<Steps ratings={retired} language={language} />
				</>
			) : null}
		</>
	)
}

function Steps({ ratings, language }: { ratings: Rating[]; language: Language }) {
	const { scale } = wordsFor(language).reading.methodology
	return (
		<dl className="scale">
			{ratings.map((rating) => (
				<div key={rating.key}>
					<dt>
						<RatingMark rating={rating} language={language} />
						<span className="label-soft">
							{rating.value === null ? scale.noValue : scale.value(rating.value)}
						</span>
					</dt>
					<dd>{rating.meaning[language]}</dd>
				</div>
			))}
		</dl>
	)
}

function GateRules({ language }: { language: Language }) {
	const words = wordsFor(language)
	const { gate } = words.reading.methodology
	return (
		<dl className="definitions">
			{gateRules.map((rule) => (
				<div key={rule}>
					<dt>{words.gate[rule]}</dt>
					<dd>
						{gate.rules[rule]}{' '}
						<span className="label-soft">{isExcusable(rule) ? gate.excusable : gate.binding}</span>
					</dd>
				</div>
			))}
		</dl>
	)
}

const kinds = ['correction', 'clarification', 'update', 'retraction', 'reassessment'] as const

function CorrectionKinds({ language }: { language: Language }) {
	const words = wordsFor(language)
	const { corrections } = words.reading.methodology
	return (
		<>
			<dl className="definitions">
				{kinds.map((kind) => (
					<div key={kind}>
						<dt>{words.correctionKinds[kind]}</dt>
						<dd>{corrections.kinds[kind]}</dd>
					</div>
				))}
			</dl>
			<p>
				<a href={`/${language}/corrections`}>{corrections.seeAll}</a>
			</p>
		</>
	)
}
