import type { Kind } from '../../blocks/operations';
import { simplifyArticle } from './simplify';

export const articleKind: Kind = {
	singular: 'article',
	plural: 'articles',
	path: '/artikelen',
	simplify: simplifyArticle,
	id: {
		name: 'articleId',
		displayName: 'Article',
		description: 'The article (artikel)',
		search: 'searchArticles',
	},
};
