import { useDeskWords } from './desk-words.ts'

/** Recovery codes, the one time they are shown: to select, to print, or to take along as a file. */
export function RecoveryCodesShown({ codes, email }: { codes: string[]; email: string }) {
	const { words } = useDeskWords()
	const { codes: said } = words.secondFactor
	const file = `${said.fileHead(email)}\n\n${codes.join('\n')}\n`
	return (
		<section className="recovery-codes-shown">
			<h2>{said.shown}</h2>
			<p>{said.shownLead}</p>
			<ul className="recovery-codes" dir="ltr" aria-label={said.list}>
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ul>
			<p>
				<a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download={said.fileName}>
					{said.download}
				</a>
			</p>
		</section>
	)
}
