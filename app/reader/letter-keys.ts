/** Under this name the browser remembers that a person wants no shortcuts of single letters (WCAG 2.1.4). */
const setting = 'letter-keys'

export function areLettersOn(): boolean {
	return localStorage.getItem(setting) !== 'off'
}

export function turnLetters(on: boolean): void {
	if (on) localStorage.removeItem(setting)
	else localStorage.setItem(setting, 'off')
}
