import { SHORTEST_PASSWORD } from '../../bookkeeping';
import { sameText } from './formToken';

export interface Login {
	user: string;
	password: string;
}

/** What is wrong with a login, so that a dashboard is never open by mistake; '' when it is fit. */
export function weakness({ user, password }: Login): string {
	if (user.trim() === '') return 'The credential of the dashboard has no user';
	if (password.length >= SHORTEST_PASSWORD) return '';
	return `The password of the dashboard has fewer than ${SHORTEST_PASSWORD} characters`;
}

/** Whether an `Authorization` header (Basic, UTF-8) names this login. */
export function isSignedIn(header: string | undefined, login: Login): boolean {
	const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return false;
	const given = Buffer.from(encoded, 'base64').toString('utf8');
	return sameText(given, `${login.user}:${login.password}`);
}
