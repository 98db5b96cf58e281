import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf, type Language } from '#app/domain/language.ts'
import { type Content, letterWords } from './content.ts'

/** The letter as plain text. An address stands alone in its line, with nothing that a reader's program could take for a part of it. */
export function layOutText({ greeting, paragraphs, link, notes }: Content, language: Language): string {
	const { closing, automatic } = letterWords(language)
	return [
		...(greeting ? [greeting] : []),
		...paragraphs,
		...(link ? [`${link.label}:\n${link.href}`] : []),
		...notes,
		`${closing}\n${automatic}`,
	]
		.join('\n\n')
		.concat('\n')
}

/** The letter as a page, for programs that show one: no picture, no script, nothing fetched from anywhere. */
export function layOutPage(content: Content, language: Language): string {
	return `<!doctype html>${renderToStaticMarkup(<Page {...content} language={language} />)}`
}

// Mail programs drop style sheets, so each element carries its own; they have no policy against it.
const body = {
	margin: 0,
	padding: '24px 16px',
	color: '#1d2424',
	background: '#ffffff',
	fontFamily: '"IBM Plex Sans Arabic", "IBM Plex Sans", "Segoe UI", Tahoma, Arial, sans-serif',
	fontSize: '17px',
	lineHeight: 1.7,
}
const column = { maxWidth: '560px', margin: '0 auto' }
const button = {
	display: 'inline-block',
	padding: '10px 20px',
	color: '#ffffff',
	background: '#0f5257',
	textDecoration: 'none',
}
const soft = { color: '#55605f', fontSize: '15px' }
const rule = { border: 0, borderTop: '1px solid #d8dcda', margin: '24px 0 16px' }
const address = { ...soft, margin: '0 0 16px', overflowWrap: 'anywhere' as const }

function Page({ subject, greeting, paragraphs, link, notes, language }: Content & { language: Language }) {
	const { closing, automatic, link: beforeLink } = letterWords(language)
	const dir = directionOf(language)
	return (
		<html lang={language} dir={dir}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>{subject}</title>
			</head>
			<body dir={dir} style={body}>
				<div lang={language} dir={dir} style={column}>
					{greeting && <p>{greeting}</p>}
					{paragraphs.map((paragraph) => (
						<p key={paragraph}>{paragraph}</p>
					))}
					{link && (
						<>
							<p>
								<a href={link.href} style={button}>
									{link.label}
								</a>
							</p>
							<p style={{ ...soft, margin: 0 }}>{beforeLink}</p>
							<p dir="ltr" style={{ ...address, textAlign: dir === 'rtl' ? 'right' : 'left' }}>
								<a href={link.href}>{link.href}</a>
							</p>
						</>
					)}
					{notes.map((note) => (
						<p key={note}>{note}</p>
					))}
					<hr style={rule} />
					<p style={soft}>
						{closing}
						<br />
						{automatic}
					</p>
				</div>
			</body>
		</html>
	)
}
