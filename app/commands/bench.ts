import type { Bench } from '#app/bench/measurement.ts'

/*
 * npm run bench [-- NAME…]: measurements, one JSON object a line on standard output: {"name","value","unit","vs","ratio"}. Without a
 * name all are run. A bench is a file of app/bench/ and a line here.
 */

const benches: Record<string, () => Promise<Bench>> = {
	suggestions: async () => (await import('#app/bench/suggestions.ts')).benchSuggestions,
	matching: async () => (await import('#app/bench/matching.ts')).benchMatching,
	search: async () => (await import('#app/bench/search.ts')).benchSearch,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
	console.error(`No bench ${unknown.join(', ')}. There is: ${Object.keys(benches).join(', ')}`)
	process.exitCode = 1
} else {
	for (const [name, load] of Object.entries(benches)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue
		const bench = await load()
		for await (const line of bench((sentence) => console.error(`${name}: ${sentence}`)))
			process.stdout.write(`${JSON.stringify(line)}\n`)
	}
}
