import { createHash } from 'crypto';

/**
 * The one script of the page: from the moment somebody sends a form or follows a link until the next
 * page is there, the page says that it is at work, and a form is not sent twice. Without it the page
 * works as well, and what is sent twice is booked once all the same. It reads nothing of the page but
 * the words on its body.
 *
 * A file is handed over without a next page: whatever is marked with `data-stays` is left alone. A
 * page that the browser kept and shows again is no longer at work, nor is one that waited a minute.
 */
export const busyScript = `(() => {
const { body } = document;
const told = new Map();
let timer;
function rest() {
	clearTimeout(timer);
	body.removeAttribute('aria-busy');
	for (const [button, label] of told) {
		button.textContent = label;
		button.removeAttribute('aria-disabled');
	}
	told.clear();
}
function work() {
	body.setAttribute('aria-busy', 'true');
	clearTimeout(timer);
	timer = setTimeout(rest, 60000);
}
addEventListener('submit', (event) => {
	if (told.size > 0) return event.preventDefault();
	if (event.target.hasAttribute('data-stays')) return;
	work();
	const button = event.submitter ?? event.target.querySelector('button');
	told.set(button, button.textContent);
	button.textContent = body.dataset.busy;
	button.setAttribute('aria-disabled', 'true');
});
addEventListener('click', (event) => {
	const link = event.target.closest('a');
	const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target === '_blank';
	if (link && !isElsewhere && !link.hasAttribute('data-stays')) work();
});
addEventListener('pageshow', rest);
})();`;

/** What the policy of the page calls it: no other script may run. */
export const busyPolicy = `'sha256-${createHash('sha256').update(busyScript).digest('base64')}'`;
