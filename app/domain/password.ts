/*
 * What a new password may be. Length is what counts: no rule asks for capitals, digits or signs, and nothing typed is
 * cut off. What is refused beside its length is what attackers try first (OWASP ASVS 5.0, 6.2).
 */

/** The fewest characters (code points in NFC) that a new password has. */
export const shortestPassword = 12

/** The most characters (code points in NFC) that a password has. */
export const longestPassword = 256

/** The most UTF-16 code units that are normalised and counted at all: a letter may be typed as four code points. */
const longestTyped = longestPassword * 4

export type PasswordFault = 'too-short' | 'too-long' | 'common-password'

/** Whose password it is to be. Either may be empty as long as it is not known. */
export type PasswordOwner = { email: string; name: string }

/**
 * A password in the one form in which it is hashed and compared: NFC, and nothing else changed. An é is the same
 * whether a keyboard sends it as one code point or as two; blanks, case and scripts stay as typed.
 * @returns `null` for one that is too long to be anybody's
 */
export function readPassword(typed: string): string | null {
	if (typed.length > longestTyped) return null
	const password = typed.normalize('NFC')
	return countCharacters(password) > longestPassword ? null : password
}

/** What is wrong with a new password's length, in code points of its NFC; `null` for nothing. */
export function checkPasswordLength(typed: string): PasswordFault | null {
	const password = readPassword(typed)
	if (password === null) return 'too-long'
	return countCharacters(password) < shortestPassword ? 'too-short' : null
}

/**
 * What is wrong with a new password; `null` for nothing.
 * @param isCommon whether a word, in small letters, is on the list of common passwords
 */
export function checkNewPassword(
	typed: string,
	owner: PasswordOwner,
	isCommon: (word: string) => boolean = () => false,
): PasswordFault | null {
	const fault = checkPasswordLength(typed)
	if (fault) return fault
	const password = fold(typed)
	return isEasy(password, isCommon) || isOwn(password, owner, isCommon) ? 'common-password' : null
}

function countCharacters(text: string): number {
	return [...text].length
}

/** As guessing sees it: capitals and the width of letters make no difference. */
function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase()
}

/** What hands and memories run along: alphabets, digits and the rows of keyboards, from each row on to the next. */
const rows = [
	'abcdefghijklmnopqrstuvwxyz',
	'0123456789',
	'1234567890',
	'qwertyuiopasdfghjklzxcvbnm',
	'azertyuiopqsdfghjklmwxcvbn',
	'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
	'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرلاىةوزظ',
].flatMap((row) => [row.repeat(3), [...row].reverse().join('').repeat(3)])

/** Signs that stand for letters in passwords that are not as clever as they look. */
const disguises: Record<string, string> = {
	'@': 'a',
	'4': 'a',
	'0': 'o',
	'1': 'i',
	'!': 'i',
	'3': 'e',
	$: 's',
	'5': 's',
	'7': 't',
}

/** A word repeated is no longer than the word, and one of three letters is none. */
const shortestRepeated = 4

/** Whether it is a common password, or one that was only dressed up: digits and signs round it, repeated, in disguise. */
function isEasy(password: string, isCommon: (word: string) => boolean): boolean {
	const joined = lettersAndDigits(password)
	return [password, joined, core(password), core(joined)]
		.flatMap((word) => [word, core(undisguise(word)), undisguise(core(word))])
		.filter((word) => word !== '')
		.some((word) => {
			const repeated = repeatedPart(word)
			if (repeated !== word && countCharacters(repeated) < shortestRepeated) return true
			return [word, repeated].some(
				(part) =>
					isCommon(part) ||
					isCommon(core(part)) ||
					(part.length > 2 && rows.some((row) => row.includes(part))),
			)
		})
}

/** Letters that are left when a person's own words are taken out: fewer than these are little more than the words. */
const leastBeside = 6

/** Whether it is little more than the product's name, the person's own name or mail address. */
function isOwn(
	password: string,
	{ email, name }: PasswordOwner,
	isCommon: (word: string) => boolean,
): boolean {
	const [mailbox = '', domain = ''] = fold(email).split('@')
	const names = fold(name).split(/\s+/)
	const words = [
		'tadqiq',
		'تدقيق',
		fold(name),
		mailbox,
		domain,
		...names,
		...mailbox.split(/[._+-]/),
		...domain.split('.'),
	]
		.map(lettersAndDigits)
		.filter((word) => countCharacters(word) >= 3)
		.sort((one, other) => other.length - one.length)
	const plain = lettersAndDigits(password)
	const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain)
	if (rest === plain) return false
	return countCharacters(core(rest)) < leastBeside || isEasy(rest, isCommon)
}

function lettersAndDigits(text: string): string {
	return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Without what is not a letter at either end: a year, a row of digits, an exclamation mark. */
function core(text: string): string {
	const letters = [...text]
	const isLetter = (character: string) => /\p{L}/u.test(character)
	const first = letters.findIndex(isLetter)
	return first < 0 ? '' : letters.slice(first, letters.findLastIndex(isLetter) + 1).join('')
}

function undisguise(text: string): string {
	return text.replace(/[@4013!$57]/g, (sign) => disguises[sign] ?? sign)
}

/** The shortest part of which the text is made by repeating it at least twice, the last time perhaps cut off; else the text. */
function repeatedPart(text: string): string {
	for (let length = 1; length * 2 <= text.length; length += 1) {
		if (text.startsWith(text.slice(length))) return text.slice(0, length)
	}
	return text
}
