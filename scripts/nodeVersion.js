'use strict';

// Runs under any Node, however old, so that the sentence below is what people see; hence the
// plain syntax.

var MINIMUM = [20, 19];

/** Whether a version such as "20.19.1" is at least the given [major, minor]. */
function isAtLeast(version, minimum) {
	var parts = version.replace(/^v/, '').split('.').map(Number);
	return parts[0] > minimum[0] || (parts[0] === minimum[0] && parts[1] >= minimum[1]);
}

/** The sentence for a Node that is too old, or undefined when this Node will do. */
function nodeTooOld(version) {
	if (isAtLeast(version, MINIMUM)) return undefined;
	return (
		'This project needs Node ' +
		MINIMUM.join('.') +
		' or newer and this is Node ' +
		version.replace(/^v/, '') +
		'; install a newer Node from https://nodejs.org and start again.'
	);
}

module.exports = { isAtLeast: isAtLeast, nodeTooOld: nodeTooOld };
