import { Form, Link } from '@remix-run/react'
import { directionOf, type Language } from '#app/domain/language.ts'
import type { TextPlace } from '#app/forms/text-place.ts'
import { useDeskWords } from './desk-words.ts'
import { FormRefusal } from './form-refusal.tsx'
import { explainIntake, type IntakeProblem } from './intake-words.ts'

/** Why a new version was not taken, and the text that was pasted. */
export type AddAnswer = {
	text: string
	why:
		| { code: 'problem'; problem: IntakeProblem; place: TextPlace | null }
		| { code: 'both' }
		| { code: 'kind' }
		| { code: 'stale'; newest: number }
		| { code: 'elsewhere'; articleId: string; number: number }
}

type Props = { base: number; language: Language | null; answer: AddAnswer | null }

/** Takes in a changed text of the article: pasted whole, or from a file. */
export function AddVersionForm({ base, language, answer }: Props) {
	const own = useDeskWords().words.versions.add
	return (
		<Form method="post" encType="multipart/form-data" action="#add">
			{answer ? (
				<FormRefusal cause={answer}>
					<Why why={answer.why} />
				</FormRefusal>
			) : null}
			<input type="hidden" name="intent" value="add" />
			<input type="hidden" name="base" value={base} />
			<div className="field">
				<label htmlFor="version-text">{own.text}</label>
				<textarea
					id="version-text"
					name="text"
					className="article-text-field"
					rows={10}
					lang={language ?? undefined}
					dir={language ? directionOf(language) : 'auto'}
					defaultValue={answer?.text ?? ''}
				/>
			</div>
			<div className="field">
				<label htmlFor="version-file">{own.file}</label>
				<p className="hint" id="version-file-hint">
					{own.fileHint}
				</p>
				<input
					id="version-file"
					name="file"
					type="file"
					accept=".txt,.text,.md,.markdown,.json,.html,.htm,.xhtml,.pdf,.docx"
					aria-describedby="version-file-hint"
				/>
				{answer ? <p className="hint">{own.fileAgain}</p> : null}
			</div>
			<button type="submit">{own.submit}</button>
		</Form>
	)
}

function Why({ why }: { why: AddAnswer['why'] }) {
	const { words } = useDeskWords()
	const own = words.versions.add
	switch (why.code) {
		case 'stale':
			return <p>{own.stale(why.newest)}</p>
		case 'both':
			return <p>{own.both}</p>
		case 'kind':
			return <p>{own.wrongKind}</p>
		case 'elsewhere':
			return (
				<p>
					{own.elsewhere}{' '}
					<Link to={`/desk/articles/${why.articleId}/versions`}>{own.elsewhereLink(why.number)}</Link>
				</p>
			)
		case 'problem':
			return (
				<>
					<p>{explainIntake(why.problem, words)}</p>
					{why.place ? <p>{own.place(why.place.line, why.place.near)}</p> : null}
				</>
			)
	}
}
