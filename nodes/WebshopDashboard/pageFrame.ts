import type { Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { style } from './style';
import { texts } from './texts';

interface Frame {
	language: Language;
	title: string;
	/** Of whom the page is: behind the title. */
	about: string;
	/** The query that leads to the same page in the other language. */
	inOtherLanguage: string;
	main: Html;
}

/** What every page has: its head, its policy, its title and the way to the other language. */
export function pageFrame({ language, title, about, inOtherLanguage, main }: Frame): string {
	const other = language === 'nl' ? 'en' : 'nl';
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="no-referrer" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"
				/>
				<title>${about}: ${title}</title>
				<style>
					${styleSheet}
				</style>
			</head>
			<body>
				<header>
					<h1>${title} <span class="dim">${about}</span></h1>
					<a href="?${inOtherLanguage}" lang="${other}">${texts[language].otherLanguage}</a>
				</header>
				<main>${main}</main>
			</body>
		</html>`.text;
}

const styleSheet = trusted(style);

/** Our own style sheet: the one text that goes in as it is. */
function trusted(css: string): Html {
	const strings = Object.assign([css], { raw: [css] }) as TemplateStringsArray;
	return html(strings);
}
