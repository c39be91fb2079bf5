/** The node of _Client settings_ that holds the settings; what follows it asks for it by this name. */
export const SETTINGS_NODE = 'Webshop settings';
