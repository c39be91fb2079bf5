/** Why an assumption could not be tried; the report says it in these words. */
export class NotTried extends Error {
	/** @param isTrouble no answer, or a failure of SnelStart: others may meet the same */
	constructor(
		why: string,
		readonly isTrouble = false,
	) {
		super(why);
	}
}
