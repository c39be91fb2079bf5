import { readFileSync } from 'node:fs';
import path from 'node:path';

import { canvasHash, pictureOf } from '../pictures/canvasHash';
import { eachTemplate } from './templates';

const IMAGES = path.join(__dirname, '..', '..', 'docs', 'images');
const taken = JSON.parse(readFileSync(path.join(IMAGES, 'canvases.json'), 'utf8')) as Record<
	string,
	string
>;

it.each(eachTemplate)(
	'the picture of %s is not older than its canvas (if it is: npm run docs:pictures)',
	(_, template) => {
		expect(taken[pictureOf(template)]).toBe(canvasHash(template));
	},
);
