import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/*
 * Beside the usual rules, this file keeps the layers apart: routes → services → drizzle/schema →
 * domain, and nothing points back up. Of several blocks that match a file the last one decides a
 * rule's options, so each layer below lists all that it may not import.
 */

const relative = {
	regex: String.raw`^\.\.(?:/|$)`,
	message: 'Import through #app/, #drizzle/, #seeds/ or #tests/: the layers are told apart by it.',
}
const tests = { regex: '^#tests/', message: 'Only tests import from tests.' }
const lucia = { regex: '^lucia(?:/|$)', message: 'Only app/auth/ knows that sessions are Lucia’s.' }
const outbound = {
	regex: '^(?:undici|node-fetch|axios|got|(?:node:)?https)(?:/|$)',
	message: 'Requests to other hosts are made in app/outbound/, which guards where they go.',
}
const sql = {
	regex: '^(?:drizzle-orm|postgres)(?:/|$)|^#drizzle/schema',
	message: 'A service asks the database.',
}
const process = {
	regex: String.raw`^#app/(?!domain/|i18n/).*\.server\.ts$`,
	message: 'This runs in browsers too.',
}
const node = { regex: '^node:', message: 'This runs in browsers too.' }
const remix = { regex: '^@remix-run/react(?:/|$)', message: 'Only routes and components know pages.' }
const routes = { regex: '^#app/routes/', message: 'Imports point from routes to services, never back.' }
const markup = {
	regex: '^#app/(?:components|charts)/',
	message: 'Imports point from markup inwards, never back.',
}
const services = { regex: '^#app/services/', message: 'Imports point from services inwards, never back.' }

const everywhere = [relative, tests, outbound]

/** What each folder may not import. */
const layers = [
	{ files: ['app/**'], not: [...everywhere, lucia] },
	{ files: ['app/auth/**'], not: [...everywhere, routes, markup] },
	{ files: ['app/outbound/**'], not: [relative, tests, lucia, routes, markup, remix] },
	{
		files: ['app/services/**'],
		not: [...everywhere, lucia, routes, markup, remix, { regex: '^react(?:-dom)?(?:/|$)' }],
	},
	{ files: ['app/routes/**'], not: [...everywhere, lucia, sql] },
	{
		files: ['app/components/**', 'app/charts/**'],
		not: [...everywhere, lucia, sql, process, node, services, routes],
	},
	{ files: ['app/i18n/**'], not: [...everywhere, lucia, sql, process, services, routes] },
	{
		files: ['app/domain/**'],
		not: [
			{
				regex: String.raw`^(?!#app/domain/|\./|(?:zod|diff|mdast-util-find-and-replace|canonicalize|node:crypto)$)`,
				message: 'The domain imports only itself and pure packages.',
			},
		],
	},
	{
		files: ['drizzle/**'],
		not: [...everywhere, lucia, { regex: '^#seeds/' }, routes, markup, services],
		types: ['^#app/(?!domain/)'],
	},
	{ files: ['seeds/**'], not: [...everywhere, lucia, routes, markup, remix] },
]

const pure = [
	{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as `now`.' },
	{
		selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
		message: 'Time comes in as `now`.',
	},
	{
		selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
		message: 'No chance in the domain.',
	},
]
const rawMarkup = [
	{
		selector:
			':matches(JSXAttribute > JSXIdentifier, Property > Identifier.key)[name="dangerouslySetInnerHTML"]',
		message: 'Markup is written in JSX; only components/json-ld.tsx sets text that is already escaped.',
	},
	{
		selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(?:inner|outer)HTML$/]',
		message: 'Set textContent, or render markup.',
	},
	{
		selector:
			'CallExpression > MemberExpression.callee[property.name=/^(?:insertAdjacentHTML|setHTMLUnsafe)$/]',
		message: 'Set textContent, or render markup.',
	},
]

const requests = 'Requests to other hosts are made in app/outbound/, which guards where they go.'
const isRequest = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']

export default tseslint.config(
	{ ignores: ['build/', 'public/build/', '.data/', '.cache/', 'tests/output/', 'drizzle/migrations/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.recommended],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
			'@typescript-eslint/no-unnecessary-type-assertion': 'error',
			'@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			// Escapes in a class are meant one by one, as lists of Arabic marks are.
			'no-misleading-character-class': ['error', { allowEscape: true }],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
		},
	},
	{
		files: ['app/**/*.tsx'],
		extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat['recommended-latest']],
		languageOptions: { globals: globals.browser },
	},
	{ files: ['*.js'], languageOptions: { globals: globals.node } },

	...layers.map(({ files, not, types = [] }) => ({
		files: files.map((folder) => `${folder}/*.{ts,tsx}`),
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: ['node:http', 'http'].map((name) => ({
						name,
						importNames: ['request', 'get'],
						message: requests,
					})),
					patterns: [
						...not,
						...types.map((regex) => ({ regex, allowTypeImports: true, message: 'Types only.' })),
					],
				},
			],
		},
	})),
	{
		files: ['app/**/*.{ts,tsx}', 'drizzle/**/*.ts', 'seeds/**/*.ts'],
		ignores: [
			'app/outbound/**',
			// What runs in browsers speaks to where it came from: the content security policy sees to that.
			'app/**/*.client.{ts,tsx}',
			// Asks its own port whether it is Tadqiq that has it already.
			'app/edge/listener.server.ts',
		],
		rules: {
			'no-restricted-globals': ['error', ...isRequest.map((name) => ({ name, message: requests }))],
			'no-restricted-properties': [
				'error',
				...['globalThis', 'window', 'self'].flatMap((object) =>
					isRequest.map((property) => ({ object, property, message: requests })),
				),
				...['http', 'https'].flatMap((object) =>
					['request', 'get'].map((property) => ({ object, property, message: requests })),
				),
			],
		},
	},
	{
		files: ['app/**/*.{ts,tsx}'],
		ignores: ['app/components/json-ld.tsx'],
		rules: { 'no-restricted-syntax': ['error', ...rawMarkup] },
	},
	{ files: ['app/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...rawMarkup, ...pure] } },
	{
		files: ['app/{auth,charts,components,domain,i18n,outbound,routes,services}/**/*.{ts,tsx}'],
		rules: { 'no-console': 'error' },
	},
	{
		files: ['tests/**/*.{ts,tsx}'],
		rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
	},
)
