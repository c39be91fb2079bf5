import { UserError } from 'n8n-workflow';

/**
 * The address of a WordPress site as the REST API needs it, from whatever a user pasted: https when
 * no scheme is given, nothing after the site's own folder (`/wp-admin…`, `/wp-json…`, `?…`), no
 * trailing slash. `/index.php` stays: shops without pretty permalinks answer there only.
 *
 * @throws UserError when it is not a web address
 */
export function shopUrl(entered: string): string {
	const text = entered.trim();
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
		throw new UserError("The 'Shop URL' of the WooCommerce credential is not a web address", {
			description: "Enter the address customers use, for example 'https://shop.example.com'",
		});
	}
	const folder = url.pathname
		.replace(/\/(wp-admin|wp-json|wp-login\.php)(\/.*)?$/i, '')
		.replace(/\/+$/, '');
	return `${url.origin}${folder}`;
}
