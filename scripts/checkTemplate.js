'use strict';

/** Keys n8n writes into an export that mean something only inside the n8n it came from. */
const INSTANCE_KEYS = [
	'id',
	'versionId',
	'activeVersionId',
	'activeVersion',
	'versionCounter',
	'meta',
	'instanceId',
	'staticData',
	'shared',
	'tags',
	'createdAt',
	'updatedAt',
	'triggerCount',
];

/** Settings that name another workflow by the id it has in one n8n only. */
const INSTANCE_SETTINGS = ['errorWorkflow', 'callerIds'];

/** What stands in a call until somebody chooses the workflow (templates/fragments/call.ts). */
const TO_CHOOSE = 'choose';

const isFilled = (value) =>
	value !== undefined &&
	value !== null &&
	!(typeof value === 'object' && Object.keys(value).length === 0);

/** Every object inside a value, the value itself first. */
function* objectsIn(value) {
	if (typeof value !== 'object' || value === null) return;
	yield value;
	for (const part of Object.values(value)) yield* objectsIn(part);
}

/** What a node carries that must not be shipped. */
function nodeFindings(node) {
	const where = `node "${node.name ?? '(without a name)'}"`;
	const findings = [];
	if (!node.name || !node.type || node.typeVersion === undefined || !node.id) {
		findings.push(`${where} lacks a name, type, typeVersion or id`);
	}
	if (isFilled(node.credentials)) findings.push(`${where} carries a credential`);
	if (isFilled(node.webhookId)) findings.push(`${where} carries a webhookId`);
	for (const part of objectsIn(node.parameters)) {
		if (part.__rl !== true) continue;
		const literal =
			typeof part.value === 'string' &&
			!['', TO_CHOOSE].includes(part.value) &&
			!part.value.startsWith('=');
		if (literal && (part.mode === 'list' || part.mode === 'id')) {
			findings.push(`${where} points at the id "${part.value}" of another n8n`);
		}
		if (isFilled(part.cachedResultUrl)) findings.push(`${where} carries a cachedResultUrl`);
	}
	return findings;
}

const doubles = (values) => values.filter((value, index) => values.indexOf(value) !== index);

/**
 * What is wrong with a workflow template, as sentences; an empty list when it may be shipped.
 * A template must be readable, named, free of credentials, pinned data and anything that belongs
 * to one particular n8n, and must state its time zone and execution order itself, because the
 * defaults of the n8n that imports it may differ.
 */
function checkTemplate(text) {
	let template;
	try {
		template = JSON.parse(text);
	} catch (error) {
		return [`is not readable as JSON: ${error.message}`];
	}
	const { name, nodes, connections, settings } = template;
	if (!Array.isArray(nodes) || nodes.length === 0) return ['has no nodes'];
	const findings = [];
	if (typeof name !== 'string' || name.trim() === '') findings.push('has no name');
	if (typeof connections !== 'object' || connections === null) findings.push('has no connections');
	if (!settings?.timezone) findings.push('does not set settings.timezone');
	if (settings?.executionOrder !== 'v1') findings.push('does not set executionOrder to v1');
	for (const key of INSTANCE_KEYS) if (isFilled(template[key])) findings.push(`carries "${key}"`);
	for (const key of INSTANCE_SETTINGS) {
		if (isFilled(settings?.[key])) findings.push(`carries "settings.${key}"`);
	}
	if (isFilled(template.pinData)) findings.push('carries pinned data');
	for (const id of doubles(nodes.map((node) => node.id))) findings.push(`uses node id ${id} twice`);
	for (const twice of doubles(nodes.map((node) => node.name))) {
		findings.push(`has two nodes named "${twice}"`);
	}
	return [...findings, ...nodes.flatMap(nodeFindings)];
}

module.exports = { checkTemplate };
