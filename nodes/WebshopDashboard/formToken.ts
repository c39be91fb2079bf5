import { createHmac, timingSafeEqual } from 'crypto';

/**
 * The token that a form of the dashboard carries. A page of another site cannot know it, so it
 * cannot make the browser of a signed-in user change anything.
 *
 * @param day yyyy-MM-dd: a page that stays open over midnight still works, see `isFormToken`
 */
export function formToken(password: string, client: string, day: string): string {
	return createHmac('sha256', password).update(`dashboard form\n${client}\n${day}`).digest('hex');
}

/** Whether a token was made for this client on one of the days. */
export function isFormToken(
	token: string,
	password: string,
	client: string,
	days: readonly string[],
): boolean {
	return days.some((day) => sameText(token, formToken(password, client, day)));
}

/** Compares secrets in a time that tells nothing about where they differ. */
export function sameText(one: string, other: string): boolean {
	const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
