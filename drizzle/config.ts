import { defineConfig } from 'drizzle-kit'

/** For `npm run migration -- --name what-changes`, which writes the next migration from the schema. */
export default defineConfig({
	dialect: 'postgresql',
	schema: './drizzle/schema/*.ts',
	out: './drizzle/migrations',
})
