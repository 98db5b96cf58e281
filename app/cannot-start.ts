/**
 * A reason not to start that the person at the terminal can mend. Its message is printed as it is,
 * without a stack: it says what is wrong and what to do about it.
 */
export class CannotStart extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options)
		this.name = 'CannotStart'
	}
}
