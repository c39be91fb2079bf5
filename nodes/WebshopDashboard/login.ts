import { SHORTEST_PASSWORD } from '../../bookkeeping';
import { sameText } from './formToken';

export interface Login {
	user: string;
	password: string;
}

/** What is wrong with a login, so that a dashboard is never open by mistake; `undefined` when it is fit. */
export function weakness({ user, password }: Login): 'noUser' | 'shortPassword' | undefined {
	if (user.trim() === '') return 'noUser';
	return password.length < SHORTEST_PASSWORD ? 'shortPassword' : undefined;
}

/** Whether an `Authorization` header (Basic, UTF-8) names this login. */
export function isSignedIn(header: string | undefined, login: Login): boolean {
	const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return false;
	const given = Buffer.from(encoded, 'base64').toString('utf8');
	return sameText(given, `${login.user}:${login.password}`);
}
