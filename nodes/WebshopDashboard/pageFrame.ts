import type { Language } from '../../bookkeeping';
import { html, type Html } from '../shared/html';
import { busyPolicy, busyScript } from './busy';
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
					content="default-src 'none'; style-src 'unsafe-inline'; script-src ${policy}; base-uri 'none'; form-action 'self'"
				/>
				<title>${about}: ${title}</title>
				<style>
					${styleSheet}
				</style>
			</head>
			<body data-busy="${texts[language].busy}">
				<header>
					<h1>${title} <span class="dim">${about}</span></h1>
					<a href="?${inOtherLanguage}" lang="${other}">${texts[language].otherLanguage}</a>
				</header>
				<main>${main}</main>
				${script}
			</body>
		</html>`.text;
}

const styleSheet = trusted(style);
const script = trusted(`<script>${busyScript}</script>`);
const policy = trusted(busyPolicy);

/** Our own style sheet and script: the texts that go in as they are. */
function trusted(own: string): Html {
	const strings = Object.assign([own], { raw: [own] }) as TemplateStringsArray;
	return html(strings);
}
