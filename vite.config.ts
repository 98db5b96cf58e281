/// <reference types="vitest/config" />
import { existsSync } from 'node:fs'
import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.ts'

// Set by app/build.server.ts, which names a build after what it was built from.
const buildId = process.env.BUILD_ID ?? 'dev'
const buildDirectory = process.env.BUILD_DIRECTORY ?? 'build/by-hand'

export default defineConfig({
	define: {
		__BUILD_ID__: JSON.stringify(process.env.VITEST ? 'test' : buildId),
		// In browsers Zod would try whether it may compile code. Our policy forbids it, and each try is a violation.
		'globalThis.__zod_globalConfig': JSON.stringify({ jitless: true }),
	},
	plugins: process.env.VITEST
		? []
		: [
				remix({ ...remixConfig, buildDirectory }),
				pageScript('app/charts/status-chart.client.ts', 'assets/status-chart.js'),
			],
	build: { target: 'es2022' },
	// Found late by the development server, these would make it reload a page that is open.
	optimizeDeps: { include: ['@conform-to/react', '@conform-to/zod/v4', 'zod', 'react-markdown'] },
	server: { fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/.data/**'] } },
	test: {
		env: { LOG_LEVEL: 'silent', LEDGER_KEY_FILE: 'tests/output/ledger-key.pem' },
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['tests/domain/**/*.test.{ts,tsx}'], sequence: { groupOrder: 1 } },
			},
			{
				extends: true,
				test: {
					name: 'service',
					include: ['tests/{services,routes}/**/*.test.{ts,tsx}'],
					sequence: { groupOrder: 2 },
					globalSetup: ['tests/support/postgres-global.ts'],
					// For machines that are slow or busy: the tests themselves take tens of milliseconds.
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'process',
					include: ['tests/{process,edge}/**/*.test.ts'],
					globalSetup: ['tests/support/postgres-global.ts'],
					sequence: { groupOrder: 3 },
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: ['tests/support/postgres-global.ts'],
					sequence: { groupOrder: 4 },
					pool: 'forks',
					fileParallelism: false,
					testTimeout: 300_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
})

/**
 * A script for pages that ship no other: bundled for browsers under a file name that does not change,
 * so that server-made HTML can ask for it with `?v=` and the build's id.
 */
function pageScript(source: string, fileName: string): Plugin {
	let wanted = false
	return {
		name: `page-script ${fileName}`,
		configResolved(config) {
			wanted = !config.build.ssr && existsSync(source)
		},
		buildStart() {
			// In development nothing is bundled and nothing can be emitted.
			if (wanted && !this.meta.watchMode) this.emitFile({ type: 'chunk', id: path.resolve(source), fileName })
		},
		configureServer(server) {
			server.middlewares.use((request, _response, next) => {
				const [pathname, query] = request.url?.split('?') ?? []
				if (pathname === `/${fileName}`) request.url = `/${source}${query ? `?${query}` : ''}`
				next()
			})
		},
	}
}
