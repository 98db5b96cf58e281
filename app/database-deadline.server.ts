import type postgres from 'postgres'

/**
 * How long a statement that was sent may go without an answer, in milliseconds. Postgres itself ends every one after
 * five seconds (`statement_timeout`), so whoever is silent for longer is not there.
 */
export const longestSilence = 7_000

/** After that: time for an answer that has arrived, and waits for a busy process to read it. */
const grace = 500

type Pool = postgres.Sql
/** What the driver keeps of a query, beyond what its types tell: which connection it was sent over. */
type Sent = { state: unknown; cancel: () => unknown }

/**
 * A pool that does not wait for ever. The driver has no deadline of its own: over a connection whose other end is
 * gone without a word, or to a server that stands still, a query never ends (porsager/postgres#1089). Here it fails,
 * and the pool is given up for a new one, so that nothing has to be started anew once the database is back.
 * @param open makes a pool
 */
export function withDeadline(open: () => Pool, silence = longestSilence): Pool {
	let current = open()

	/** Give a pool up; whatever still waits on it fails. */
	const renew = (stuck: Pool) => {
		if (stuck !== current) return
		const { parsers, serializers } = stuck.options
		current = open()
		Object.assign(current.options.parsers, parsers)
		Object.assign(current.options.serializers, serializers)
		void stuck.end({ timeout: 0 })
	}

	/** Do something unless it is called off before it is time. @returns what calls it off */
	const late = (act: () => void): (() => void) => {
		let timer = setTimeout(() => (timer = setTimeout(act, grace)), silence)
		return () => clearTimeout(timer)
	}

	const watch = <Query extends Promise<unknown>>(query: Query, pool: Pool): Query => {
		const { cancel } = query as unknown as Sent
		const done = late(() => {
			// One that waits for its turn is taken out of the queue; the one it waits for has its own deadline.
			if ((query as unknown as Sent).state) renew(pool)
			else cancel.call(query)
		})
		// The driver's own `then` would send the query off.
		void Promise.prototype.then.call(query, done, done)
		return query
	}

	/** The same inside a transaction. */
	const scoped = <Scope extends object>(scope: Scope, pool: Pool): Scope =>
		new Proxy(scope, {
			get: (target, name) => {
				const value = Reflect.get(target, name) as unknown
				if (typeof value !== 'function') return value
				if (name === 'unsafe') {
					return (...args: unknown[]) => watch(value.apply(target, args) as Promise<unknown>, pool)
				}
				if (name === 'savepoint') {
					return (...args: unknown[]) =>
						value.apply(
							target,
							args.map((arg) => inScope(arg, pool)),
						)
				}
				return value
			},
		})
	const inScope = (work: unknown, pool: Pool) =>
		typeof work === 'function' ? (scope: object) => work(scoped(scope, pool)) as unknown : work

	const begin = (...args: [...string[], (scope: object) => Promise<unknown>]) => {
		const pool = current
		const work = args.pop() as (scope: object) => Promise<unknown>
		return new Promise((resolve, reject) => {
			let abandoned = false
			// Whether it waits for a connection or for an answer cannot be seen from here: a query of its own tells.
			let done = late(() => {
				abandoned = true
				reject(noAnswer())
				watch(pool.unsafe('select 1'), pool).catch(() => {})
			})
			const whole = (pool.begin as (...args: unknown[]) => Promise<unknown>)(
				...args,
				async (scope: object) => {
					done()
					if (abandoned) throw noAnswer()
					try {
						return await work(scoped(scope, pool))
					} finally {
						done = late(() => renew(pool))
					}
				},
			)
			whole.finally(() => done()).then(resolve, reject)
		})
	}

	return new Proxy(current, {
		apply: (_target, self, args) => Reflect.apply(current, self, args) as unknown,
		get: (_target, name) => {
			if (name === 'begin') return begin
			if (name === 'unsafe') {
				return (...args: Parameters<Pool['unsafe']>) => watch(current.unsafe(...args), current)
			}
			return Reflect.get(current, name) as unknown
		},
	})
}

function noAnswer(): Error {
	return Object.assign(new Error('The database gave no connection in time'), { code: 'NO_ANSWER' })
}
