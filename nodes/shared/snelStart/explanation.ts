/** What a bookkeeper is told about one code: what happened, and how to mend it. */
export interface Explanation {
	message: string;
	tip: string;
}
