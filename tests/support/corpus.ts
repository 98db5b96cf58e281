import { seed } from '#seeds/seed.server.ts'
import { freshDatabase, type FreshDatabase, test as base } from '#tests/support/database.ts'

export const corpusPassword = 'a password for the demonstration'

/**
 * Tests that read the demonstration corpus: it is loaded once for the file, in a database of the file's own. What a
 * test changes there the next one sees, so change nothing that another looks at.
 */
export const test = base.extend<{ $file: { corpus: FreshDatabase } }>({
	corpus: [
		async ({}, use) => {
			const database = await freshDatabase()
			await seed(database.db, { password: corpusPassword })
			await use(database)
			await database.drop()
		},
		{ scope: 'file' },
	],
})
