import type { FieldMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { type detailFields, languageChoices } from '#app/forms/article.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField, LineField } from './form-field.tsx'

type Values = z.input<z.ZodObject<typeof detailFields>>
export type DetailName = keyof Values

type Props = {
	fields: { [Name in DetailName]-?: FieldMetadata<Values[Name]> }
	/** What is stored of each field where that is another thing than what stands in it. */
	stored?: Partial<Record<DetailName, string>>
	/** Where the value of a field was found that nobody has confirmed yet, as a sentence. */
	proposed?: Partial<Record<DetailName, string>>
}

/** What may be known of an article besides its text, as fields. */
export function ArticleFields({ fields, stored = {}, proposed = {} }: Props) {
	const { words } = useDeskWords()
	const { details } = words.desk.reader
	const note = (name: DetailName) => {
		const value = stored[name]
		return value === undefined ? (proposed[name] ?? null) : details.storedNow(value)
	}
	return (
		<>
			<LineField field={fields.title} label={details.fields.title} note={note('title')} dir="auto" />
			<div className="fields-in-row">
				<LineField field={fields.outlet} label={details.fields.outlet} note={note('outlet')} dir="auto" />
				<LineField field={fields.author} label={details.fields.author} note={note('author')} dir="auto" />
			</div>
			<LineField
				field={fields.url}
				label={details.fields.url}
				hint={details.hints.url}
				note={note('url')}
				inputMode="url"
				dir="ltr"
			/>
			<div className="fields-in-row">
				<LineField
					field={fields.publishedOn}
					label={details.fields.publishedOn}
					note={note('publishedOn')}
					type="date"
				/>
				<ChoiceField
					field={fields.language}
					label={details.fields.language}
					note={note('language')}
					options={languageChoices.map((value) => ({ value, name: details.languages[value] }))}
				/>
			</div>
		</>
	)
}
