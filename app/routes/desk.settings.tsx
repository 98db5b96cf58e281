import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { admitConfirmed, findSignedIn } from '#app/auth/actor.server.ts'
import { countFactors } from '#app/auth/second-factor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { DaysSettings } from '#app/components/days-settings.tsx'
import { SecondFactorSettings } from '#app/components/second-factor-settings.tsx'
import { db } from '#app/db.server.ts'
import { needsSecondFactor, secondFactorChoices } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { choice } from '#app/forms/text-fields.ts'
import { answer } from '#app/http.server.ts'
import { changeSetting, readSettings } from '#app/services/settings.server.ts'
import secondFactorStyles from '#app/styles/second-factor.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: secondFactorStyles }]

const settingsSchema = z.object({ from: choice(secondFactorChoices) })
const days = z.coerce.number().int().min(1).max(90)
const daysSchema = z.object({ 'review-days': days, 'complaint-days': days })

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admitConfirmed({ request, context }, 'desk.settings', 'read')
	const [signedIn, settings, counts] = await Promise.all([
		findSignedIn(request, context),
		readSettings(db),
		countFactors(db),
	])
	return json({
		from: settings['second-factor-from'],
		days: { review: settings['review-days'], complaint: settings['complaint-days'] },
		counts,
		hasOwn: signedIn?.hasSecondFactor ?? false,
	})
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admitConfirmed({ request, context }, 'desk.settings', 'send')
	const form = (await readForm(request)) ?? new FormData()
	if (form.get('intent') === 'days')
		return saveDays(await admitConfirmed({ request, context }, 'desk.settings', 'days'), form)
	const read = settingsSchema.safeParse({ from: form.get('from') })
	if (!read.success) return json({ error: 'bad-choice' as const }, { status: 422 })
	await answer(changeSetting(db, actor, 'second-factor-from', read.data.from))
	const hasOwn = (await findSignedIn(request, context))?.hasSecondFactor
	const leadsToOwn = !hasOwn && needsSecondFactor(actor.role, read.data.from)
	return redirect(leadsToOwn ? '/desk/account/second-factor' : '/desk/settings?done=saved', 303)
}

async function saveDays(actor: Actor, form: FormData) {
	const read = daysSchema.safeParse(Object.fromEntries(form))
	if (!read.success) return json({ error: 'bad-number' as const }, { status: 422 })
	await answer(
		db.transaction(async (tx) => {
			await changeSetting(tx, actor, 'review-days', read.data['review-days'])
			await changeSetting(tx, actor, 'complaint-days', read.data['complaint-days'])
		}),
	)
	return redirect('/desk/settings?done=saved', 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ secondFactor }) => secondFactor.settings.title)

export default function Settings() {
	const settings = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()
	const [search] = useSearchParams()
	const { words } = useDeskWords()
	const said = words.secondFactor.settings
	return (
		<div className="factors">
			<h1>{said.title}</h1>
			{search.get('done') === 'saved' && !refused ? (
				<p className="notice" role="status">
					{said.saved}
				</p>
			) : null}
			<SecondFactorSettings
				{...settings}
				error={refused?.error === 'bad-choice' ? words.fieldErrors[refused.error] : null}
			/>
			<DaysSettings
				days={settings.days}
				error={refused?.error === 'bad-number' ? words.discussion.due.badDays : null}
			/>
		</div>
	)
}
