import { composeLetter } from '#app/mail/compose.server.ts'
import { layOutText } from '#app/mail/layout.tsx'
import type { Letter } from '#app/mail/letters.ts'
import type { Db } from '#app/db.server.ts'
import { takeJobs } from '#app/jobs/queue.server.ts'

/** The letters that were posted since it was last asked, in the order they were posted. */
export async function takeLetters(db: Db): Promise<Letter[]> {
	const jobs = await takeJobs(db, 'letters', 100, { early: true })
	return jobs.map(({ data }) => data as Letter)
}

/** The secrets in the links of the letters that were posted since it was last asked, as their readers get them. */
export async function openLetters(db: Db, now: Date): Promise<{ to: string; secret: string | null }[]> {
	const opened = []
	for (const { id, data } of await takeJobs(db, 'letters', 100, { early: true })) {
		const occasion = { id, askedAt: now, origin: 'http://localhost:3000' }
		const letter = await composeLetter(db, data as Letter, occasion, now)
		if (!letter) continue
		const text = layOutText(letter.content, letter.language)
		opened.push({ to: letter.to, secret: /[?&]token=([a-z2-7]{52})/.exec(text)?.[1] ?? null })
	}
	return opened
}
