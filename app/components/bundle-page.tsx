import type { BundleProblem } from '#app/domain/bundle.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { useDeskWords } from './desk-words.ts'

/** The form that takes in another newsroom's bundle, and why one was not taken. */
export function BundlePage({ refused }: { refused: { problem: BundleProblem; path: string } | null }) {
	const own = useDeskWords().words.bundle
	return (
		<section aria-labelledby="bundle-heading">
			<h1 id="bundle-heading">{own.take}</h1>
			<p className="hint">{own.takeNote}</p>
			{refused ? (
				<div className="notice problem" role="alert">
					<p>
						{own.problems[refused.problem]}{' '}
						{refused.path ? <code dir="ltr">{neutraliseBidi(refused.path)}</code> : null}
					</p>
				</div>
			) : null}
			<form method="post" encType="multipart/form-data">
				<div className="field">
					<label htmlFor="bundle-file">{own.file}</label>
					<input id="bundle-file" type="file" name="bundle" accept=".zip,application/zip" required />
				</div>
				<button type="submit">{own.submit}</button>
			</form>
		</section>
	)
}
