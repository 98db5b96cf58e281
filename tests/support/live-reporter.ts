import fs from 'node:fs'
import path from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export const reportFile = path.resolve('tests/output/vitest.json')

/** What came of one run: how many tests passed and were skipped, and everything that failed. */
export type TestReport = { passed: number; skipped: number; failures: { name: string; message: string }[] }

/** For `tests/run.ts`: a line for each file of tests as it ends, and at the end a report as JSON. */
export default class LiveReporter implements Reporter {
	onTestRunStart(): void {
		fs.rmSync(reportFile, { force: true })
	}

	onTestModuleEnd(module: TestModule): void {
		const { passed, skipped, failures } = reportOn(module)
		const counts = Object.entries({ passed, failed: failures.length, skipped })
		const said = counts.flatMap(([word, count]) => (count > 0 ? `${count} ${word}` : []))
		const seconds = (module.diagnostic().duration / 1000).toFixed(1)
		const file = path.relative('tests', module.moduleId)
		console.log(`${module.project.name.padEnd(8)} ${file}: ${said.join(', ') || 'no tests'} (${seconds} s)`)
	}

	onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
		const reports = modules.map(reportOn)
		const report: TestReport = {
			passed: reports.reduce((sum, { passed }) => sum + passed, 0),
			skipped: reports.reduce((sum, { skipped }) => sum + skipped, 0),
			failures: [
				...reports.flatMap(({ failures }) => failures),
				// A set-up that failed, a promise that nobody waited for, a worker that died.
				...errors.map((error) => ({ name: 'outside the tests', message: explain([error]) })),
			],
		}
		fs.mkdirSync(path.dirname(reportFile), { recursive: true })
		fs.writeFileSync(reportFile, JSON.stringify(report, null, '\t'))
	}
}

function reportOn(module: TestModule): TestReport {
	const report: TestReport = { passed: 0, skipped: 0, failures: [] }
	const file = path.relative('.', module.moduleId)
	// A file that could not be loaded, or a hook that failed: its tests are then skipped.
	for (const part of [module, ...module.children.allSuites()]) {
		const name = part.type === 'module' ? file : `${file} › ${part.fullName}`
		if (part.errors().length > 0) report.failures.push({ name, message: explain(part.errors()) })
	}
	for (const test of module.children.allTests()) {
		const result = test.result()
		const name = `${file} › ${test.fullName}`
		if (result.state === 'passed') report.passed += 1
		else if (result.state === 'skipped') report.skipped += 1
		else report.failures.push({ name, message: explain(result.errors ?? []) || 'It did not end.' })
	}
	return report
}

/** The messages with what was expected and where, without the way through the test runner. */
function explain(errors: readonly SerializedError[]): string {
	return errors
		.map(({ message, stack = '', diff }) => {
			const places = stack
				.split('\n')
				.filter((line) => /^\s+at /.test(line) && !/node_modules|node:|<anonymous>\)$/.test(line))
			return [message, diff, ...places].filter(Boolean).join('\n')
		})
		.join('\n')
}
