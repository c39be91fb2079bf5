const local = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'medium',
});

/** The wall clock of the shop, in Amsterdam. */
export const inShop = (moment: Date): string => local.format(moment).replace(' ', 'T');

/** A moment as the shop's `_gmt` fields write it: whole seconds, without a zone. */
export const inGmt = (moment: Date): string => moment.toISOString().slice(0, 19);

/** Both fields of one moment. */
export const dates = (name: string, moment: Date): Record<string, string> => ({
	[name]: inShop(moment),
	[`${name}_gmt`]: inGmt(moment),
});
