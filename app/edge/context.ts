import '@remix-run/server-runtime'

/** What the edge tells every loader and action about the request it let through. */
declare module '@remix-run/server-runtime' {
	interface AppLoadContext {
		/** The one that this response's policy allows scripts by. */
		nonce: string
		/** The name of the request in the log and in the `X-Request-Id` of its response. */
		requestId: string
		/** Where the request came from: the client's address, as far as trusted proxies vouch for it. */
		address: string
		/** Whether a script asks for one route's data, and not a browser for a page. Remix hides it from routes. */
		isData?: boolean
		/** Set when the database could not be had meanwhile: whatever came of the request is then void. */
		databaseAway?: boolean
	}
}

declare global {
	/** What the running build was made from; part of the address of files whose name never changes. */
	const __BUILD_ID__: string
}
