import type { INodeType } from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { WebshopDashboard } from '../../../nodes/WebshopDashboard/WebshopDashboard.node';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';

/** An agent gives its tool one item through one input; a second input would stay empty. */
it.each<[string, INodeType]>(
	[JouwWeb, SnelStart, WebshopDashboard, WebshopSettings, WebshopTransformer, WooCommerce].map(
		(Node) => [Node.name, new Node()],
	),
)('%s is offered to agents when it has one input for every operation', (_name, { description }) => {
	const hasOneInput = Array.isArray(description.inputs) && description.inputs.length === 1;
	expect(description.usableAsTool === true).toBe(hasOneInput);
});
