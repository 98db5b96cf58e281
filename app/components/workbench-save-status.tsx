import type { DeskDraft } from '#app/domain/workbench.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import type { SaveState } from './workbench-autosave.ts'

/** Whether what was typed is kept, and since when. */
export function SaveStatus({ save, draft }: { save: SaveState; draft: DeskDraft | null }) {
	const { language, words } = useDeskWords()
	const own = words.desk.workbench.verdict
	return (
		<p className="workbench-save-status small" role="status" data-state={save.state}>
			{sentence()}
		</p>
	)

	function sentence(): string | null {
		switch (save.state) {
			case 'untouched':
				return draft && own.saved(formatMoment(draft.updatedAt, language), draft.updatedBy)
			case 'unsaved':
				return own.unsaved
			case 'saving':
				return own.saving
			case 'saved':
				return own.savedNow(formatMoment(save.at, language))
			case 'refused':
				return save.reply ? words.refusals[save.reply.code] : own.notSaved
		}
	}
}
