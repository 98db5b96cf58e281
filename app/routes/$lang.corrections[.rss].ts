import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerCorrectionsFeed } from '#app/feeds/corrections-response.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
	return answerCorrectionsFeed('rss', params.lang)
}
