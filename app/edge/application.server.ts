import type { Server } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'
import { ensureBuild } from '#app/build.server.ts'
import type { Edge } from './handler.server.ts'
import { routeFinder } from './routes.server.ts'
import { serveFiles } from './static.server.ts'

/** The application behind the edge: its files, its routes, and Remix to answer with them. */
export type Application = Pick<Edge, 'serveFile' | 'handle'> & {
	routesAt: (pathname: string) => readonly string[]
	close: () => Promise<void>
}

/** The production build of the code as it is, made first if need be. */
export async function loadBuild(signal: AbortSignal): Promise<Application> {
	const { directory } = await ensureBuild({ signal })
	const entry = pathToFileURL(path.join(directory, 'server', 'index.js')).href
	const build = (await import(entry)) as ServerBuild
	return {
		serveFile: serveFiles(path.join(directory, 'client')),
		handle: createRequestHandler(build, 'production'),
		routesAt: routeFinder(build.routes),
		close: async () => {},
	}
}

/** The code as it is at every moment, through Vite. */
export async function serveSource(server: Server): Promise<Application> {
	const { createServer } = await import('vite')
	const ours = process.listeners('SIGTERM')
	const vite = await createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server } } })
	// Remix's compiler would end the process at SIGTERM, before the database has been stopped.
	for (const listener of process.listeners('SIGTERM'))
		if (!ours.includes(listener)) process.off('SIGTERM', listener)
	let routesAt: Application['routesAt'] = () => []
	const load = async () => {
		const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
		routesAt = routeFinder(build.routes)
		return build
	}
	await load()
	return {
		serveFile: (incoming, outgoing, next) => vite.middlewares(incoming, outgoing, next),
		handle: createRequestHandler(load, 'development'),
		routesAt: (pathname) => routesAt(pathname),
		close: () => vite.close(),
	}
}
