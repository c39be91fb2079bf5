/**
 * SnelStart's text without the values it may quote: those can be a customer's name or address.
 * Names of properties and types stay, they are what the reader needs to mend a filter.
 */
export function withoutQuotedValues(text: string): string {
	return text
		.replace(/(property named |on type )'([A-Za-z][\w.`]*)'/g, '$1\u2039$2\u203a')
		.replace(/'[^']*'|"[^"]*"|\u2018[^\u2019]*\u2019|\u201c[^\u201d]*\u201d/g, "'…'")
		.replace(/[^\s<>()]+@[^\s<>()]+/g, '…')
		.replace(/\u2039([^\u203a]*)\u203a/g, "'$1'")
		.trim()
		.slice(0, 300);
}
